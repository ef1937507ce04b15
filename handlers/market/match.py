"""Quick match: an amount and a method lead straight to the best ad for them."""

from dataclasses import dataclass, replace
from typing import Final

from aiogram.types import Message

from domain.ads.finding import page_for
from domain.ads.methods import method as known_method
from domain.ads.model import Side
from domain.ads.ports import MarketFilter, Offer
from domain.forms.model import Draft
from domain.forms.use_cases.drafts import drop_draft
from domain.kernel.amounts import read_amount
from domain.kernel.ids import UserId
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal, Rule
from domain.work import Reading
from handlers.callbacks import Browse, FormButton, FormVerb, browse, filter_in
from handlers.market.browse import show_page
from handlers.market.take_form import NEVER
from handlers.show import draw, toast
from handlers.steps import advance, show_step, tidy
from handlers.views.market import ad_screen
from handlers.views.markup import Html
from handlers.views.match import AMOUNT, ANY, MATCH_FORM, METHOD, match_amount_screen, match_method_screen, no_match
from handlers.views.refusals import refusal_line
from handlers.views.screen import Screen
from handlers.visit import Pressed, Spot, Visit

FORM: Final = MATCH_FORM
_PAGE: Final = "page"
_UNITS: Final = "units"


@dataclass(frozen=True, slots=True)
class _Match:
    """The market page it began on, and the amount once it is known."""

    begun_on: MarketFilter
    amount: Money | None

    def draft(self, user: UserId, message: int | None) -> Draft:
        units = "" if self.amount is None else str(self.amount.units)
        values = {_PAGE: browse(self.begun_on).pack(), _UNITS: units}
        return Draft(user, FORM, AMOUNT if self.amount is None else METHOD, values, "", message, NEVER)


async def ask(visit: Visit, pressed: Pressed, button: Browse) -> None:
    """The button on the market page."""
    begun = _Match(filter_in(button, Side.SELL), None)
    await toast(visit.bot, pressed.query)
    await advance(visit, begun.draft(visit.user.id, pressed.spot.message), _screen(visit, begun))


async def typed(visit: Visit, message: Message, draft: Draft) -> None:
    """The amount; the method is a button, and a page that is narrowed to one needs none."""
    form = _read(draft)
    try:
        amount = read_amount(message.text or "", form.begun_on.fiat) if form.amount is None else None
    except Refusal as refusal:
        await show_step(visit, draft, _screen(visit, form, refusal_line(refusal, visit.texts, visit.now)))
    else:
        if amount is None:
            await show_step(visit, draft, _screen(visit, form, visit.texts("form-press")))
        elif form.begun_on.method is None:
            asked = replace(form, amount=amount)
            await advance(visit, asked.draft(visit.user.id, draft.message), _screen(visit, asked))
        else:
            await _find(visit, draft, form, amount, form.begun_on.method)
    await tidy(visit, message)


async def pressed_on(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft) -> None:
    """A method, or one step back."""
    form, here = _read(draft), replace(draft, message=pressed.spot.message)
    if button.verb is FormVerb.BACK and form.amount is None:
        await visit.desk.write(drop_draft, visit.user.id)
        await toast(visit.bot, pressed.query)
        await show_page(visit, pressed.spot, form.begun_on, None)
        return
    await toast(visit.bot, pressed.query)
    if button.verb is FormVerb.BACK:
        asked = replace(form, amount=None)
        await advance(visit, asked.draft(visit.user.id, here.message), _screen(visit, asked))
    elif button.verb is FormVerb.PICK and form.amount is not None:
        chosen = None if button.value == ANY else known_method(button.value).code
        await _find(visit, here, form, form.amount, chosen)
    else:
        raise Refusal(Rule.FORM_GONE)


async def resumed(visit: Visit, spot: Spot, draft: Draft) -> None:
    await draw(visit.bot, spot, _screen(visit, _read(draft)))


async def _find(visit: Visit, draft: Draft, form: _Match, amount: Money, method: str | None) -> None:
    """The best ad as its card, with this amount and method to begin with; the question again when there is none."""
    wanted = replace(form.begun_on, amount=amount, method=method)
    offer = await visit.desk.read(_best, visit.user.id, wanted)
    if offer is None:
        await show_step(visit, draft, _screen(visit, form, no_match(amount, method, visit.texts)))
        return
    await visit.desk.write(drop_draft, visit.user.id)
    card = ad_screen(offer, visit.user.id, wanted, None, visit.texts)
    await draw(visit.bot, Spot(visit.user.id, draft.message or 0), card)


def _best(reading: Reading, viewer: UserId, wanted: MarketFilter) -> Offer | None:
    return next(iter(page_for(reading.market, viewer, wanted, None).offers), None)


def _screen(visit: Visit, form: _Match, trouble: Html | None = None) -> Screen:
    if form.amount is None:
        return match_amount_screen(form.begun_on, visit.texts, trouble)
    return match_method_screen(form.amount, visit.texts, trouble)


def _read(draft: Draft) -> _Match:
    """Raises `Refusal` (form-gone) for a draft that an older version of the desk wrote."""
    try:
        begun_on = filter_in(Browse.unpack(draft.values[_PAGE]), Side.SELL)
        units = draft.values[_UNITS]
        return _Match(begun_on, Money(int(units), begun_on.fiat) if units else None)
    except (KeyError, ValueError, TypeError):
        raise Refusal(Rule.FORM_GONE) from None
