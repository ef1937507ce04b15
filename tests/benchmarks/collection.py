"""How much of the CPU goes into collecting garbage while orders are traded, with the memory settled as in serving."""

import asyncio
import gc
import tempfile
import time
from pathlib import Path
from typing import Any, Final

from bot.serving import settle_memory
from tests.benchmarks.crowd import crowd
from tests.benchmarks.ratio import Ratio

TRADES: Final = 12
GOAL: Final = 0.05


def measure() -> list[Ratio]:
    """On SQLite, where everything but Telegram runs in this process."""
    with tempfile.TemporaryDirectory() as folder:
        share = asyncio.run(_share(f"sqlite:///{folder}/desk.db", Path(folder)))
    return [Ratio("share of CPU in garbage collection over the order flow", share, GOAL, at_most=True)]


async def _share(url: str, folder: Path) -> float:
    async with crowd(url, folder) as people:
        await people.trade()
        settle_memory()
        people.cpu_seconds = 0.0
        watch = _Watch()
        gc.callbacks.append(watch)
        try:
            for _ in range(TRADES):
                await people.trade()
        finally:
            gc.callbacks.remove(watch)
        return watch.seconds / people.cpu_seconds


class _Watch:
    """Adds up the time between the start and the end of each collection."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._begun = 0.0

    def __call__(self, phase: str, info: dict[str, Any]) -> None:
        if phase == "start":
            self._begun = time.perf_counter()
        else:
            self.seconds += time.perf_counter() - self._begun
