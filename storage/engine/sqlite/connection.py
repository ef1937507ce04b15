"""Opens SQLite connections that keep money safe, and proves that the settings took."""

import contextlib
import os
import sqlite3
import time
from pathlib import Path
from typing import Final

from storage.engine.errors import UnfitDatabase, Unreachable

BUSY_MS: Final = 5_000
"""How long a writer waits for a command line's write beside it, and the other way round."""

CACHED_STATEMENTS: Final = 512

_MODE_ATTEMPTS: Final = 100
_MODE_PAUSE_SECONDS: Final = 0.05

_SETTINGS: Final = (
    ("busy_timeout", BUSY_MS, BUSY_MS),
    ("synchronous", "FULL", 2),  # Less may forget a release that was already announced, on power loss.
    ("foreign_keys", "ON", 1),
    ("mmap_size", 0, 0),  # A mapped file turns an I/O error into a killed process.
)


def connect(path: Path, *, query_only: bool = False) -> sqlite3.Connection:
    """A connection that may move between threads but serves one at a time; it begins nothing by itself."""
    try:
        _create_private(path)
        connection = sqlite3.connect(
            path, isolation_level=None, check_same_thread=False, cached_statements=CACHED_STATEMENTS
        )
    except (OSError, sqlite3.Error) as error:
        raise Unreachable(f"the SQLite file {path} cannot be opened: {error}") from error
    with contextlib.ExitStack() as undo:
        undo.callback(connection.close)
        try:
            _set_up(connection, query_only)
        except sqlite3.Error as error:
            raise Unreachable(f"the SQLite file {path} cannot be used: {error}") from error
        undo.pop_all()
    return connection


def _set_up(connection: sqlite3.Connection, query_only: bool) -> None:
    _keep_log(connection)
    settings = [*_SETTINGS, ("query_only", "ON", 1)] if query_only else _SETTINGS
    for name, wanted, expected in settings:
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        _assert_setting(connection, name, expected)


def _keep_log(connection: sqlite3.Connection) -> None:
    """Turns to write-ahead logging, which the file then remembers.

    SQLite does not wait for others while it changes the mode of a new file, so we do.
    """
    for attempt in range(1, _MODE_ATTEMPTS + 1):
        try:
            connection.execute("PRAGMA journal_mode = WAL").fetchall()
            break
        except sqlite3.OperationalError:
            if attempt == _MODE_ATTEMPTS:
                raise
            time.sleep(_MODE_PAUSE_SECONDS)
    _assert_setting(connection, "journal_mode", "wal")


def _create_private(path: Path) -> None:
    """The first connection makes the file, readable by its owner alone.

    A file that is there is never opened here: closing it would drop the locks SQLite holds on it in this process.
    """
    with contextlib.suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _assert_setting(connection: sqlite3.Connection, name: str, expected: int | str) -> None:
    row = connection.execute(f"PRAGMA {name}").fetchone()
    # A build without memory mapping answers with no row at all, which is what we want.
    actual = row[0] if row else expected
    if actual != expected:
        raise UnfitDatabase(f"SQLite keeps {name} at {actual!r} where {expected!r} is needed; use a local disk")
