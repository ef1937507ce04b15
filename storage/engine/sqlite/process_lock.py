"""Lets one process serve a SQLite file, by a lock that the kernel drops even when the process is killed."""

import fcntl
import os
from pathlib import Path

from storage.engine.errors import AlreadyServed, Unreachable


class ProcessLock:
    """Held from `hold` to `drop`; the file beside the database stays, only the lock on it counts."""

    def __init__(self, database: Path) -> None:
        self._path = database.with_name(database.name + ".lock")
        self._descriptor: int | None = None

    def hold(self) -> None:
        """Raises AlreadyServed at once when another process, or another desk of this one, holds it."""
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise Unreachable(f"the lock file {self._path} cannot be opened: {error.strerror}") from error
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.read(descriptor, 32).decode(errors="replace").strip()
            os.close(descriptor)
            raise AlreadyServed(
                f"{self._path} is held by process {holder or 'unknown'}: a SQLite database is served by one process."
                " Stop that one, or move to PostgreSQL to run several."
            ) from error
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        self._descriptor = descriptor

    def drop(self) -> None:
        """Gives the lock up; safe to call when it was never held."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None
