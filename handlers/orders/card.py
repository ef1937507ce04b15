"""Opening an order's card, and drawing it again after whatever was done on it."""

from dataclasses import dataclass

from domain.kernel.ids import OrderId, UserId
from domain.kernel.refusal import Refusal
from domain.notices.ports import Card
from domain.notices.use_cases.cards import remember_card
from domain.orders.ports import OrderView
from domain.orders.use_cases.on_card import OnCard
from domain.work import Reading
from handlers.callbacks import ANEW, OrderButton, order_in
from handlers.show import draw_card, erase, post, toast
from handlers.views.order_card import order_card
from handlers.visit import Pressed, Spot, Visit, spot_on


@dataclass(frozen=True, slots=True)
class Seen:
    """An order as its party sees it, and their live card of it."""

    view: OrderView
    card: Card | None


async def open_order(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    """The pressed message becomes the live card, and an earlier card goes.

    News keep their message, and nobody is led up the chat again: then the card comes below everything.
    """
    seen = await visit.desk.read(seen_order, order_in(button), visit.user.id)
    is_further_down = seen.card is not None and seen.card.message > pressed.spot.message
    if button.value == ANEW or is_further_down:
        await toast(visit.bot, pressed.query)
        await post_card(visit, seen)
        return
    here = pressed.spot.card(seen.view.order.id)
    if seen.card is None or seen.card.message != here.message:
        await visit.desk.write(remember_card, here)
    await redrawn(visit, pressed, OnCard(seen.view, here))
    if seen.card is not None and seen.card.message != here.message:
        await erase(visit.bot, spot_on(seen.card))


async def post_card(visit: Visit, seen: Seen) -> None:
    """The live card anew at the bottom of the chat; the earlier one goes."""
    spot = await post(visit.bot, visit.user.id, order_card(seen.view, visit.texts))
    await visit.desk.write(remember_card, spot.card(seen.view.order.id))
    if seen.card is not None:
        await erase(visit.bot, spot_on(seen.card))


async def redrawn(visit: Visit, pressed: Pressed, on: OnCard, told: str = "") -> None:
    """Answers the press and draws the card where it was pressed."""
    await toast(visit.bot, pressed.query, told)
    await drawn(visit, pressed.spot, on)


async def drawn(visit: Visit, spot: Spot, on: OnCard) -> None:
    """The card in this message; when Telegram had to send it anew, the new message is the card."""
    order = on.view.order.id
    shown = await draw_card(visit.bot, visit.desk, spot, order, order_card(on.view, visit.texts))
    if shown.message != spot.message:
        await visit.desk.write(remember_card, shown.card(order))


async def redraw_if_yours(visit: Visit, pressed: Pressed, order: OrderId) -> None:
    """After a refusal the card shows how things stand; a stranger sees nothing change."""
    try:
        seen = await visit.desk.read(seen_order, order, visit.user.id)
    except Refusal:
        return
    await drawn(visit, pressed.spot, OnCard(seen.view, seen.card))


def seen_order(reading: Reading, order: OrderId, viewer: UserId) -> Seen:
    """Raises `Refusal` (not-found, also to strangers)."""
    return Seen(reading.orders.view(order, viewer), reading.cards.find(viewer, order))
