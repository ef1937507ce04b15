"""What the parties do by pressing on their card: one use case each, then the card again."""

from collections.abc import Mapping
from typing import Final

from domain.kernel.refusal import Refusal, Rule
from domain.orders.events import (
    BankCheckStarted,
    BuyerCancelled,
    CancelAgreed,
    CancelAsked,
    CancelDropped,
    Event,
    LatePaymentClaimed,
    PaymentMarked,
    PaymentRetracted,
    RetractionAgreed,
    RetractionAsked,
    SellerReleased,
    WindowExtended,
)
from domain.orders.model import CancelReason
from domain.orders.use_cases.on_card import arm_on_card, press_on_card
from domain.orders.use_cases.press import Press
from handlers.callbacks import OrderButton, OrderVerb, order_in
from handlers.orders.card import redraw_if_yours, redrawn, seen_order
from handlers.show import alert, draw, draw_card, toast
from handlers.views.order_steps import agree_screen, cancel_reasons, cancel_screen, release_screen
from handlers.views.refusals import refusal_text
from handlers.visit import Pressed, Visit

_EVENTS: Final[Mapping[OrderVerb, Event]] = {
    OrderVerb.PAID: PaymentMarked(),
    OrderVerb.LATE: LatePaymentClaimed(),
    OrderVerb.BANK: BankCheckStarted(),
    OrderVerb.RELEASE_DO: SellerReleased(),
    OrderVerb.ASK: CancelAsked(),
    OrderVerb.AGREE_DO: CancelAgreed(),
    OrderVerb.DROP: CancelDropped(),
    OrderVerb.EXTEND: WindowExtended(),
    OrderVerb.RETRACT_DO: PaymentRetracted(),
    OrderVerb.RETRACT_ASK: RetractionAsked(),
    OrderVerb.RETRACT_AGREE_DO: RetractionAgreed(),
}
_STAYS: Final = frozenset({Rule.RELEASE_WAIT, Rule.EXTEND_EARLY})
"""Refusals that change nothing about the screen: the same press will work in a moment."""


async def do(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    """The press is the deed."""
    await happen(visit, pressed, button, _EVENTS[button.verb])


async def ask_reason(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    seen = await visit.desk.read(seen_order, order_in(button), visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, cancel_reasons(seen.view.order, visit.texts))


async def ask_cancel(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    """ "I have not paid" comes after the reason and before the deed."""
    reason = _reason(button)
    seen = await visit.desk.read(seen_order, order_in(button), visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, cancel_screen(seen.view.order, reason, visit.texts))


async def cancel(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    await happen(visit, pressed, button, BuyerCancelled(_reason(button)))


async def ask_agree(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    seen = await visit.desk.read(seen_order, order_in(button), visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, agree_screen(seen.view, visit.texts))


async def ask_release(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    """The first of two steps: the desk remembers that the seller was shown what it means."""
    order = order_in(button)
    try:
        on = await visit.desk.write(arm_on_card, _command(visit, button), pressed.spot.card(order))
    except Refusal as refusal:
        await _refused(visit, pressed, button, refusal)
        return
    await toast(visit.bot, pressed.query)
    await draw_card(visit.bot, visit.desk, pressed.spot, order, release_screen(on.view, visit.texts))


async def happen(visit: Visit, pressed: Pressed, button: OrderButton, event: Event) -> None:
    """Lets the event happen and shows the card as it is then; a refusal says why."""
    order = order_in(button)
    try:
        on = await visit.desk.write(press_on_card, _command(visit, button), event, pressed.spot.card(order))
    except Refusal as refusal:
        await _refused(visit, pressed, button, refusal)
        return
    await redrawn(visit, pressed, on, visit.texts.plain(f"order-done-{button.verb.name.lower().replace('_', '-')}"))


async def _refused(visit: Visit, pressed: Pressed, button: OrderButton, refusal: Refusal) -> None:
    """Says why, and shows how things stand now."""
    await alert(visit.bot, pressed.query, refusal_text(refusal, visit.texts, visit.now))
    if refusal.rule not in _STAYS:
        await redraw_if_yours(visit, pressed, order_in(button))


def _command(visit: Visit, button: OrderButton) -> Press:
    return Press(order_in(button), visit.user.id, button.version)


def _reason(button: OrderButton) -> CancelReason:
    reasons = list(CancelReason)
    if not button.value.isdecimal() or int(button.value) >= len(reasons):
        raise Refusal(Rule.NOT_FOUND)
    return reasons[int(button.value)]
