"""The relay: entering and leaving the chat of an order, and everything said in it."""

import json
from dataclasses import replace
from typing import Final

from aiogram.types import Message

from domain.chat.model import Line, NewLine
from domain.chat.use_cases.say import say
from domain.forms.model import Draft
from domain.forms.use_cases.drafts import drop_draft, keep_draft
from domain.kernel.ids import OrderId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.notices.use_cases.cards import link_message
from domain.orders.ports import OrderView
from domain.work import Reading
from handlers.callbacks import FormButton, OrderButton, order_in
from handlers.market.take_form import NEVER
from handlers.orders.attachment import source_of
from handlers.show import draw, post, react, toast
from handlers.views.chat import CHAT_FORM, CHAT_STEP, SHOWN_LINES, chat_screen, left_screen
from handlers.visit import Pressed, Spot, Visit

_ORDER: Final = "order"
_KEPT: Final = "kept"
"""The form that was open before the chat; leaving the chat gives it back."""
_RECEIVED: Final = "👌"


async def enter(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    """From now on everything typed goes to the counterparty, until they leave."""
    order = order_in(button)
    view, said = await visit.desk.read(_conversation, order, visit.user.id)
    await toast(visit.bot, pressed.query)
    spot = await post(visit.bot, visit.user.id, chat_screen(view, said, visit.user.id, visit.texts))
    await visit.desk.write(keep_draft, _chat_draft(visit, order, spot.message))
    await visit.desk.write(link_message, visit.user.id, spot.message, order)


async def leave(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft) -> None:
    view = await visit.desk.read(_view, _order(draft), visit.user.id)
    earlier = _kept(draft)
    if earlier is None:
        await visit.desk.write(drop_draft, visit.user.id)
    else:
        await visit.desk.write(keep_draft, earlier)
    await toast(visit.bot, pressed.query, "" if earlier is None else visit.texts.plain("chat-form-waits"))
    await draw(visit.bot, pressed.spot, left_screen(view, visit.texts))


async def typed(visit: Visit, message: Message, draft: Draft) -> None:
    await tell(visit, message, _order(draft))


async def tell(visit: Visit, message: Message, order: OrderId) -> None:
    """Keeps and relays one line; a sign under it says that it went."""
    new = NewLine(order, visit.user.id, message.text or "", None, source_of(visit, message.message_id))
    await visit.desk.write(say, new)
    await sign_received(visit, message)


async def resumed(visit: Visit, spot: Spot, draft: Draft) -> None:
    view, said = await visit.desk.read(_conversation, _order(draft), visit.user.id)
    await draw(visit.bot, spot, chat_screen(view, said, visit.user.id, visit.texts))


async def sign_received(visit: Visit, message: Message) -> None:
    await react(visit.bot, visit.user.id, message.message_id, _RECEIVED)


def chat_order(visit: Visit) -> OrderId | None:
    """The order this person is chatting in."""
    draft = visit.open_draft
    return _order(draft) if draft is not None and draft.form == CHAT_FORM else None


def _chat_draft(visit: Visit, order: OrderId, message: int) -> Draft:
    """A form that is half-way filled in is kept inside, or an answer in the chat would cost a merchant their ad."""
    values = {_ORDER: str(order)}
    earlier = visit.open_draft
    if earlier is not None and earlier.form == CHAT_FORM:
        values |= {name: value for name, value in earlier.values.items() if name == _KEPT}
    elif earlier is not None:
        kept = {
            "form": earlier.form,
            "step": earlier.step,
            "values": dict(earlier.values),
            "token": earlier.token,
            "message": earlier.message,
        }
        values[_KEPT] = json.dumps(kept, ensure_ascii=False)
    return Draft(visit.user.id, CHAT_FORM, CHAT_STEP, values, "", message, NEVER)


def _kept(draft: Draft) -> Draft | None:
    written = draft.values.get(_KEPT)
    if written is None:
        return None
    kept = json.loads(written)
    return replace(
        draft,
        form=kept["form"],
        step=kept["step"],
        values=kept["values"],
        token=kept["token"],
        message=kept["message"],
    )


def _order(draft: Draft) -> OrderId:
    """Raises `Refusal` (form-gone) for a draft that an older version of the desk wrote."""
    written = draft.values.get(_ORDER, "")
    if not written.isdecimal():
        raise Refusal(Rule.FORM_GONE)
    return OrderId(int(written))


def _view(reading: Reading, order: OrderId, viewer: UserId) -> OrderView:
    return reading.orders.view(order, viewer)


def _conversation(reading: Reading, order: OrderId, viewer: UserId) -> tuple[OrderView, tuple[Line, ...]]:
    """The view refuses strangers before a line is read."""
    return reading.orders.view(order, viewer), reading.lines.newest(order, SHOWN_LINES)
