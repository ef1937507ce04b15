"""Wishes to end an order that come with a reason or a warning: the seller's before paying, the buyer's after it."""

from domain.kernel.refusal import Refusal, Rule
from domain.orders.events import SellerAskedToCancel
from domain.orders.model import SellerReason
from handlers.callbacks import OrderButton, order_in
from handlers.orders.card import seen_order
from handlers.orders.deeds import happen
from handlers.show import draw, toast
from handlers.views.order_wishes import retract_agree_screen, retract_screen, seller_reasons
from handlers.visit import Pressed, Visit


async def ask_seller_reason(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    seen = await visit.desk.read(seen_order, order_in(button), visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, seller_reasons(seen.view.order, visit.texts))


async def ask_as_seller(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    """The reason is the whole question: to ask is not yet to cancel."""
    await happen(visit, pressed, button, SellerAskedToCancel(_reason(button)))


async def ask_retract(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    """The warning before "paid" is taken back; with a proof on file it is only a question to the seller."""
    seen = await visit.desk.read(seen_order, order_in(button), visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, retract_screen(seen.view, visit.texts))


async def ask_retract_agree(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    seen = await visit.desk.read(seen_order, order_in(button), visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, retract_agree_screen(seen.view, visit.texts))


def _reason(button: OrderButton) -> SellerReason:
    reasons = list(SellerReason)
    if not button.value.isdecimal() or int(button.value) >= len(reasons):
        raise Refusal(Rule.NOT_FOUND)
    return reasons[int(button.value)]
