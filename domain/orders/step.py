"""A decision as a value: what the order becomes, what moves, whom to tell, what to wait for."""

from dataclasses import dataclass
from enum import StrEnum

from domain.kernel.ids import UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money
from domain.ledger.entry import Entry
from domain.notices.model import Notice
from domain.orders.events import Event
from domain.orders.model import Order, Role
from domain.users.model import Record


class TimerKind(StrEnum):
    """What an order can be waiting for."""

    WINDOW = "window"
    """The payment window: its half, its last tenth, its end."""
    GRACE = "grace"
    TARGET = "target"
    """The release target, and the reminders after it."""


@dataclass(frozen=True, slots=True)
class Timer:
    """One thing that happens by itself at `due`."""

    kind: TimerKind
    due: Instant


@dataclass(frozen=True, slots=True)
class Step:
    """What one event does to one order. `timers` replace whatever the order waited for; None: it waits on.

    A reminder leaves `order` as it was `before`: there is nothing to be saved.
    """

    before: Order
    order: Order
    event: Event
    by: Role
    row: str
    entry: Entry | None = None
    stock_back: Money | None = None
    notices: tuple[Notice, ...] = ()
    timers: tuple[Timer, ...] | None = None
    counts: tuple[tuple[UserId, Record], ...] = ()
