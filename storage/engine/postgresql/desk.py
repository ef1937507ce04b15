"""The desk on PostgreSQL."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from random import SystemRandom
from typing import Any, Concatenate, Final, Generic, ParamSpec, TypeVar

from sqlalchemy.util import greenlet_spawn

from storage.engine.desk import WorkRoom
from storage.engine.errors import Busy, DeskClosed, TryAgain, Unreachable
from storage.engine.postgresql.connections import Connection, Connections
from storage.engine.postgresql.failures import ConnectionLost
from storage.engine.postgresql.sql import PostgresqlSql
from storage.engine.postgresql.transaction import READ_SNAPSHOT, READ_WRITE, in_transaction

ATTEMPTS: Final = 5
FIRST_PAUSE_SECONDS: Final = 0.02
IN_FLIGHT_LIMIT: Final = 1_000
CLOSE_SECONDS: Final = 10.0

W = TypeVar("W")
P = ParamSpec("P")
R = TypeVar("R")

_random: Final = SystemRandom()


class PostgresqlDesk(Generic[W]):
    """See `storage.engine.desk.Desk`."""

    def __init__(self, room: WorkRoom[W], connections: Connections) -> None:
        self._room = room
        self._connections = connections
        self._in_flight: set[asyncio.Task[Any]] = set()
        self._closing = False

    @classmethod
    async def open(cls, url: str, room: WorkRoom[W], *, pool_size: int) -> "PostgresqlDesk[W]":
        """Raises Unreachable when nobody answers at `url`."""
        try:
            return cls(room, await Connections.open(url, pool_size))
        except TryAgain as error:
            raise Unreachable(str(error)) from error

    async def write(self, use_case: Callable[Concatenate[W, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        async def body(connection: Connection) -> R:
            sql = PostgresqlSql(connection, read_only=False)
            return await greenlet_spawn(partial(self._room.run, sql, use_case, *args, **kwargs))

        return await self._carry_through(lambda connection: in_transaction(connection, READ_WRITE, body))

    async def read(self, query: Callable[Concatenate[W, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        async def body(connection: Connection) -> R:
            sql = PostgresqlSql(connection, read_only=True)
            return await greenlet_spawn(partial(self._room.run, sql, query, *args, **kwargs))

        return await self._carry_through(body)

    async def read_snapshot(self, query: Callable[Concatenate[W, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        async def body(connection: Connection) -> R:
            sql = PostgresqlSql(connection, read_only=True)
            return await greenlet_spawn(partial(self._room.run, sql, query, *args, **kwargs))

        return await self._carry_through(lambda connection: in_transaction(connection, READ_SNAPSHOT, body))

    async def close(self) -> None:
        if self._closing:
            return
        self._closing = True
        if self._in_flight:
            await asyncio.wait(self._in_flight, timeout=CLOSE_SECONDS)
        await self._connections.close(CLOSE_SECONDS)

    async def _carry_through(self, attempt: Callable[[Connection], Awaitable[R]]) -> R:
        """In a task of its own, so that a cancelled caller leaves no transaction half-way."""
        if self._closing:
            raise DeskClosed("the desk is closed")
        if len(self._in_flight) >= IN_FLIGHT_LIMIT:
            raise Busy(f"{IN_FLIGHT_LIMIT} commands are under way already")
        task = asyncio.create_task(self._with_retries(attempt))
        self._in_flight.add(task)
        task.add_done_callback(self._landed)
        return await asyncio.shield(task)

    async def _with_retries(self, attempt: Callable[[Connection], Awaitable[R]]) -> R:
        """Nothing was committed when TryAgain comes, so the whole command may run again."""
        for number in range(1, ATTEMPTS):
            try:
                return await self._connections.use(attempt)
            except TryAgain:
                await asyncio.sleep(FIRST_PAUSE_SECONDS * 2**number * _random.uniform(0.5, 1.5))
        try:
            return await self._connections.use(attempt)
        except ConnectionLost as error:
            raise Unreachable(f"gave up after {ATTEMPTS} attempts: {error}") from error
        except TryAgain as error:
            raise Busy(f"gave up after {ATTEMPTS} attempts: {error}") from error

    def _landed(self, task: asyncio.Task[Any]) -> None:
        self._in_flight.discard(task)
        if not task.cancelled():
            # Marks the exception as seen: a caller that went away is no reason for asyncio to complain.
            task.exception()
