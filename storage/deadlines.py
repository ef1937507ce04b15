"""What orders wait for, and the claim by which any number of workers share what is due."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, Select, bindparam, delete, func, select, tuple_, update

from domain.kernel.ids import OrderId
from domain.kernel.moments import Instant, after
from domain.orders.step import Timer, TimerKind
from storage.engine import Sql
from storage.engine.portable import MOST_CLAIMED, insert, one_of
from storage.schema.orders import deadlines

if TYPE_CHECKING:
    from storage.work import StorageWork

_OF_ORDER: Final = deadlines.c.order_id == bindparam("order")
_OF_KIND: Final = deadlines.c.kind == bindparam("timer")
_CLEAR: Final = delete(deadlines).where(_OF_ORDER, ~one_of(deadlines.c.kind, "kept"))
_set: Final = insert(deadlines).values(
    order_id=bindparam("order"), kind=bindparam("timer"), due_at=bindparam("due"), ready_at=bindparam("due"), owner=None
)
_SET: Final = _set.on_conflict_do_update(
    index_elements=[deadlines.c.order_id, deadlines.c.kind],
    set_={name: _set.excluded[name] for name in ("due_at", "ready_at", "owner")},
)
_DROP: Final = delete(deadlines).where(_OF_ORDER, _OF_KIND)
_POSTPONE: Final = update(deadlines).where(_OF_ORDER, _OF_KIND).values(ready_at=bindparam("until"), owner=None)

_due: Final = (
    select(deadlines.c.order_id, deadlines.c.kind)
    .where(deadlines.c.ready_at <= bindparam("now"))
    .order_by(deadlines.c.ready_at)
    .limit(MOST_CLAIMED)
    .with_for_update(skip_locked=True)
    .cte("due")
)  # As a named step, because PostgreSQL may run a plain subquery twice and then claim more than the limit.
_CLAIM: Final = (
    update(deadlines)
    .where(
        tuple_(deadlines.c.order_id, deadlines.c.kind).in_(
            select(_due.c.order_id, _due.c.kind).limit(bindparam("most", type_=BigInteger()))
        )
    )
    .values(ready_at=bindparam("lease_until"), owner=bindparam("claimer"))
    .returning(deadlines.c.order_id, deadlines.c.kind)
)
_NEXT: Final[Select[Any]] = select(func.min(deadlines.c.ready_at))


def claim_due(work: "StorageWork", owner: str, limit: int, lease_ms: int) -> list[tuple[OrderId, TimerKind]]:
    """What is due and nobody looks at, leased to `owner` until `lease_ms` from now, whenever it was due.

    A lease is not given back: the timeout's own use case drops, replaces or postpones the deadline.
    """
    rows = work.sql.fetch_all(_CLAIM, now=work.now, most=limit, lease_until=after(work.now, lease_ms), claimer=owner)
    return [(order, TimerKind(kind)) for order, kind in rows]


def any_due(work: "StorageWork") -> bool:
    """Whether `claim_due` would find something: the cheap look, without a transaction."""
    due = next_due(work)
    return due is not None and due <= work.now


def next_due(work: "StorageWork") -> Instant | None:
    """When the next deadline wants somebody; None when no order waits for anything."""
    row = work.sql.fetch_one(_NEXT)
    return None if row is None else row[0]


class DeadlineStore:
    """See `domain.orders.ports.Deadlines`."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def replace(self, order: OrderId, timers: Sequence[Timer]) -> None:
        kinds = [timer.kind.value for timer in timers]
        self._sql.execute_later(_CLEAR, row=(order, "others"), order=order, kept=kinds)
        for timer in timers:
            kind = timer.kind.value
            self._sql.execute_later(_SET, row=(order, kind), order=order, timer=kind, due=timer.due)

    def drop(self, order: OrderId, kind: TimerKind) -> None:
        self._sql.execute(_DROP, order=order, timer=kind.value)

    def postpone(self, order: OrderId, kind: TimerKind, until: Instant) -> None:
        self._sql.execute(_POSTPONE, order=order, timer=kind.value, until=until)
