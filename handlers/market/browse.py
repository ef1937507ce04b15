"""Walking through the market: pages, filters, one ad."""

from typing import Final

from aiogram.types import Message

from domain.ads.model import Side
from domain.ads.ports import Cursor, MarketFilter, Offer
from domain.forms.model import Draft
from domain.forms.use_cases.drafts import drop_draft, keep_draft
from domain.kernel.amounts import read_amount
from domain.kernel.ids import AdId
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal
from domain.kernel.units import asset, fiat
from domain.work import Reading
from handlers.callbacks import (
    Browse,
    FormButton,
    FormVerb,
    Go,
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
    """The market as it opens: the first pair that anybody offers."""
    facts = await visit.desk.read(_first_page)
    return empty_market_screen(visit.texts) if facts is None else market_screen(facts, visit.texts)


async def page(visit: Visit, pressed: Pressed, button: Browse) -> None:
    screen = await _page_screen(visit, filter_in(button, Side.SELL), cursor_in(button))
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, screen)


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
        await draw(visit.bot, _spot(visit, draft), await _page_screen(visit, _for(wanted, amount), None))
    await tidy(visit, message)


async def amount_pressed(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft) -> None:
    """Back keeps the filter as it was, "any" takes the amount out."""
    wanted = _kept(draft)
    await visit.desk.write(drop_draft, visit.user.id)
    await toast(visit.bot, pressed.query)
    chosen = _for(wanted, None) if button.verb is FormVerb.PICK else wanted
    await draw(visit.bot, pressed.spot, await _page_screen(visit, chosen, None))


async def amount_resumed(visit: Visit, spot: Spot, draft: Draft) -> None:
    await draw(visit.bot, spot, _amount_step(visit, _kept(draft), None))


async def open_ad(visit: Visit, pressed: Pressed, button: OfferButton) -> None:
    offer = await visit.desk.read(offer_of, ad_in(button))
    wanted = found_by(button, offer.ad)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, ad_screen(offer, visit.user.id, wanted, cursor_in(button), visit.texts))


async def post_ad_card(visit: Visit, ad: AdId) -> None:
    """An ad from a link, below everything. Raises `Refusal` (not-found)."""
    offer = await visit.desk.read(offer_of, ad)
    wanted = MarketFilter(offer.ad.side, offer.ad.total.unit, offer.ad.price.fiat)
    await post(visit.bot, visit.user.id, ad_screen(offer, visit.user.id, wanted, None, visit.texts))


def offer_of(reading: Reading, ad: AdId) -> Offer:
    """Raises `Refusal` (not-found)."""
    return reading.market.offer(ad)


def market_facts(reading: Reading, wanted: MarketFilter, after: Cursor | None) -> MarketFacts:
    pairs = reading.market.assets_and_fiats(wanted.side)
    return MarketFacts(wanted, after, reading.market.page(wanted, after), pairs)


async def _page_screen(visit: Visit, wanted: MarketFilter, after: Cursor | None) -> Screen:
    return market_screen(await visit.desk.read(market_facts, wanted, after), visit.texts)


def _first_page(reading: Reading) -> MarketFacts | None:
    pairs = reading.market.assets_and_fiats(Side.SELL)
    if not pairs:
        return None
    owned, against = pairs[0]
    wanted = MarketFilter(Side.SELL, asset(owned), fiat(against))
    return MarketFacts(wanted, None, reading.market.page(wanted, None), pairs)


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
