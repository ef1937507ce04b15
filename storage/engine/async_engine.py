"""SQLAlchemy's own async engine with its transactions made honest: for migrations and probes, never for serving."""

from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Pool, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from storage.engine.opening import parse_url, sqlite_path

_SQLITE_SETTINGS: Final = (
    "PRAGMA busy_timeout = 5000",
    "PRAGMA synchronous = FULL",
    # A migration copies and drops whole tables, which would pull the rows that refer to them along.
    "PRAGMA foreign_keys = OFF",
)
_POSTGRESQL_SESSION: Final = {"application_name": "otcdesk-migrations", "lock_timeout": "30000"}


def migration_engine(url: str) -> AsyncEngine:
    """One connection at a time; on SQLite every transaction holds the write lock from its first moment."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "postgresql":
        return create_async_engine(parsed, poolclass=NullPool, connect_args={"server_settings": _POSTGRESQL_SESSION})
    _make_private(sqlite_path(parsed))
    engine = create_async_engine(parsed, poolclass=NullPool)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin_immediate)
    return engine


def _make_private(path: Path) -> None:
    """A new database is its owner's alone, whatever the umask says; SQLite's side files take its mode over."""
    if path.parent.is_dir() and not path.exists():
        path.touch(mode=0o600)


def _prepare(connection: Any, record: Pool) -> None:
    # The driver's own BEGIN is deferred: two such transactions read the same balance and one decrement is lost.
    connection.isolation_level = None
    cursor = connection.cursor()
    for setting in _SQLITE_SETTINGS:
        cursor.execute(setting)
    cursor.close()


def _begin_immediate(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")
