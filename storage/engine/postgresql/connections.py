"""A bounded stack of raw asyncpg connections; lending a free one costs no timer, no task and no round trip."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any, Final, TypeAlias, TypeVar

import asyncpg

from storage.engine.errors import Busy
from storage.engine.postgresql.failures import DRIVER_FAILURES, translated

ACQUIRE_SECONDS: Final = 5.0
CONNECT_SECONDS: Final = 5.0
TRANSACTION_SECONDS: Final = 10.0
"""The client's own limit, for a server that went silent; the server's limits below come first."""

CACHED_STATEMENTS: Final = 1_024

_SESSION: Final = {
    "application_name": "otcdesk",
    "lock_timeout": "5000",
    "statement_timeout": "5000",
    "idle_in_transaction_session_timeout": "15000",
    "default_transaction_isolation": "read committed",
    "TimeZone": "UTC",
    "jit": "off",
    # Left to itself PostgreSQL plans some statements anew each time, which costs more than running them.
    "plan_cache_mode": "force_generic_plan",
}
"""Sent with the greeting, so they cost no round trip and hold for the connection's life."""

Connection: TypeAlias = Any
"""asyncpg carries no types; this name says which object is meant."""

R = TypeVar("R")


class Connections:
    """Lends one connection at a time to one transaction; at most `size` are open."""

    def __init__(self, url: str, size: int) -> None:
        self._url = url
        self._size = size
        self._slots = asyncio.Semaphore(size)
        self._idle: list[Connection] = []

    @classmethod
    async def open(cls, url: str, size: int) -> "Connections":
        """Connects once, so that a wrong address is told at start."""
        connections = cls(url, size)
        await connections.use(_greet)
        return connections

    async def use(self, action: Callable[[Connection], Awaitable[R]]) -> R:
        """Runs `action` on a connection with no transaction open; the action terminates it when in doubt.

        Raises Busy when none became free, and when the action took longer than TRANSACTION_SECONDS.
        """
        await self._take_slot()
        try:
            connection = await self._idle_or_new()
            try:
                async with asyncio.timeout(TRANSACTION_SECONDS):
                    return await action(connection)
            except asyncio.CancelledError:
                # Only a stopping loop cancels us; what the server still does must not meet the next borrower.
                connection.terminate()
                raise
            except TimeoutError as error:
                connection.terminate()
                raise Busy(f"the database did not answer in {TRANSACTION_SECONDS} seconds") from error
            finally:
                self._take_back(connection)
        finally:
            self._slots.release()

    async def close(self, timeout_seconds: float) -> None:
        """Waits for the borrowed ones, then hangs up."""
        try:
            async with asyncio.timeout(timeout_seconds):
                for _ in range(self._size):
                    await self._slots.acquire()
                while self._idle:
                    await self._idle.pop().close()
        except TimeoutError:
            while self._idle:
                self._idle.pop().terminate()

    async def _take_slot(self) -> None:
        if not self._slots.locked():
            await self._slots.acquire()
            return
        try:
            async with asyncio.timeout(ACQUIRE_SECONDS):
                await self._slots.acquire()
        except TimeoutError as error:
            raise Busy(f"no database connection became free in {ACQUIRE_SECONDS} seconds") from error

    async def _idle_or_new(self) -> Connection:
        while self._idle:
            # The one used last is the likeliest to be alive and to have its statements prepared.
            connection = self._idle.pop()
            if not connection.is_closed():
                return connection
        try:
            return await asyncpg.connect(
                self._url,
                statement_cache_size=CACHED_STATEMENTS,
                max_cached_statement_lifetime=0,
                timeout=CONNECT_SECONDS,
                server_settings=_SESSION,
            )
        except DRIVER_FAILURES as error:
            raise translated(error) from error

    def _take_back(self, connection: Connection) -> None:
        if connection.is_closed():
            return
        if connection.is_in_transaction():
            connection.terminate()
            return
        self._idle.append(connection)


async def _greet(connection: Connection) -> None:
    """Being connected is all that is asked."""
