"""Screens that ask once more on an order card, and the card's history."""

import re
from collections.abc import Sequence
from typing import Final

from domain.ads.methods import METHODS
from domain.orders.model import CancelReason, Order
from domain.orders.ports import HistoryLine, OrderView
from handlers.callbacks import OrderVerb, order_button
from handlers.texts import Texts
from handlers.views.format import money, visible
from handlers.views.markup import Html, bold, day_and_clock, lines, paragraphs
from handlers.views.screen import Press, Row, Screen, Style

HISTORY_LINES: Final = 12
"""A caption under a picture has room for these."""


def release_screen(view: OrderView, texts: Texts) -> Screen:
    """The seller's last look before the coins go."""
    terms = view.order.terms
    wait_s = terms.release_wait_ms // 1_000
    text = paragraphs((
        texts("release-title", code=view.order.code),
        lines(
            texts("release-money", fiat=bold(money(terms.fiat, texts.language)),
                  method=METHODS[terms.account.method].name),
            texts("release-payer", name=bold(visible(terms.payer_name))),
            texts("release-amount", amount=bold(money(terms.amount, texts.language)),
                  alias=bold(visible(view.counterparty.alias))),
        ),
        texts("release-look"),
        texts("release-moderator"),
        texts("release-wait", seconds=wait_s) if wait_s else None,
    ))  # fmt: skip
    return Screen(
        text,
        (
            (deed_press(view.order, OrderVerb.RELEASE_DO, texts.plain("release-do"), Style.GO),),
            back_row(view.order, texts),
        ),
    )


def cancel_reasons(order: Order, texts: Texts) -> Screen:
    """Why the buyer wants out."""
    rows = tuple(
        (deed_press(order, OrderVerb.CANCEL_WHY, texts.plain(f"cancel-reason-{reason}"), value=str(place)),)
        for place, reason in enumerate(CancelReason)
    )
    return Screen(texts("cancel-why", code=order.code), (*rows, back_row(order, texts)))


def cancel_screen(order: Order, reason: CancelReason, texts: Texts) -> Screen:
    """The buyer says that nothing was paid, and what that means."""
    place = str(list(CancelReason).index(reason))
    text = paragraphs((
        texts("cancel-title", code=order.code, reason=texts(f"cancel-reason-{reason}")),
        texts("cancel-means", fiat=bold(money(order.terms.fiat, texts.language)),
              amount=bold(money(order.terms.amount, texts.language))),
    ))  # fmt: skip
    return Screen(
        text,
        (
            (deed_press(order, OrderVerb.CANCEL_DO, texts.plain("cancel-do"), Style.STOP, place),),
            back_row(order, texts),
        ),
    )


def agree_screen(view: OrderView, texts: Texts) -> Screen:
    """Ending it together moves the coins back: both sides and the amount once more."""
    order = view.order
    text = texts(
        f"agree-{view.role}",
        code=order.code,
        fiat=bold(money(order.terms.fiat, texts.language)),
        amount=bold(money(order.terms.amount, texts.language)),
    )
    return Screen(
        text, ((deed_press(order, OrderVerb.AGREE_DO, texts.plain("agree-do"), Style.STOP),), back_row(order, texts))
    )


def history_screen(order: Order, history: Sequence[HistoryLine], texts: Texts) -> Screen:
    """What happened, newest last."""
    shown = [texts("history-line", time=day_and_clock(line.at), what=_what(line, texts)) for line in history]
    return Screen(
        lines(texts("history-title", code=order.code), "", *shown[-HISTORY_LINES:]),
        (back_row(order, texts),),
    )


def _what(line: HistoryLine, texts: Texts) -> Html:
    """The event in words; the state it led to, for an event that has none of its own."""
    key = "history-" + re.sub(r"(?<=[a-z])(?=[A-Z])|_", "-", line.event).lower()
    return texts(key) if texts.has(key) else texts(f"state-{line.state.replace('_', '-')}")


def deed_press(order: Order, verb: OrderVerb, text: str, style: Style = Style.PLAIN, value: str = "") -> Press:
    return Press(text, order_button(order, verb, value), style)


def back_row(order: Order, texts: Texts) -> Row:
    return (deed_press(order, OrderVerb.OPEN, texts.plain("back")),)
