"""What the rules need of the orders' store, and what screens read from it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant
from domain.orders.facts import Facts
from domain.orders.model import Order, OrderState, Role, Terms
from domain.orders.step import Step, Timer, TimerKind
from domain.proofs.model import Likeness
from domain.trust.model import UNKNOWN, Regard
from domain.users.model import Profile


class Orders(Protocol):
    def get(self, order: OrderId) -> Order:
        """The order, locked until this transaction ends. Raises `Refusal` (not-found)."""
        ...

    def opened_by(self, token: str) -> Order | None:
        """The order that this confirmation opened before."""
        ...

    def open(self, terms: Terms, *, token: str, now: Instant) -> Order:
        """A new order that awaits payment, its frozen terms and the first line of its history."""
        ...

    def save(self, step: Step, now: Instant) -> None:
        """Writes the order where its version still matches, and one line of history. Raises `Refusal` (stale)."""
        ...

    def count_open_as_taker(self, user: UserId) -> int: ...

    def arm_release(self, order: Order, now: Instant) -> None:
        """Remembers that the seller was shown the release confirmation of this version."""
        ...

    def armed_at(self, order: Order) -> Instant | None:
        """When that was, for exactly this version; None otherwise."""
        ...


class Deadlines(Protocol):
    def replace(self, order: OrderId, timers: Sequence[Timer]) -> None:
        """The order waits for these and for nothing else."""
        ...

    def drop(self, order: OrderId, kind: TimerKind) -> None:
        """The order does not wait for this any more."""
        ...

    def postpone(self, order: OrderId, kind: TimerKind, until: Instant) -> None:
        """Looks at it again then."""
        ...


class Presses(Protocol):
    def waiting(self, user: UserId) -> bool:
        """Whether something this person sent has arrived and is not worked off yet."""
        ...


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One transition as it was recorded."""

    version: int
    event: str
    by: Role
    state: OrderState
    at: Instant


@dataclass(frozen=True, slots=True)
class OrderView:
    """Everything a card shows to one of the two parties. `likeness` is the radar's hint about the proofs on file."""

    order: Order
    role: Role
    counterparty: Profile
    facts: Facts
    likeness: Likeness | None = None
    regard: Regard = UNKNOWN


class OrderReader(Protocol):
    def view(self, order: OrderId, viewer: UserId) -> OrderView:
        """The order as this party sees it. Raises `Refusal` (not-found, also to strangers)."""
        ...

    def of_user(self, user: UserId, *, live: bool, before: OrderId | None, limit: int) -> Sequence[tuple[Order, Role]]:
        """A person's live or ended orders, newest first."""
        ...

    def count_live(self, user: UserId) -> int: ...

    def count_open_as_taker(self, user: UserId) -> int:
        """Their live orders on other people's ads."""
        ...

    def history(self, order: OrderId) -> Sequence[HistoryLine]: ...
