"""Walking through the market: pages, filters, one ad."""

from typing import Final

from aiogram.types import Message

from domain.ads.finding import page_for
from domain.ads.model import Side
from domain.ads.ports import Cursor, Look, MarketFilter, MarketPage, Offer
from domain.ads.use_cases.remember import remember_look
from domain.forms.model import Draft
from domain.forms.use_cases.drafts import drop_draft, keep_draft
from domain.kernel.amounts import read_amount
from domain.kernel.ids import AdId, UserId
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal
from domain.kernel.units import asset, fiat
from domain.work import Reading
from handlers.callbacks import (
    Browse,
    FormButton,
    FormVerb,
    Go,
    MarketVerb,
    OfferButton,
    ad_in,
    browse,
    cursor_in,
    filter_in,
    found_by,
)
from handlers.market.take_form import NEVER
from handlers.show import draw, post, toast
from handlers.steps import show_step, tidy
from handlers.views.form import form_screen
from handlers.views.market import MarketFacts, ad_screen, empty_market_screen, market_screen, method_screen
from handlers.views.markup import Html
from handlers.views.refusals import refusal_line
from handlers.views.screen import Press, Screen
from handlers.visit import Pressed, Spot, Visit

FORM: Final = "find"
STEP: Final = "amount"
_PAGE: Final = "page"


async def enter(visit: Visit, go: Go | None = None) -> Screen:
    """The market as it opens: where this person last looked, else the first pair that anybody offers."""
    facts = await visit.desk.read(_first_page, visit.user.id)
    return empty_market_screen(visit.texts) if facts is None else market_screen(facts, visit.texts)


async def page(visit: Visit, pressed: Pressed, button: Browse) -> None:
    wanted, after = filter_in(button, Side.SELL), cursor_in(button)
    await toast(visit.bot, pressed.query)
    await show_page(visit, pressed.spot, wanted, after)


async def choose_whose(visit: Visit, pressed: Pressed, button: Browse) -> None:
    """Everything there is, or only what this person can take: from now on and until they choose otherwise."""
    wanted = filter_in(button, Side.SELL)
    look = Look(wanted.anyhow, only_takeable=button.verb is MarketVerb.TAKEABLE)
    await visit.desk.write(remember_look, visit.user.id, look)
    await toast(visit.bot, pressed.query)
    await show_page(visit, pressed.spot, wanted, None)


async def methods(visit: Visit, pressed: Pressed, button: Browse) -> None:
    screen = method_screen(filter_in(button, Side.SELL), visit.texts)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, screen)


async def ask_amount(visit: Visit, pressed: Pressed, button: Browse) -> None:
    """The amount is typed, so the page waits in a draft."""
    wanted = filter_in(button, Side.SELL)
    kept = {_PAGE: browse(wanted).pack()}
    await visit.desk.write(keep_draft, Draft(visit.user.id, FORM, STEP, kept, "", pressed.spot.message, NEVER))
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, _amount_step(visit, wanted, None))


async def amount_typed(visit: Visit, message: Message, draft: Draft) -> None:
    wanted = _kept(draft)
    try:
        amount = read_amount(message.text or "", wanted.fiat)
    except Refusal as refusal:
        await show_step(visit, draft, _amount_step(visit, wanted, refusal_line(refusal, visit.texts, visit.now)))
    else:
        await visit.desk.write(drop_draft, visit.user.id)
        await show_page(visit, _spot(visit, draft), _for(wanted, amount), None)
    await tidy(visit, message)


async def amount_pressed(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft) -> None:
    """Back keeps the filter as it was, "any" takes the amount out."""
    wanted = _kept(draft)
    await visit.desk.write(drop_draft, visit.user.id)
    await toast(visit.bot, pressed.query)
    await show_page(visit, pressed.spot, _for(wanted, None) if button.verb is FormVerb.PICK else wanted, None)


async def amount_resumed(visit: Visit, spot: Spot, draft: Draft) -> None:
    await draw(visit.bot, spot, _amount_step(visit, _kept(draft), None))


async def open_ad(visit: Visit, pressed: Pressed, button: OfferButton) -> None:
    offer = await visit.desk.read(offer_of, ad_in(button), visit.user.id)
    wanted = found_by(button, offer.ad)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, ad_screen(offer, visit.user.id, wanted, cursor_in(button), visit.texts))


async def post_ad_card(visit: Visit, ad: AdId) -> None:
    """An ad from a link, below everything. Raises `Refusal` (not-found)."""
    offer = await visit.desk.read(offer_of, ad, visit.user.id)
    wanted = MarketFilter(offer.ad.side, offer.ad.total.unit, offer.ad.price.fiat)
    await post(visit.bot, visit.user.id, ad_screen(offer, visit.user.id, wanted, None, visit.texts))


def offer_of(reading: Reading, ad: AdId, viewer: UserId) -> Offer:
    """Raises `Refusal` (not-found)."""
    return reading.market.offer(ad, viewer)


async def show_page(visit: Visit, spot: Spot, wanted: MarketFilter, after: Cursor | None) -> None:
    """One page in place of what the message shows. Where somebody looks for the first time is remembered."""
    facts = await visit.desk.read(_facts, visit.user.id, wanted, after)
    await draw(visit.bot, spot, market_screen(facts, visit.texts))
    look = Look(wanted.anyhow, facts.only_takeable)
    if look != facts.look:
        await visit.desk.write(remember_look, visit.user.id, look)


def _facts(reading: Reading, viewer: UserId, wanted: MarketFilter, after: Cursor | None) -> MarketFacts:
    look, pairs = reading.looks.find(viewer), reading.market.assets_and_fiats(wanted.side)
    if look is None or not look.only_takeable:
        return MarketFacts(wanted, after, reading.market.page(wanted, after, viewer), pairs, look)
    limit = reading.rules.open_orders_as_taker
    if reading.orders.count_open_as_taker(viewer) >= limit:
        return MarketFacts(wanted, None, MarketPage((), None), pairs, look, full_at=limit)
    return MarketFacts(wanted, after, page_for(reading.market, viewer, wanted, after), pairs, look)


def _first_page(reading: Reading, viewer: UserId) -> MarketFacts | None:
    look, pairs = reading.looks.find(viewer), reading.market.assets_and_fiats(Side.SELL)
    if not pairs:
        return None
    if look is not None and (look.where.asset.code, look.where.fiat.code) in pairs:
        return _facts(reading, viewer, look.where, None)
    owned, against = pairs[0]
    return _facts(reading, viewer, MarketFilter(Side.SELL, asset(owned), fiat(against)), None)


def _amount_step(visit: Visit, wanted: MarketFilter, trouble: Html | None) -> Screen:
    texts = visit.texts
    nothing = Press(texts.plain("market-amount-any"), FormButton(verb=FormVerb.PICK, form=FORM, step=STEP))
    question = texts("market-choose-amount", fiat=wanted.fiat.code)
    return form_screen(question, ((nothing,),), FORM, STEP, texts, trouble)


def _kept(draft: Draft) -> MarketFilter:
    return filter_in(Browse.unpack(draft.values[_PAGE]), Side.SELL)


def _for(wanted: MarketFilter, amount: Money | None) -> MarketFilter:
    return MarketFilter(wanted.side, wanted.asset, wanted.fiat, wanted.method, amount)


def _spot(visit: Visit, draft: Draft) -> Spot:
    return Spot(visit.user.id, draft.message or 0)
