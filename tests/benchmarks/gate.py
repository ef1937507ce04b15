"""What the gate costs: whole order lifecycles through it against the bare drivers, in turns on one machine.

Quote ratios only; with many clients SQLite's also grows with the price of a disk sync, which group commit shares."""

import asyncio
import itertools
import sqlite3
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import median
from typing import Any

import asyncpg

from storage.engine import Sql, open_desk
from storage.engine.opening import asyncpg_dsn, parse_url, sqlite_path
from storage.engine.sql import Dialect
from storage.engine.sqlite.connection import connect
from tests.benchmarks.lifecycle import BareStep, Step, bare, create_tables, lifecycle
from tests.benchmarks.ratio import Ratio
from tests.support.postgres import serving

ROUNDS = 6
SECONDS_PER_TURN = 0.3
LIFECYCLES_PER_TURN = 1_500
"""More than any turn gets through, made beforehand so that making them is not counted."""

Lifecycle = Callable[[list[Any]], Awaitable[None]]


def measure() -> list[Ratio]:
    """A ratio of 1 is as fast as the driver alone."""
    with tempfile.TemporaryDirectory() as folder:
        on_sqlite = asyncio.run(_on_sqlite(f"sqlite:///{folder}/gate.db"))
    with serving() as server, server.database() as url:
        on_postgresql = asyncio.run(_on_postgresql(url))
    return [*on_sqlite, *on_postgresql]


async def _on_sqlite(url: str) -> list[Ratio]:
    desk, orders = await _desk(url), itertools.count(1)
    plain = connect(sqlite_path(parse_url(url)))
    with ThreadPoolExecutor(1) as thread:

        async def through_gate(steps: list[Step]) -> None:
            for step in steps:
                await desk.write(_perform, step)

        async def one_hop(steps: list[BareStep]) -> None:
            for step in steps:
                await asyncio.get_running_loop().run_in_executor(thread, _perform_bare, plain, step)

        try:
            return [
                Ratio("gate / driver, SQLite, 1", await _ratio("sqlite", 1, orders, through_gate, one_hop), 0.5),
                Ratio("gate / driver, SQLite, 16", await _ratio("sqlite", 16, orders, through_gate, one_hop), 1.0),
            ]
        finally:
            plain.close()
            await desk.close()


async def _on_postgresql(url: str) -> list[Ratio]:
    desk, orders = await _desk(url), itertools.count(1)
    pool = await asyncpg.create_pool(asyncpg_dsn(parse_url(url)), min_size=16, max_size=16, reset=_nothing)

    async def through_gate(steps: list[Step]) -> None:
        for step in steps:
            await desk.write(_perform, step)

    async def raw(steps: list[BareStep]) -> None:
        for step in steps:
            async with pool.acquire() as connection:
                await connection.execute("BEGIN")
                for kind, sql, arguments in step:
                    await getattr(connection, kind)(sql, *arguments)
                await connection.execute("COMMIT")

    try:
        return [
            Ratio("gate / driver, PostgreSQL, 1", await _ratio("postgresql", 1, orders, through_gate, raw), 0.8),
            Ratio("gate / driver, PostgreSQL, 16", await _ratio("postgresql", 16, orders, through_gate, raw), 0.8),
        ]
    finally:
        await pool.close()
        await desk.close()


async def _desk(url: str) -> Any:
    desk = await open_desk(
        url,
        work_factory=lambda sql, now: sql,
        now_of=lambda sql: time.time_ns() // 1_000_000,
        exclusive=True,
        pool_size=16,
    )
    await desk.write(create_tables)
    return desk


def _perform(sql: Sql, step: Step) -> None:
    for kind, statement, arguments in step:
        if kind == "many":
            sql.execute_many(statement, arguments)
        elif kind == "fetch":
            assert sql.fetch_one(statement, **arguments) is not None
        else:
            assert sql.execute(statement, **arguments) == 1


def _perform_bare(connection: sqlite3.Connection, step: BareStep) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for kind, sql, arguments in step:
        if kind == "executemany":
            connection.executemany(sql, *arguments)
        elif kind == "fetch":
            connection.execute(sql, arguments).fetchall()
        else:
            connection.execute(sql, arguments)
    connection.execute("COMMIT")


async def _ratio(dialect: Dialect, clients: int, orders: Iterator[int], gate: Lifecycle, driver: Lifecycle) -> float:
    """The median of paired turns. They swap places each round, because the first one pays for the second's log."""
    rounds = []
    for number in range(ROUNDS):
        turns = {
            gate: (lifecycle(order) for order in orders),
            driver: (bare(lifecycle(order), dialect) for order in orders),
        }
        places = [gate, driver] if number % 2 else [driver, gate]
        rates = {run: await _rate(clients, run, turns[run]) for run in places}
        rounds.append(rates[gate] / rates[driver])
    return median(rounds)


async def _rate(clients: int, run: Lifecycle, lifecycles: Iterator[list[Any]]) -> float:
    """Lifecycles per second by so many clients at once; making the parameters is not counted."""
    prepared = list(itertools.islice(lifecycles, LIFECYCLES_PER_TURN))
    waiting = iter(prepared)
    finished = 0
    begun = time.perf_counter()

    async def client() -> None:
        nonlocal finished
        for steps in waiting:
            await run(steps)
            finished += 1
            if time.perf_counter() - begun > SECONDS_PER_TURN:
                return

    await asyncio.gather(*(client() for _ in range(clients)))
    return finished / (time.perf_counter() - begun)


async def _nothing(connection: Any) -> None:
    """Spares the bare driver its reset round trip, as the gate spares it."""
