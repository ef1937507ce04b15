"""Writes docs/order-lifecycle.md from the order table, so that the document can't say what the desk doesn't do."""

import inspect
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final

from domain.notices.model import NoticeKind
from domain.orders.events import WindowExtended
from domain.orders.model import LIVE, OrderState, Role
from domain.orders.table import TABLE, Row, Tell

TAKEN: Final = "1"
"""The row that begins an order. It has no state before it, so the table of changes can't hold it."""

_INTRODUCTION: Final = """\
# The life of an order

Written by `otcdesk admin docs` from `domain/orders/table.py`, the table that decides every press, offers every
button and is tested triple by triple. `make check` compares; a change here is made there.

Numbers are those of the desk's trading rules. An order begins with row 1, the take: amount and seller's fee leave
the ad's reserve for the order's escrow, the payment window opens, and the seller is told (`order-told-taken`).
"""
_REFUSALS: Final = """\
## Everything else is refused

A press that no row allows changes nothing and says why: `not-yours` to a stranger, `not-your-move` when only the
other side may, `already-done` when it has happened, `not-now` otherwise, and the reason of its guard or check when
a row exists. A button of an older version of the card is refused as `stale` before the table is even asked.

Two rules follow from the rows and are worth saying aloud: once an order is paid, no timer moves money; and before
it is paid, only the buyer ends it alone.
"""


def order_lifecycle() -> str:
    """The whole document."""
    parts = (
        _INTRODUCTION,
        "## States\n\n" + _states(),
        "## Diagram\n\n" + _diagram(),
        "## Rows\n\n" + _rows(),
        "## Buttons\n\n" + _buttons(),
        "## Events\n\n" + _meanings(row.event for row in TABLE),
        "## Guards and checks\n\n"
        "A guard decides whether the button is there at all; a check is asked in addition when it is pressed.\n\n"
        + _meanings(guard for row in TABLE for guard in (*row.guards, *row.checks)),
        "## Where the coins go\n\n" + _meanings(row.money for row in TABLE if row.money is not None),
        _REFUSALS,
    )
    return "\n".join(parts)


def _states() -> str:
    lines = [
        (
            f"`{state}`",
            "yes" if state in LIVE else "no",
            _joined(row.number for row in TABLE if row.source is state) or "none: it is over",
        )
        for state in OrderState
    ]
    return _table(("state", "coins in the order's escrow", "rows that begin here"), lines)


def _rows_from(state: OrderState) -> list[Row]:
    return [row for row in TABLE if row.source is state]


def _diagram() -> str:
    roads: dict[tuple[OrderState, OrderState], list[str]] = {}
    for row in TABLE:
        roads.setdefault((row.source, row.to), []).append(f"{row.number} {_words(row.event.__name__)}")
    lines = [f"    [*] --> {OrderState.AWAIT_PAYMENT}: {TAKEN} taken"]
    lines += [f"    {source} --> {to}: {_joined(names)}" for (source, to), names in roads.items()]
    lines += [f"    {state} --> [*]" for state in OrderState if state not in LIVE]
    return "\n".join(("```mermaid", "stateDiagram-v2", *lines, "```", ""))


def _rows() -> str:
    columns = ("#", "from", "event", "by", "guards", "checks", "to", "timer", "money", "stock", "is told", "fault of")
    return _table(columns, [_row(row) for row in TABLE])


def _row(row: Row) -> tuple[str, ...]:
    return (
        row.number,
        f"`{row.source}`",
        _words(row.event.__name__),
        row.by,
        _names(row.guards),
        _names(row.checks),
        "same, a reminder" if row.reminds else f"`{row.to}`" if row.to is not row.source else "same",
        _timer(row),
        "" if row.money is None else _words(row.money.__name__),
        "" if row.stock is None else _words(row.stock.__name__),
        ", ".join(_told(tell) for tell in row.tell),
        "" if row.fault is None else str(row.fault),
    )


def _timer(row: Row) -> str:
    """Which of the clock's rows the order waits for from then on; nothing where it waits on."""
    if row.event is WindowExtended:
        return "begins anew"
    if row.reminds:
        return "the next one begins"
    before, now = _clock(row.source), _clock(row.to)
    if before == now:
        return "stops" if row.by is Role.TIMER else ""
    return f"waits for {_joined(now)}" if now else "stops"


def _clock(state: OrderState) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row.number for row in _rows_from(state) if row.by is Role.TIMER))


def _told(tell: Tell) -> str:
    return f"{tell.side}: `{tell.headline}`" if tell.kind is NoticeKind.ALERT else f"{tell.side}: card redrawn"


def _buttons() -> str:
    lines = [
        (f"`{state}`", _offered(state, Role.BUYER), _offered(state, Role.SELLER), _offered(state, Role.TIMER))
        for state in OrderState
    ]
    return _table(("state", "buyer's buttons", "seller's buttons", "the clock"), lines)


def _offered(state: OrderState, side: Role) -> str:
    rows = [row for row in _rows_from(state) if row.by is side]
    return "<br>".join(_words(row.event.__name__) + _if(row) for row in rows) or "–"


def _if(row: Row) -> str:
    return f" (if {_names(row.guards)})" if row.guards else ""


def _meanings(things: Iterable[Any]) -> str:
    """Each thing once, in the order of the table, with what its docstring says."""
    lines = [f"- **{_words(thing.__name__)}**{_said(thing)}" for thing in dict.fromkeys(things)]
    return "\n".join((*lines, ""))


def _said(thing: Any) -> str:
    told = inspect.getdoc(thing) or ""
    return ": " + " ".join(told.split()) if told else ""


def _names(things: Sequence[Callable[..., Any]]) -> str:
    return ", ".join(_words(thing.__name__) for thing in things)


def _words(name: str) -> str:
    """`PaymentMarked` and `payment_marked` both read "payment marked"."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).replace("_", " ").lower()


def _joined(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))


def _table(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [columns, ["---"] * len(columns), *rows]
    return "\n".join((*("| " + " | ".join(line) + " |" for line in lines), ""))
