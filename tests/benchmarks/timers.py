"""Deadlines: claiming a hundred of a million, and what the worker's look costs when nothing is due."""

import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import Any, Final

from sqlalchemy import select

from bot.workers.deadlines import DeadlineWorker
from domain.operations.rules import DEFAULTS
from storage.clock import now_of
from storage.deadlines import claim_due
from storage.engine import Row, open_desk
from storage.work import StorageWork, work_under
from tests.benchmarks.bulk import fill_with_deadlines
from tests.benchmarks.postgres import bench_server
from tests.benchmarks.ratio import Ratio

ROWS: Final = 1_000_000
DUE: Final = 100_000
CLAIMED: Final = 100
CLAIMS: Final = 200
POLLS: Final = 500
LEASE_MS: Final = 60_000

_ONE: Final = select(1)


def measure() -> list[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite+aiosqlite:///{folder}/{name}.db" for name in ("due", "idle")]
        found = asyncio.run(_measure("SQLite", *urls))
    with bench_server() as server, server.databases.database() as due, server.databases.database() as idle:
        return [*found, *asyncio.run(_measure("PostgreSQL", due, idle))]


async def _measure(engine: str, due_url: str, idle_url: str) -> list[Ratio]:
    await fill_with_deadlines(due_url, ROWS, due=DUE)
    await fill_with_deadlines(idle_url, ROWS, due=0)
    due, idle = [
        await open_desk(url, work_factory=work_under(DEFAULTS), now_of=now_of(shiftable=False), exclusive=True)
        for url in (due_url, idle_url)
    ]

    async def claim() -> None:
        assert len(await due.write(claim_due, "bench", CLAIMED, LEASE_MS)) == CLAIMED

    async def ask_one() -> None:
        assert await idle.read(_select_one) == (1,)

    worker = DeadlineWorker(idle, owner="bench", wake=lambda: None)
    [claim_ms] = await _milliseconds(CLAIMS, claim)
    poll_ms, one_ms = await _milliseconds(POLLS, worker.tick, ask_one)
    await due.close()
    await idle.close()
    return [
        Ratio(f"claiming {CLAIMED} of a million deadlines / 3 ms, {engine}", claim_ms / 3, 1.0, at_most=True),
        Ratio(f"idle look for deadlines / SELECT 1, {engine}", poll_ms / one_ms, 1.5, at_most=True),
    ]


async def _milliseconds(turns: int, *rivals: Callable[[], Awaitable[Any]]) -> list[float]:
    """The median time of each rival; they take turns."""
    spent: list[list[float]] = [[] for _ in rivals]
    for _ in range(turns):
        for times, run in zip(spent, rivals, strict=True):
            begun = time.perf_counter()
            await run()
            times.append(1_000 * (time.perf_counter() - begun))
    return [median(times) for times in spent]


def _select_one(work: StorageWork) -> Row | None:
    return work.sql.fetch_one(_ONE)
