"""The relay inside an order: how its lines and pictures look to the other side."""

from collections.abc import Sequence
from typing import Final

from domain.chat.model import Line
from domain.kernel.ids import UserId
from domain.orders.ports import OrderView
from domain.proofs.model import Proof
from handlers.callbacks import ANEW, FormButton, FormVerb, OrderVerb, order_button
from handlers.texts import Texts
from handlers.views.format import person, reaches_out, shortened, user_text, visible
from handlers.views.home import home_row
from handlers.views.markup import Html, bold, escaped, lines, paragraphs
from handlers.views.screen import Press, Row, Screen, Style

CHAT_FORM: Final = "chat"
CHAT_STEP: Final = "talk"
SHOWN_LINES: Final = 8
_LONGEST_SHOWN: Final = 280
_LONGEST_CAPTION: Final = 700


def chat_screen(view: OrderView, said: Sequence[Line], reader: UserId, texts: Texts) -> Screen:
    """The newest lines, and that everything typed from now on goes to the counterparty."""
    told = [_short(line, view, reader, texts) for line in said[-SHOWN_LINES:]]
    text = paragraphs((
        texts("chat-title", code=view.order.code, person=person(view.counterparty)),
        lines(*told) if told else texts("chat-nothing"),
        texts("chat-how"),
    ))  # fmt: skip
    leave = Press(
        texts.plain("chat-leave"), FormButton(verb=FormVerb.DONE, form=CHAT_FORM, step=CHAT_STEP), Style.PLAIN
    )
    return Screen(text, ((leave, Press(texts.plain("order-do-open"), order_button(view.order, OrderVerb.OPEN, ANEW))),))


def left_screen(view: OrderView, texts: Texts) -> Screen:
    """Chat mode is over; the order is one press away."""
    return Screen(
        texts("chat-left", code=view.order.code),
        ((Press(texts.plain("order-do-open"), order_button(view.order, OrderVerb.OPEN, ANEW)), *home_row(texts)),),
    )


def line_screen(view: OrderView, line: Line, texts: Texts) -> Screen:
    """One line of the counterparty, by alias and number, with a warning where it leads away from here."""
    longest = _LONGEST_CAPTION if line.new.picture else len(line.new.text)
    warning = texts("chat-warning") if reaches_out(line.new.text) else None
    return Screen(
        lines(
            texts("chat-line", alias=visible(view.counterparty.alias), code=view.order.code, number=str(line.number)),
            user_text(shortened(line.new.text, longest)) or None,
            warning,
        ),
        (answer_row(view, texts),),
    )


def proof_screen(view: OrderView, proof: Proof, texts: Texts, *, is_picture: bool) -> Screen:
    """The buyer filed a proof after saying "paid"; if the radar knows it, the seller is told."""
    key = "proof-told" if is_picture else "proof-told-document"
    hint = None if proof.match is None else texts(f"proof-alike-{proof.match.likeness}")
    return Screen(
        lines(texts(key, code=view.order.code, number=str(proof.number)), hint, texts("proof-look")),
        ((Press(texts.plain("order-do-open"), order_button(view.order, OrderVerb.OPEN, ANEW)),),),
    )


def answer_row(view: OrderView, texts: Texts) -> Row:
    return (
        Press(texts.plain("chat-answer"), order_button(view.order, OrderVerb.CHAT)),
        Press(texts.plain("order-do-open"), order_button(view.order, OrderVerb.OPEN, ANEW)),
    )


def _short(line: Line, view: OrderView, reader: UserId, texts: Texts) -> Html:
    who = texts.plain("chat-you") if line.new.by == reader else visible(view.counterparty.alias)
    picture = texts.plain("chat-picture") if line.new.picture else ""
    said = shortened(" ".join(line.new.text.split()), _LONGEST_SHOWN)
    return Html(f"{bold(who)}: {escaped(picture)}{user_text(said)}")
