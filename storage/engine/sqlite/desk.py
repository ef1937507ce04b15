"""The desk on SQLite."""

import asyncio
from collections.abc import Callable
from contextlib import ExitStack
from functools import partial
from pathlib import Path
from typing import Any, Concatenate, Final, Generic, ParamSpec, TypeVar, cast

from storage.engine.desk import WorkRoom
from storage.engine.sqlite.jobs import Job
from storage.engine.sqlite.process_lock import ProcessLock
from storage.engine.sqlite.readers import Readers
from storage.engine.sqlite.writer import Writer

CLOSE_SECONDS: Final = 10.0

W = TypeVar("W")
P = ParamSpec("P")
R = TypeVar("R")


class SqliteDesk(Generic[W]):
    """See `storage.engine.desk.Desk`. Opened by `open`, because opening touches the disk."""

    def __init__(self, room: WorkRoom[W], lock: ProcessLock, writer: Writer, readers: Readers) -> None:
        self._room = room
        self._lock = lock
        self._writer = writer
        self._readers = readers

    @classmethod
    async def open(cls, path: Path, room: WorkRoom[W], *, exclusive: bool) -> "SqliteDesk[W]":
        """`exclusive` is for the process that serves; a command line opens beside it without."""
        return await asyncio.to_thread(cls._open, path, room, exclusive)

    @classmethod
    def _open(cls, path: Path, room: WorkRoom[W], exclusive: bool) -> "SqliteDesk[W]":
        lock = ProcessLock(path)
        with ExitStack() as undo:
            if exclusive:
                lock.hold()
                undo.callback(lock.drop)
            writer = Writer(path)
            undo.callback(writer.finish, CLOSE_SECONDS)
            readers = Readers(path)
            undo.pop_all()
        return cls(room, lock, writer, readers)

    async def write(self, use_case: Callable[Concatenate[W, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        job = self._job(use_case, *args, **kwargs)
        self._writer.submit(job)
        return cast("R", await job.future)

    async def read(self, query: Callable[Concatenate[W, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        job = self._job(query, *args, **kwargs)
        self._readers.submit(job)
        return cast("R", await job.future)

    async def read_snapshot(self, query: Callable[Concatenate[W, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        return await self.read(query, *args, **kwargs)

    async def close(self) -> None:
        await asyncio.to_thread(self._close)

    def _close(self) -> None:
        self._readers.finish(CLOSE_SECONDS)
        self._writer.finish(CLOSE_SECONDS)
        self._lock.drop()

    def _job(self, use_case: Callable[Concatenate[W, P], R], *args: P.args, **kwargs: P.kwargs) -> Job:
        run: Callable[..., Any] = partial(_run, self._room, use_case, args, kwargs)
        return Job(run)


def _run(room: WorkRoom[Any], use_case: Callable[..., Any], args: Any, kwargs: Any, sql: Any) -> Any:
    return room.run(sql, use_case, *args, **kwargs)
