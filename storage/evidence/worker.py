"""One child process seen from the parent: start it, ask it, end it."""

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path
from typing import Final

from storage.evidence.wire import (
    LENGTH,
    READY,
    REPLY_FRAMES,
    Reply,
    Request,
    WireBroken,
    frame_length,
    framed,
    parse_reply,
    request_frames,
)

_START_LIMIT_SECONDS: Final = 20.0
_END_LIMIT_SECONDS: Final = 5.0
_READ_BUFFER_BYTES: Final = 1024 * 1024
_WRITE_STEP_BYTES: Final = 256 * 1024
_CODE_ROOT: Final = Path(__file__).resolve().parents[2]
_CHILD_ENVIRONMENT: Final = {
    "PYTHONPATH": os.fspath(_CODE_ROOT),
    "PYTHONDONTWRITEBYTECODE": "1",
    "MALLOC_MMAP_THRESHOLD_": str(4 * 1024 * 1024),
}
"""Nothing of ours is inherited, tokens least of all. The last line makes large buffers go back to the system."""


class WorkerNotStarting(Exception):
    """The installation is broken: the interpreter or Pillow is missing. No file is to blame."""


class WorkerDied(Exception):
    """The child ended in the middle of a job; `out_of_time` when the kernel stopped it for its CPU use."""

    def __init__(self, *, out_of_time: bool) -> None:
        super().__init__("out of time" if out_of_time else "died")
        self.out_of_time = out_of_time


class Worker:
    """A child that answers one request at a time."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.jobs_done = 0

    @classmethod
    async def start(cls) -> "Worker":
        """A fresh interpreter, not a fork: the parent holds threads and secrets.

        Raises WorkerNotStarting, and OSError when the system has no process left."""
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-P",
            "-s",
            "-m",
            "storage.evidence.child",
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd="/",
            env=_CHILD_ENVIRONMENT,
            start_new_session=True,
            limit=_READ_BUFFER_BYTES,
        )
        worker = cls(process)
        try:
            async with asyncio.timeout(_START_LIMIT_SECONDS):
                greeting = await worker._frame()
        except BaseException as error:
            await worker.end()
            if isinstance(error, TimeoutError | asyncio.IncompleteReadError | WireBroken):
                raise WorkerNotStarting from error
            raise
        assert greeting == READY, "only our own module runs in the child"
        return worker

    @property
    def process_id(self) -> int:
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        return self._process.returncode is None

    async def ask(self, request: Request) -> Reply:
        """One job; the caller limits the time and ends the worker after any exception.

        Raises WorkerDied when the child is gone, WireBroken when it answers nonsense."""
        try:
            await self._send(request)
            reply = parse_reply([await self._frame() for _ in range(REPLY_FRAMES)])
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            await self.end()
            raise WorkerDied(out_of_time=self._process.returncode == -signal.SIGXCPU) from error
        self.jobs_done += 1
        return reply

    async def end(self) -> None:
        """Kills the child, reaps it and closes the pipes; harmless when it is dead already."""
        with contextlib.suppress(ProcessLookupError):
            self._process.kill()
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        async with asyncio.timeout(_END_LIMIT_SECONDS):
            await self._process.wait()
            with contextlib.suppress(ConnectionError):
                await self._process.stdin.wait_closed()

    async def _send(self, request: Request) -> None:
        assert self._process.stdin is not None
        for piece in framed(request_frames(request)):
            view = memoryview(piece)
            for at in range(0, len(view), _WRITE_STEP_BYTES):
                self._process.stdin.write(view[at : at + _WRITE_STEP_BYTES])
                await self._process.stdin.drain()

    async def _frame(self) -> bytes:
        assert self._process.stdout is not None
        length = frame_length(await self._process.stdout.readexactly(LENGTH.size))
        return await self._process.stdout.readexactly(length)
