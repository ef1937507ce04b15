"""Looking at an order without changing it: its past, and the pictures on file."""

from collections.abc import Sequence

from domain.kernel.ids import OrderId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.notices.use_cases.cards import link_messages
from domain.orders.model import Role
from domain.orders.ports import HistoryLine, OrderView
from domain.proofs.model import Proof
from domain.work import Reading
from handlers.callbacks import OrderButton, order_in
from handlers.show import draw, post, post_album, toast
from handlers.texts import Texts
from handlers.views.markup import Html, lines
from handlers.views.order_card import proofs_are_shown
from handlers.views.order_steps import history_screen
from handlers.views.screen import Screen
from handlers.visit import Pressed, Visit


async def history(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    view, happened = await visit.desk.read(_past, order_in(button), visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, history_screen(view.order, happened, visit.texts))


async def proofs(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    """The clean pictures, one album; a document has no picture and is only named."""
    view, filed = await visit.desk.read(_on_file, order_in(button), visit.user.id)
    if not proofs_are_shown(view):
        raise Refusal(Rule.NOT_NOW)
    await toast(visit.bot, pressed.query)
    texts, code = visit.texts, view.order.code
    shown = [
        (_caption(view, proof, texts), await visit.vault.picture(proof.new.viewer))
        for proof in filed
        if proof.new.viewer is not None
    ]
    messages: tuple[int, ...] = ()
    if len(shown) == 1:
        caption, picture = shown[0]
        messages = ((await post(visit.bot, visit.user.id, Screen(caption), picture=picture)).message,)
    elif shown:
        captions, pictures = zip(*shown, strict=True)
        messages = await post_album(visit.bot, visit.user.id, captions, pictures)
    documents = len(filed) - len(shown)
    if documents:
        told = Screen(texts("proof-documents", code=code, count=documents))
        messages = (*messages, (await post(visit.bot, visit.user.id, told)).message)
    await visit.desk.write(link_messages, visit.user.id, messages, view.order.id)


def _caption(view: OrderView, proof: Proof, texts: Texts) -> Html:
    """The radar's hint is for the seller alone."""
    told = texts("proof-caption", code=view.order.code, number=str(proof.number))
    if proof.match is None or view.role is not Role.SELLER:
        return told
    return lines(told, texts(f"proof-alike-{proof.match.likeness}"))


def _past(reading: Reading, order: OrderId, viewer: UserId) -> tuple[OrderView, Sequence[HistoryLine]]:
    """The view refuses strangers before the history is read."""
    return reading.orders.view(order, viewer), reading.orders.history(order)


def _on_file(reading: Reading, order: OrderId, viewer: UserId) -> tuple[OrderView, tuple[Proof, ...]]:
    return reading.orders.view(order, viewer), reading.proofs.of_order(order)
