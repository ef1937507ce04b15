"""An update that a crash cut off between its effects and its screen: nothing happens twice, the screen is drawn."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Any

from aiogram import BaseMiddleware
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.forms.model import Draft
from domain.kernel.ids import OrderId, UserId
from domain.orders.use_cases.on_card import OnCard
from domain.work import Desk, Reading
from handlers.forms import FORMS
from handlers.orders.card import Seen, drawn, post_card, seen_order
from handlers.show import toast
from handlers.visit import Spot, Visit, spot_of, spot_on


class Again(BaseMiddleware):
    """`redraw` in the workflow data says that an earlier run of this update committed; it is the gate to draw with.

    The order of the message comes first, then the open form. Where there is neither, the handler may look again: what
    it would write is refused.
    """

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        desk: Desk | None = data.get("redraw")
        if desk is None or not isinstance(event, Message | CallbackQuery):
            return await handler(event, data)
        visit: Visit = replace(data["visit"], desk=desk)
        spot = spot_of(event) if isinstance(event, CallbackQuery) else Spot(visit.user.id, event.message_id)
        order = None if spot is None else await desk.read(_order_of, visit.user.id, spot.message)
        if spot is None or (order is None and visit.open_draft is None):
            return await handler(event, data)
        if isinstance(event, CallbackQuery):
            await toast(visit.bot, event)
        if order is not None:
            await _card(visit, order)
        elif visit.open_draft is not None:
            await _form(visit, visit.open_draft, spot)
        return None


async def _card(visit: Visit, order: OrderId) -> None:
    seen = await visit.desk.read(seen_order, order, visit.user.id)
    if seen.card is None:
        await post_card(visit, Seen(seen.view, None))
    else:
        await drawn(visit, spot_on(seen.card), OnCard(seen.view, seen.card))


async def _form(visit: Visit, draft: Draft, pressed: Spot) -> None:
    """The question that is open now, where the form is."""
    spot = pressed if draft.message is None else Spot(pressed.user, draft.message)
    if draft.form in FORMS:
        await FORMS[draft.form].resumed(visit, spot, draft)


def _order_of(reading: Reading, user: UserId, message: int) -> OrderId | None:
    return reading.cards.order_of(user, message)
