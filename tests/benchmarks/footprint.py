"""What an idle desk weighs and how long it takes to its first getUpdates, against merely importing what it needs."""

import asyncio
import os
import sys
import tempfile
import time
from asyncio.subprocess import DEVNULL, PIPE, Process
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Final

from bot.sandbox.server import Sandbox
from tests.benchmarks.ratio import Ratio

ROUNDS: Final = 5
GOAL: Final = 1.2
READY_SECONDS: Final = 60.0
LOOK_SECONDS: Final = 0.01
MOST_LOOKS: Final = 6_000
TOKEN: Final = "1000001:only-for-the-benchmarks-0000000000000"
_IMPORTS: Final = "import aiogram, sqlalchemy.ext.asyncio, aiosqlite; print(flush=True); input()"


@dataclass(frozen=True, slots=True)
class Footprint:
    """Of one process, when it is ready."""

    start_seconds: float
    rss_kib: int


def measure() -> list[Ratio]:
    """Both take turns; the first start, which makes the database, is not counted."""
    return asyncio.run(_compared())


async def _compared() -> list[Ratio]:
    starts, weights = [], []
    with tempfile.TemporaryDirectory() as folder:
        await _desk(Path(folder))
        for _ in range(ROUNDS):
            bare, desk = await _bare(), await _desk(Path(folder))
            starts.append(desk.start_seconds / bare.start_seconds)
            weights.append(desk.rss_kib / bare.rss_kib)
    return [
        Ratio("idle desk: memory, against importing aiogram and SQLAlchemy", median(weights), GOAL, at_most=True),
        Ratio("start to the first getUpdates, against the same imports", median(starts), GOAL, at_most=True),
    ]


async def _bare() -> Footprint:
    begun = time.perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", _IMPORTS, stdin=PIPE, stdout=PIPE)
    assert process.stdout is not None
    async with asyncio.timeout(READY_SECONDS):
        await process.stdout.readline()
    found = Footprint(time.perf_counter() - begun, _rss_kib(process))
    await _ended(process)
    return found


async def _desk(folder: Path) -> Footprint:
    """`otcdesk run` against a sandbox of its own."""
    sandbox = Sandbox(tokens=(TOKEN,))
    url = await sandbox.start()
    begun = time.perf_counter()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "admin_cli", "run"), env=_environment(url, folder), stderr=DEVNULL
    )
    try:
        await _polled(sandbox)
        return Footprint(time.perf_counter() - begun, _rss_kib(process))
    finally:
        await _ended(process)
        await sandbox.stop()


async def _polled(sandbox: Sandbox) -> None:
    for _ in range(MOST_LOOKS):
        if any(call.method == "getUpdates" for call in sandbox.world.calls.since(0)):
            return
        await asyncio.sleep(LOOK_SECONDS)
    raise TimeoutError("the desk never asked for updates")


def _environment(url: str, folder: Path) -> Mapping[str, str]:
    settings = {"BOT_TOKEN": TOKEN, "TELEGRAM_API": url, "DATA_DIR": str(folder)}
    return dict(os.environ) | {f"OTCDESK_{name}": value for name, value in settings.items()}


def _rss_kib(process: Process) -> int:
    lines = Path(f"/proc/{process.pid}/status").read_text("utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS"))


async def _ended(process: Process) -> None:
    process.terminate()
    await process.wait()
