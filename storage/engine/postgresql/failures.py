"""Sorts what asyncpg raises into what the gate retries, what the caller hears, and what is a mistake."""

from typing import Final

import asyncpg

from storage.engine.errors import (
    Busy,
    Constraint,
    ConstraintBroken,
    EngineError,
    StatementFailed,
    TryAgain,
    UnfitValue,
)

DRIVER_FAILURES: Final = (
    asyncpg.PostgresError,
    asyncpg.InterfaceError,
    asyncpg.InternalClientError,
    OSError,
    TimeoutError,
    UnicodeError,
)

_RETRIED: Final = (
    asyncpg.SerializationError,
    asyncpg.DeadlockDetectedError,
    asyncpg.InvalidCachedStatementError,  # A migration changed the table under a prepared statement.
)
_LOST: Final = (
    asyncpg.PostgresConnectionError,
    asyncpg.AdminShutdownError,
    asyncpg.CrashShutdownError,
    asyncpg.CannotConnectNowError,
    asyncpg.TooManyConnectionsError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.InternalClientError,  # The server's goodbye has arrived, the end of the connection has not yet.
    OSError,
)
_CONSTRAINTS: Final = {
    asyncpg.UniqueViolationError: Constraint.UNIQUE,
    asyncpg.CheckViolationError: Constraint.CHECK,
    asyncpg.ForeignKeyViolationError: Constraint.FOREIGN_KEY,
    asyncpg.NotNullViolationError: Constraint.NOT_NULL,
    asyncpg.RaiseError: Constraint.TRIGGER,
}


class ConnectionLost(TryAgain):
    """The connection ended before COMMIT was sent."""


def translated(error: BaseException) -> EngineError:
    """The driver's complaint in the engine's words."""
    words = str(error) or type(error).__name__
    if isinstance(error, _RETRIED):
        return TryAgain(words)
    if isinstance(error, asyncpg.LockNotAvailableError | asyncpg.QueryCanceledError | TimeoutError):
        return Busy(words)
    if isinstance(error, asyncpg.DataError | UnicodeError):
        return UnfitValue(words)
    kind = _CONSTRAINTS.get(type(error))
    if kind is not None:
        return ConstraintBroken(kind, getattr(error, "constraint_name", None) or words)
    if isinstance(error, _LOST) or _is_closed(error):
        return ConnectionLost(words)
    return StatementFailed(words)


def _is_closed(error: BaseException) -> bool:
    """asyncpg says InterfaceError both for a closed connection and for a misuse; only the text tells them apart."""
    return type(error) is asyncpg.InterfaceError and "closed" in str(error)
