"""At most two children, started when needed, replaced when they fail, never waited for without end."""

import asyncio
from typing import Final

from storage.evidence.cleared import Cleared
from storage.evidence.proof import ProofProblem, ProofRefused
from storage.evidence.wire import Reply, Request, WireBroken
from storage.evidence.worker import Worker, WorkerDied

_WORKERS_LIMIT: Final = 2
_WAITING_LIMIT: Final = 16
_WAIT_LIMIT_SECONDS: Final = 30.0
_JOB_LIMIT_SECONDS: Final = 10.0
_JOBS_PER_WORKER_LIMIT: Final = 500
_ATTEMPTS_LIMIT: Final = 2
"""A worker may die of what is not the file's fault, so the file gets one more, fresh one."""


class WorkerPool:
    """Runs requests in children; the event loop only moves bytes."""

    def __init__(self, *, job_limit_seconds: float = _JOB_LIMIT_SECONDS) -> None:
        self._job_limit_seconds = job_limit_seconds
        self._slots = asyncio.Semaphore(_WORKERS_LIMIT)
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._waiting = 0
        self._is_closed = False

    @property
    def process_ids(self) -> frozenset[int]:
        """The children alive at this moment, for health pages and tests."""
        return frozenset(worker.process_id for worker in (*self._idle, *self._busy) if worker.is_alive)

    async def clear(self, request: Request) -> Cleared:
        """The child's verdict; raises ProofRefused, also for TIMEOUT and BUSY, and WorkerNotStarting."""
        await self._take_slot()
        try:
            reply = await self._ask_until_answered(request)
        finally:
            self._slots.release()
        if isinstance(reply, ProofRefused):
            raise reply
        return reply

    async def close(self) -> None:
        """Ends every child; a job in flight is refused as BUSY, and so is any later one."""
        self._is_closed = True
        workers = [*self._idle, *self._busy]
        self._idle.clear()
        await asyncio.gather(*(worker.end() for worker in workers))

    async def _take_slot(self) -> None:
        if self._is_closed or self._waiting >= _WAITING_LIMIT:
            raise ProofRefused(ProofProblem.BUSY, self._waiting, _WAITING_LIMIT)
        self._waiting += 1
        try:
            async with asyncio.timeout(_WAIT_LIMIT_SECONDS):
                await self._slots.acquire()
        except TimeoutError:
            raise ProofRefused(ProofProblem.BUSY, self._waiting, _WAITING_LIMIT) from None
        finally:
            self._waiting -= 1

    async def _ask_until_answered(self, request: Request) -> Reply:
        for _ in range(_ATTEMPTS_LIMIT):
            try:
                return await self._ask_once(request)
            except WorkerDied as death:
                if self._is_closed:
                    raise ProofRefused(ProofProblem.BUSY) from death
                if death.out_of_time:
                    raise ProofRefused(ProofProblem.TIMEOUT, None, int(self._job_limit_seconds)) from death
            except WireBroken:
                break
        raise ProofRefused(ProofProblem.UNREADABLE, "decoder failed")

    async def _ask_once(self, request: Request) -> Reply:
        worker = await self._idle_or_fresh()
        self._busy.add(worker)
        try:
            async with asyncio.timeout(self._job_limit_seconds):
                reply = await worker.ask(request)
        except BaseException as error:
            await asyncio.shield(worker.end())
            if isinstance(error, TimeoutError):
                raise ProofRefused(ProofProblem.TIMEOUT, None, int(self._job_limit_seconds)) from error
            raise
        finally:
            self._busy.discard(worker)
        await self._retire_or_keep(worker)
        return reply

    async def _idle_or_fresh(self) -> Worker:
        while self._idle:
            worker = self._idle.pop()
            if worker.is_alive:
                return worker
            await worker.end()
        if self._is_closed:
            raise ProofRefused(ProofProblem.BUSY)
        return await Worker.start()

    async def _retire_or_keep(self, worker: Worker) -> None:
        if self._is_closed or worker.jobs_done >= _JOBS_PER_WORKER_LIMIT:
            await worker.end()
        else:
            self._idle.append(worker)
