"""A few threads that read, each on its own connection and each query on its own snapshot."""

import sqlite3
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Final

from storage.engine.errors import Busy, DeskClosed
from storage.engine.sqlite.connection import connect
from storage.engine.sqlite.jobs import Job
from storage.engine.sqlite.sql import SqliteSql, translated

QUEUE_LIMIT: Final = 1_000
READERS: Final = 3
"""SQLite reads are short and hold the interpreter most of the time; more threads would only take turns."""


class Readers:
    """Takes jobs from any loop; never blocks the writer and is never blocked by it."""

    def __init__(self, path: Path) -> None:
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._closing = False
        connections = [connect(path, query_only=True) for _ in range(READERS)]
        self._threads = [
            Thread(target=self._serve, args=(connection,), name=f"sqlite-reader-{number}", daemon=True)
            for number, connection in enumerate(connections)
        ]
        for thread in self._threads:
            thread.start()

    def submit(self, job: Job) -> None:
        """Queues the job; raises Busy when too many wait."""
        if self._closing:
            raise DeskClosed("the desk is closed")
        if self._queue.qsize() >= QUEUE_LIMIT:
            raise Busy(f"{QUEUE_LIMIT} reads are waiting already")
        self._queue.put(job)

    def finish(self, timeout_seconds: float) -> None:
        """Blocks until everything queued so far is answered and the threads have ended."""
        if not self._closing:
            self._closing = True
            for _ in self._threads:
                self._queue.put(None)
        for thread in self._threads:
            thread.join(timeout_seconds)

    def _serve(self, connection: sqlite3.Connection) -> None:
        while (job := self._queue.get()) is not None:
            if not job.abandoned:
                _answer(job, connection)
                Job.deliver((job,))
        connection.close()


def _answer(job: Job, connection: sqlite3.Connection) -> None:
    try:
        connection.execute("BEGIN")
        job.perform(SqliteSql(connection, read_only=True))
        connection.execute("COMMIT")
    except sqlite3.Error as error:
        job.fail(translated(error))
        if connection.in_transaction:
            connection.execute("ROLLBACK")
