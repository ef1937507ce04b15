"""A use case on its way to a thread and its result on the way back to the loop that waits for it."""

import asyncio
from collections.abc import Callable, Iterable
from contextlib import suppress
from contextvars import Context, copy_context
from typing import Any

from storage.engine.desk import GateSql


class Job:
    """One awaited call. The thread fills in the outcome; only the loop touches the future."""

    __slots__ = ("_context", "_loop", "error", "future", "result", "run_in")

    def __init__(self, run_in: Callable[[GateSql], Any]) -> None:
        self.run_in = run_in
        self.result: Any = None
        self.error: BaseException | None = None
        self._context: Context = copy_context()
        self._loop = asyncio.get_running_loop()
        self.future: asyncio.Future[Any] = self._loop.create_future()

    @property
    def abandoned(self) -> bool:
        """Whether the caller was cancelled; a job not yet begun is then left out."""
        return self.future.cancelled()

    def perform(self, sql: GateSql) -> bool:
        """Runs the use case in its caller's context; says whether it succeeded."""
        try:
            self.result = self._context.run(self.run_in, sql)
        except BaseException as error:  # noqa: BLE001 - whatever it is belongs to the caller, and the thread must live
            self.error = error
        return self.error is None

    def fail(self, error: BaseException) -> None:
        """The transaction around the job was lost, so its own result no longer counts."""
        self.error = self.error or error

    def settle(self) -> None:
        """In the loop: wakes the caller, unless it went away."""
        if self.future.done():
            return
        if self.error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(self.error)

    @staticmethod
    def deliver(jobs: Iterable["Job"]) -> None:
        """In the thread: hands outcomes over with one wake-up per loop."""
        by_loop: dict[asyncio.AbstractEventLoop, list[Job]] = {}
        for job in jobs:
            by_loop.setdefault(job._loop, []).append(job)
        for loop, arrived in by_loop.items():
            with suppress(RuntimeError):  # The loop is closed: nobody waits any more.
                loop.call_soon_threadsafe(_settle_all, arrived)


def _settle_all(jobs: list[Job]) -> None:
    for job in jobs:
        job.settle()
