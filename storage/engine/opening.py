"""Reads a database address and opens the desk for it."""

from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from domain.kernel.moments import Instant
from storage.engine.desk import Desk, WorkRoom
from storage.engine.postgresql.desk import PostgresqlDesk
from storage.engine.sql import Sql
from storage.engine.sqlite.desk import SqliteDesk

W = TypeVar("W")

_DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}


class UnfitUrl(ValueError):
    """The database address cannot be used; the message never repeats its password."""


async def open_desk(
    url: str,
    *,
    work_factory: Callable[[Sql, Instant], W],
    now_of: Callable[[Sql], int],
    exclusive: bool,
    pool_size: int = 10,
) -> Desk[W]:
    """The one gate to the database at `url`, for the loop that runs now.

    `now_of` gives milliseconds since 1970 UTC. `exclusive` refuses a second serving process on a SQLite file and
    means nothing to PostgreSQL, whose `pool_size` in turn means nothing to SQLite. Raises UnfitUrl, Unreachable,
    AlreadyServed or UnfitDatabase.
    """
    room = WorkRoom(work_factory, now_of)
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite":
        return await SqliteDesk.open(sqlite_path(parsed), room, exclusive=exclusive)
    return await PostgresqlDesk.open(asyncpg_dsn(parsed), room, pool_size=pool_size)


def parse_url(url: str) -> URL:
    """The address with the async driver's name in it, whichever way it was written."""
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise UnfitUrl("the database address is not a URL such as sqlite+aiosqlite:///otcdesk.db") from error
    driver = _DRIVERS.get(parsed.drivername)
    if driver is None:
        raise UnfitUrl(f"{parsed.drivername} is not supported: use sqlite+aiosqlite:///… or postgresql+asyncpg://…")
    parsed = parsed.set(drivername=driver)
    if parsed.get_backend_name() == "sqlite":
        sqlite_path(parsed)
    return parsed


def sqlite_path(url: URL) -> Path:
    """The database file; memory will not do, because readers and writer must meet in one file."""
    if not url.database or url.database.startswith((":memory:", "file:")) or url.query:
        raise UnfitUrl("a SQLite address is a plain file: sqlite+aiosqlite:///otcdesk.db, four slashes if absolute")
    return Path(url.database)


def asyncpg_dsn(url: URL) -> str:
    """The same address as asyncpg itself reads it."""
    return url.set(drivername="postgresql").render_as_string(hide_password=False)
