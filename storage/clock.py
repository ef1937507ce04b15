"""The one place that asks what time it is; the sandbox may move its own time forward."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, select

from domain.kernel.moments import Instant
from storage.engine import Sql
from storage.engine.portable import insert
from storage.schema.operations import desk_clock

if TYPE_CHECKING:
    from storage.work import StorageWork

_OFFSET: Final = select(desk_clock.c.offset_ms).where(desk_clock.c.id == 1)
_moved: Final = insert(desk_clock).values(id=1, offset_ms=bindparam("span_ms"))
_ADVANCE: Final = _moved.on_conflict_do_update(
    index_elements=[desk_clock.c.id], set_={"offset_ms": desk_clock.c.offset_ms + _moved.excluded.offset_ms}
)


def now_of(*, shiftable: bool) -> Callable[[Sql], Instant]:
    """How a transaction learns the time; `shiftable` adds the stored offset, at the price of a statement."""
    return _shifted_now if shiftable else _system_now


def advance(work: "StorageWork", span_ms: int) -> None:
    """Moves the desk's time forward for every transaction from the next one on. Time never goes back."""
    if span_ms < 0:
        raise ValueError(f"time does not go back: {span_ms}")
    work.sql.execute(_ADVANCE, span_ms=span_ms)


def _system_now(_: Sql) -> Instant:
    return Instant(time.time_ns() // 1_000_000)


def _shifted_now(sql: Sql) -> Instant:
    row = sql.fetch_one(_OFFSET)
    return Instant(_system_now(sql) + (0 if row is None else row[0]))
