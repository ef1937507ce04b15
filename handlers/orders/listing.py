"""A person's orders as lists, and the way to the active one from anywhere."""

from collections.abc import Sequence

from domain.ads.ports import PAGE_SIZE
from domain.kernel.ids import OrderId, UserId
from domain.orders.model import Order, Role
from domain.work import Reading
from handlers.callbacks import Go, Place, number_in
from handlers.orders.card import post_card, seen_order
from handlers.show import post
from handlers.views.home import notice_screen
from handlers.views.orders import orders_screen
from handlers.views.screen import Screen
from handlers.visit import Visit


async def live_screen(visit: Visit, go: Go | None = None) -> Screen:
    return await _screen(visit, Place.ORDERS, go)


async def ended_screen(visit: Visit, go: Go | None = None) -> Screen:
    return await _screen(visit, Place.ENDED, go)


async def post_active(visit: Visit) -> None:
    """The one live order as a card below everything; the list when there are several."""
    found = await visit.desk.read(_orders, visit.user.id, Place.ORDERS, None)
    match found:
        case []:
            await post(visit.bot, visit.user.id, notice_screen(visit.texts, "orders-live-none"))
        case [(order, _)]:
            await post_order(visit, order.id)
        case _:
            await post(visit.bot, visit.user.id, orders_screen(found, Place.ORDERS, visit.texts))


async def post_order(visit: Visit, order: OrderId) -> None:
    """An order's card below everything. Raises `Refusal` (not-found, also to strangers)."""
    await post_card(visit, await visit.desk.read(seen_order, order, visit.user.id))


async def _screen(visit: Visit, place: Place, go: Go | None) -> Screen:
    before = OrderId(number_in(go.at)) if go is not None and go.at else None
    found = await visit.desk.read(_orders, visit.user.id, place, before)
    return orders_screen(found, place, visit.texts)


def _orders(reading: Reading, user: UserId, place: Place, before: OrderId | None) -> Sequence[tuple[Order, Role]]:
    """One more than a page shows, so that the page knows whether another follows."""
    live = place is Place.ORDERS
    return list(reading.orders.of_user(user, live=live, before=before, limit=PAGE_SIZE + 1))
