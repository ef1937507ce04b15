"""A bounded pool of raw asyncpg connections whose every wait has a limit."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, Final, TypeAlias

import asyncpg

from storage.engine.errors import Busy
from storage.engine.postgresql.failures import DRIVER_FAILURES, translated

ACQUIRE_SECONDS: Final = 5.0
CONNECT_SECONDS: Final = 5.0
COMMAND_SECONDS: Final = 10.0
"""The client's own limit, for a server that went silent; the server's limits below come first."""

CACHED_STATEMENTS: Final = 1_024
QUERIES_PER_CONNECTION: Final = 10_000_000

_SESSION: Final = {
    "application_name": "otcdesk",
    "lock_timeout": "5000",
    "statement_timeout": "5000",
    "idle_in_transaction_session_timeout": "15000",
    "default_transaction_isolation": "read committed",
    "TimeZone": "UTC",
    "jit": "off",
}
"""Sent with the greeting, so they cost no round trip and hold for the connection's life."""

Connection: TypeAlias = Any
"""asyncpg carries no types; this name says which object is meant."""


class _UnresetConnection(asyncpg.Connection):  # type: ignore[misc]
    def get_reset_query(self) -> str:
        """Nobody here changes session state, so giving a connection back needs no round trip."""
        return ""


class Connections:
    """Lends one connection at a time to one transaction."""

    def __init__(self, pool: Any) -> None:
        self._pool = pool

    @classmethod
    async def open(cls, url: str, pool_size: int) -> "Connections":
        """Connects once at least, so a wrong address is told at start."""
        try:
            pool = await asyncpg.create_pool(
                url,
                min_size=1,
                max_size=pool_size,
                max_queries=QUERIES_PER_CONNECTION,
                connection_class=_UnresetConnection,
                statement_cache_size=CACHED_STATEMENTS,
                max_cached_statement_lifetime=0,
                timeout=CONNECT_SECONDS,
                command_timeout=COMMAND_SECONDS,
                server_settings=_SESSION,
            )
        except DRIVER_FAILURES as error:
            raise translated(error) from error
        return cls(pool)

    @asynccontextmanager
    async def lend(self) -> AsyncIterator[Connection]:
        """A connection with no transaction open; whoever borrows it terminates it when in doubt."""
        try:
            connection = await self._pool.acquire(timeout=ACQUIRE_SECONDS)
        except TimeoutError as error:
            raise Busy(f"no database connection became free in {ACQUIRE_SECONDS} seconds") from error
        except DRIVER_FAILURES as error:
            raise translated(error) from error
        try:
            yield connection
        except asyncio.CancelledError:
            # Only a stopping loop cancels us; what the server still does must not meet the next borrower.
            connection.terminate()
            raise
        finally:
            await self._pool.release(connection)

    async def close(self, timeout_seconds: float) -> None:
        """Waits for the borrowed ones, then hangs up on those that stay out too long."""
        try:
            async with asyncio.timeout(timeout_seconds):
                await self._pool.close()
        except TimeoutError:
            self._pool.terminate()
