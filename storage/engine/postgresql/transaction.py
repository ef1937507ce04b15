"""Begins and ends a transaction on a raw connection; after any doubt the connection is not used again."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Final, TypeVar

import asyncpg

from storage.engine.crashpoints import CrashPoint, reach
from storage.engine.errors import Ambiguous, ConstraintBroken, StatementFailed, TryAgain
from storage.engine.postgresql.connections import Connection
from storage.engine.postgresql.failures import DRIVER_FAILURES, ConnectionLost, translated

R = TypeVar("R")

READ_WRITE: Final = "BEGIN"
READ_SNAPSHOT: Final = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


async def in_transaction(connection: Connection, begin: str, body: Callable[[Connection], Awaitable[R]]) -> R:
    """Commits when the body returns, rolls back when it raises."""
    reach(CrashPoint.BEFORE_BEGIN)
    try:
        await connection.execute(begin)
    except DRIVER_FAILURES as error:
        connection.terminate()
        raise translated(error) from error
    reach(CrashPoint.AFTER_BEGIN)
    try:
        result = await body(connection)
    except asyncio.CancelledError:
        connection.terminate()
        raise
    except BaseException:
        await _roll_back(connection)
        raise
    await _commit(connection)
    return result


async def _roll_back(connection: Connection) -> None:
    """Never raises: the reason for rolling back is what the caller must hear."""
    if connection.is_closed():
        return
    try:
        await connection.execute("ROLLBACK")
    except DRIVER_FAILURES:
        connection.terminate()


async def _commit(connection: Connection) -> None:
    reach(CrashPoint.BEFORE_COMMIT)
    if connection.is_closed():
        raise ConnectionLost("the connection ended before COMMIT was sent")
    try:
        status = await connection.execute("COMMIT")
    except asyncio.CancelledError as error:
        connection.terminate()
        raise Ambiguous("the server was silent after COMMIT") from error
    except asyncpg.InternalClientError as error:
        connection.terminate()
        raise ConnectionLost("the server had hung up before COMMIT was sent") from error
    except DRIVER_FAILURES as error:
        connection.terminate()
        failure = translated(error)
        if isinstance(error, asyncpg.PostgresError) and _was_refused(failure):
            raise failure from error
        raise Ambiguous(f"the answer to COMMIT was lost: {failure}") from error
    if status != "COMMIT":
        # PostgreSQL answers COMMIT of an aborted transaction with ROLLBACK and no error.
        raise StatementFailed(f"COMMIT was answered with {status}")
    reach(CrashPoint.AFTER_COMMIT)


def _was_refused(failure: Exception) -> bool:
    """Whether the server itself said no, as for a deferred constraint; then nothing was committed."""
    return isinstance(failure, ConstraintBroken) or (
        isinstance(failure, TryAgain) and not isinstance(failure, ConnectionLost)
    )
