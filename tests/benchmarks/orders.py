"""Whole orders through use cases and gate, against pgbench's TPC-B on the same PostgreSQL server and, on SQLite,
against the same rows by plain sqlite3 in one thread hop per transaction; both sides with synchronous=FULL."""

import asyncio
import sqlite3
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

from storage.engine.sqlite.connection import connect
from tests.benchmarks.plain_orders import Statements, lifecycle
from tests.benchmarks.postgres import BenchServer, bench_server
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.trading import open_market
from tests.benchmarks.turns import compare, rate

MOST_CLIENTS: Final = 16
SECONDS: Final = 1.5
PGBENCH_SECONDS: Final = 2
"""It counts in whole seconds, and the first of them is still warming up."""


def measure() -> list[Ratio]:
    with bench_server() as server:
        server.prepare_pgbench()
        with server.databases.database() as url:
            on_postgresql = asyncio.run(_on_postgresql(url, server))
    with tempfile.TemporaryDirectory() as folder:
        return [*on_postgresql, *asyncio.run(_on_sqlite(Path(folder) / "orders.db"))]


async def _on_postgresql(url: str, server: BenchServer) -> list[Ratio]:
    async with open_market(url, MOST_CLIENTS) as market:
        await rate(MOST_CLIENTS, market.lifecycle, SECONDS)  # Every connection has its statements prepared.

        async def against_pgbench(clients: int) -> float:
            async def tpc_b() -> float:
                return server.tpc_b(clients, PGBENCH_SECONDS)

            return await compare(partial(rate, clients, market.lifecycle, SECONDS), tpc_b)

        return [
            Ratio("order lifecycle / pgbench TPC-B, PostgreSQL, 16 clients", await against_pgbench(16), 0.08),
            Ratio("order lifecycle / pgbench TPC-B, PostgreSQL, 1 client", await against_pgbench(1), 0.15),
        ]


async def _on_sqlite(path: Path) -> list[Ratio]:
    connection = connect(path)
    async with open_market(f"sqlite+aiosqlite:///{path}", MOST_CLIENTS) as market:
        with ThreadPoolExecutor(1) as thread:
            loop = asyncio.get_running_loop()

            async def plain(pair: int) -> None:
                for statements in lifecycle(market, pair):
                    await loop.run_in_executor(thread, _in_transaction, connection, statements)

            async def against_plain(clients: int) -> float:
                return await compare(
                    partial(rate, clients, market.lifecycle, SECONDS), partial(rate, clients, plain, SECONDS)
                )

            found = [
                Ratio("order lifecycle / plain sqlite3, SQLite, 16 clients", await against_plain(16), 1.0),
                Ratio("order lifecycle / plain sqlite3, SQLite, 1 client", await against_plain(1), 0.5),
            ]
    connection.close()
    return found


def _in_transaction(connection: sqlite3.Connection, statements: Statements) -> None:
    connection.execute("BEGIN IMMEDIATE")
    statements(connection)
    connection.execute("COMMIT")
