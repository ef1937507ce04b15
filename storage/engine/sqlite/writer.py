"""The only thread that writes: whatever waits is committed together, each use case in its own savepoint."""

import logging
import sqlite3
import time
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Final

from storage.engine.crashpoints import CrashPoint, reach
from storage.engine.errors import Ambiguous, Busy, DeskClosed, EngineError, StatementFailed
from storage.engine.sqlite.connection import connect
from storage.engine.sqlite.jobs import Job
from storage.engine.sqlite.sql import SqliteSql

QUEUE_LIMIT: Final = 1_000
BATCH_LIMIT: Final = 64
BATCH_SECONDS: Final = 0.02
"""The first of a batch waits no longer than this for the others; one slow use case may exceed it."""

_log: Final = logging.getLogger(__name__)


class Writer:
    """Takes jobs from any loop. Results are delivered after COMMIT, never before."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection = connect(path)
        self._queue: SimpleQueue[Job | None] = SimpleQueue()
        self._closing = False
        self._thread = Thread(target=self._serve, name="sqlite-writer", daemon=True)
        self._thread.start()

    def submit(self, job: Job) -> None:
        """Queues the job; raises Busy when too many wait."""
        if self._closing:
            raise DeskClosed("the desk is closed")
        if self._queue.qsize() >= QUEUE_LIMIT:
            raise Busy(f"{QUEUE_LIMIT} writes are waiting already")
        self._queue.put(job)

    def finish(self, timeout_seconds: float) -> None:
        """Blocks until everything queued so far is committed and the thread has ended."""
        if not self._closing:
            self._closing = True
            self._queue.put(None)
        self._thread.join(timeout_seconds)

    def _serve(self) -> None:
        while (job := self._queue.get()) is not None:
            if not self._commit_together(job):
                break
        self._connection.close()

    def _commit_together(self, first: Job) -> bool:
        """One transaction of everything that waits; False when the end of the queue was met."""
        batch = [first]
        more = True
        try:
            self._begin()
            self._run_in_savepoint(first)
            batch_ends = time.monotonic() + BATCH_SECONDS
            while more and len(batch) < BATCH_LIMIT and time.monotonic() < batch_ends:
                try:
                    job = self._queue.get_nowait()
                except Empty:
                    break
                if job is None:
                    more = False
                else:
                    batch.append(job)
                    self._run_in_savepoint(job)
            self._commit()
        except (sqlite3.Error, Busy, Ambiguous) as error:
            self._recover()
            if isinstance(error, Busy):
                # Those who queued while we waited for the lock have waited as well; nobody waits twice.
                more = self._drain_into(batch)
            lost = StatementFailed(f"the transaction was lost: {error}") if isinstance(error, sqlite3.Error) else error
            lost.__cause__ = error.__cause__ or error
            for job in batch:
                job.fail(lost)
        Job.deliver(batch)
        return more

    def _drain_into(self, batch: list[Job]) -> bool:
        for _ in range(self._queue.qsize()):
            job = self._queue.get_nowait()
            if job is None:
                return False
            batch.append(job)
        return True

    def _begin(self) -> None:
        reach(CrashPoint.BEFORE_BEGIN)
        try:
            self._connection.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as error:
            raise Busy(f"the database did not let us write: {error}") from error
        reach(CrashPoint.AFTER_BEGIN)

    def _run_in_savepoint(self, job: Job) -> None:
        if job.abandoned:
            return
        execute = self._connection.execute
        execute("SAVEPOINT job")
        if not job.perform(SqliteSql(self._connection, read_only=False)):
            execute("ROLLBACK TO job")
        execute("RELEASE job")

    def _commit(self) -> None:
        reach(CrashPoint.BEFORE_COMMIT)
        try:
            self._connection.execute("COMMIT")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname.startswith("SQLITE_IOERR"):
                # The commit record may have reached the disk although its sync failed.
                raise Ambiguous(f"the disk failed during COMMIT: {error}") from error
            raise
        reach(CrashPoint.AFTER_COMMIT)

    def _recover(self) -> None:
        """After a failed transaction: back to a connection with none open, a new one if need be."""
        try:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
        except sqlite3.Error:
            _log.exception("the SQLite writer starts over on a new connection")
            self._connection.close()
            try:
                self._connection = connect(self._path)
            except EngineError:
                # The closed connection refuses the next batch too, and that batch tries to connect again.
                _log.exception("the SQLite file cannot be opened for writing")
