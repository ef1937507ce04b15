"""Gates as separate workers have them, with a clock per contender and a little chaos before each statement."""

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from contextvars import ContextVar
from typing import Any, Final

from sqlalchemy.util import await_only

from domain.kernel.moments import Instant
from domain.operations.rules import DEFAULTS
from storage.engine import Desk, Dialect, Row, Sql, Statement, open_desk
from storage.work import StorageWork

NOON: Final = Instant(1_780_000_000_000)
PAUSE_SECONDS: Final = 0.002
PAUSED_ONE_IN: Final = 4

clock: Final[ContextVar[Instant]] = ContextVar("clock", default=NOON)
"""What time the caller's worker believes it is; the gate carries its caller's context into the transaction."""

Seams = Callable[[Sql], Sql]


@asynccontextmanager
async def open_gates(url: str, count: int = 2, wrap: Seams = lambda sql: sql) -> AsyncIterator[list[Desk[StorageWork]]]:
    """As many gates as workers would open, each with connections of its own; `wrap` sits between stores and engine."""

    def work_of(sql: Sql, now: Instant) -> StorageWork:
        return StorageWork(Jittery(wrap(sql)), now, DEFAULTS)

    async with AsyncExitStack() as stack:
        gates = []
        for number in range(count):
            gate = await open_desk(url, work_factory=work_of, now_of=lambda _: clock.get(), exclusive=number == 0)
            stack.push_async_callback(gate.close)
            gates.append(gate)
        yield gates


class Jittery:
    """Lets others in between any two statements, where the engine has others at all: SQLite runs one at a time."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._dice = random.Random()  # Timing is not repeatable anyway; the schedules come from the seed.

    @property
    def dialect(self) -> Dialect:
        return self._sql.dialect

    def fetch_all(self, statement: Statement, /, **parameters: Any) -> list[Row]:
        self._pause()
        return self._sql.fetch_all(statement, **parameters)

    def fetch_one(self, statement: Statement, /, **parameters: Any) -> Row | None:
        self._pause()
        return self._sql.fetch_one(statement, **parameters)

    def execute(self, statement: Statement, /, **parameters: Any) -> int:
        self._pause()
        return self._sql.execute(statement, **parameters)

    def execute_later(self, statement: Statement, /, **parameters: Any) -> None:
        self._pause()
        self._sql.execute_later(statement, **parameters)

    def execute_many(self, statement: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        self._pause()
        self._sql.execute_many(statement, rows)

    def _pause(self) -> None:
        if self.dialect == "postgresql" and self._dice.randrange(PAUSED_ONE_IN) == 0:
            await_only(asyncio.sleep(self._dice.uniform(0, PAUSE_SECONDS)))
