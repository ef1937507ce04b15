"""A picture comes in: it finds its order, is checked, filed as proof or passed on in the chat."""

from dataclasses import dataclass
from typing import Final

from aiogram.types import Message

from domain.chat.model import NewLine
from domain.chat.use_cases.say import say
from domain.forms.model import Draft
from domain.forms.use_cases.drafts import drop_draft, keep_draft
from domain.kernel.ids import OrderId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.orders.model import Order, Role
from domain.orders.use_cases.on_card import file_on_card
from domain.proofs.model import NewProof
from domain.proofs.use_cases.add_proof import takes_proofs
from domain.work import Reading
from handlers.callbacks import FormButton, number_in
from handlers.chat.talk import chat_order, sign_received
from handlers.market.take_form import NEVER
from handlers.orders.attachment import Attachment, attachment_of, checked, kept_attachment
from handlers.orders.card import Seen, drawn, post_card
from handlers.show import draw, post, toast
from handlers.views.home import notice_screen
from handlers.views.orders import UPLOAD_FORM, UPLOAD_STEP, which_order_screen
from handlers.visit import Pressed, Spot, Visit, spot_on

_LOOKED_AT: Final = 20
"""Orders of one buyer among which the one that waits for a proof is sought."""


@dataclass(frozen=True, slots=True)
class _Targets:
    """Where a picture could belong: the order replied to, and all that wait for a proof of this buyer."""

    replied: Order | None
    waiting: tuple[Order, ...]


async def receive(visit: Visit, message: Message) -> None:
    """The order replied to, else the one being chatted in, else the one that waits for a proof."""
    file = attachment_of(message)
    if file is None:
        return
    reply = message.reply_to_message
    targets = await visit.desk.read(_targets, visit.user.id, None if reply is None else reply.message_id)
    replied, talking = targets.replied, chat_order(visit)
    if replied is not None and (replied.role_of(visit.user.id) is not Role.BUYER or not takes_proofs(replied)):
        await _relay(visit, message, file, replied.id)
    elif replied is not None:
        await _file(visit, file, replied.id)
    elif talking is not None:
        await _relay(visit, message, file, talking)
    elif len(targets.waiting) == 1:
        await _file(visit, file, targets.waiting[0].id)
    elif targets.waiting:
        await _ask_which(visit, file, targets.waiting)
    else:
        await post(visit.bot, visit.user.id, notice_screen(visit.texts, "upload-nothing"))


async def picked(visit: Visit, pressed: Pressed, button: FormButton, draft: Draft) -> None:
    """The answer to "which order?"."""
    file, order = kept_attachment(draft.values), OrderId(number_in(button.value))
    new = await _new_proof(visit, file, order)
    on = await visit.desk.write(file_on_card, new, file.message)
    await toast(visit.bot, pressed.query, visit.texts.plain("proof-filed"))
    await visit.desk.write(drop_draft, visit.user.id)
    await drawn(visit, pressed.spot, on)


async def resumed(visit: Visit, spot: Spot, draft: Draft) -> None:
    targets = await visit.desk.read(_targets, visit.user.id, None)
    await draw(visit.bot, spot, which_order_screen(targets.waiting, visit.texts))


async def _file(visit: Visit, file: Attachment, order: OrderId) -> None:
    """The card tells how many proofs are on file: that is the receipt."""
    on = await visit.desk.write(file_on_card, await _new_proof(visit, file, order), file.message)
    if on.card is None:
        await post_card(visit, Seen(on.view, None))
    else:
        await drawn(visit, spot_on(on.card), on)


async def _relay(visit: Visit, message: Message, file: Attachment, order: OrderId) -> None:
    """Into the chat, as the picture that the vault made; a document without one cannot be shown to anybody."""
    accepted = await checked(visit, file)
    if accepted.viewer is None:
        raise Refusal(Rule.FILE_TYPE, given=accepted.kind)
    source = file.source(visit)
    await visit.desk.write(say, NewLine(order, visit.user.id, message.caption or "", accepted.viewer, source))
    await sign_received(visit, message)


async def _ask_which(visit: Visit, file: Attachment, orders: tuple[Order, ...]) -> None:
    spot = await post(visit.bot, visit.user.id, which_order_screen(orders, visit.texts))
    draft = Draft(visit.user.id, UPLOAD_FORM, UPLOAD_STEP, file.values(), "", spot.message, NEVER)
    await visit.desk.write(keep_draft, draft)


async def _new_proof(visit: Visit, file: Attachment, order: OrderId) -> NewProof:
    accepted = await checked(visit, file)
    return NewProof(
        order=order,
        by=visit.user.id,
        sha256=accepted.sha256,
        viewer=accepted.viewer,
        kind=accepted.kind,
        size_bytes=accepted.size_bytes,
        dhash=accepted.dhash,
        telegram_unique_id=file.unique_id,
        source=file.source(visit),
    )


def _targets(reading: Reading, user: UserId, replied_to: int | None) -> _Targets:
    """An expired order in its grace is ended to a list, and waits for a proof all the same."""
    linked = None if replied_to is None else reading.cards.order_of(user, replied_to)
    replied = None if linked is None else reading.orders.view(linked, user).order
    found = [
        order
        for live in (True, False)
        for order, role in reading.orders.of_user(user, live=live, before=None, limit=_LOOKED_AT)
        if role is Role.BUYER and takes_proofs(order)
    ]
    return _Targets(replied, tuple(dict.fromkeys(found)))
