"""What only SQLite has: one serving process, one writer, a file that others may open beside us."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from sqlalchemy import func, insert, select, text

from storage.engine import Desk, Sql
from storage.engine.errors import AlreadyServed, Busy, StatementFailed, Unreachable
from storage.engine.sqlite.writer import QUEUE_LIMIT
from tests.engine.conftest import execute, fetch_all, fetch_one, opened, prepare, purse

COUNT = select(func.count()).select_from(purse)
PATIENCE_SECONDS = 10

HOLDER = """
import asyncio, sys
from storage.engine import open_desk

async def hold():
    await open_desk(sys.argv[1], work_factory=lambda sql, now: sql, now_of=lambda sql: 0, exclusive=True)
    print("held", flush=True)
    await asyncio.sleep(60)

asyncio.run(hold())
"""


@pytest.fixture
async def desk(sqlite_url: str) -> AsyncIterator[Desk[Sql]]:
    desk = await opened(sqlite_url)
    await desk.write(prepare)
    yield desk
    await desk.close()


@pytest.fixture
def stranger(sqlite_url: str, desk: Desk[Sql]) -> Iterator[sqlite3.Connection]:
    """Another program at the same file."""
    connection = sqlite3.connect(sqlite_url.removeprefix("sqlite+aiosqlite:///"), isolation_level=None)
    yield connection
    connection.close()


def keep(sql: Sql, key: int) -> None:
    sql.execute(insert(purse).values(id=key, balance=0))


async def test_a_second_serving_desk_is_refused(desk: Desk[Sql], sqlite_url: str) -> None:
    with pytest.raises(AlreadyServed, match=str(os.getpid())):
        await opened(sqlite_url)


async def test_a_command_line_may_write_beside_it(desk: Desk[Sql], sqlite_url: str) -> None:
    beside = await opened(sqlite_url, exclusive=False)

    await asyncio.gather(*((desk, beside)[key % 2].write(keep, key) for key in range(10, 50)))
    await beside.close()

    assert await desk.read(fetch_one, COUNT) == (42,)


async def test_closing_lets_the_next_one_serve(sqlite_url: str) -> None:
    await (await opened(sqlite_url)).close()

    next_one = await opened(sqlite_url)
    await next_one.close()


async def test_a_killed_process_holds_nothing(sqlite_url: str) -> None:
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, sqlite_url], stdout=subprocess.PIPE)  # noqa: ASYNC220
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"

    with pytest.raises(AlreadyServed, match=str(holder.pid)):
        await opened(sqlite_url)
    holder.send_signal(signal.SIGKILL)
    holder.communicate(timeout=PATIENCE_SECONDS)

    await (await opened(sqlite_url)).close()


async def test_the_file_is_private(desk: Desk[Sql], tmp_path: Path) -> None:
    assert {path.stat().st_mode & 0o077 for path in tmp_path.iterdir()} == {0}  # noqa: ASYNC240


@pytest.mark.parametrize(("setting", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)])
async def test_every_connection_is_careful(desk: Desk[Sql], setting: str, value: object) -> None:
    assert await desk.write(fetch_one, text(f"PRAGMA {setting}")) == (value,)


async def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(Unreachable, match="nowhere"):
        await opened(f"sqlite:///{tmp_path}/nowhere/otcdesk.db")


async def test_a_failed_opening_holds_no_lock(tmp_path: Path) -> None:
    spoiled = tmp_path / "spoiled.db"
    spoiled.write_bytes(b"this is no database, however long one looks at it" * 100)

    for _ in range(2):
        with pytest.raises(Unreachable):
            await opened(f"sqlite:///{spoiled}")


async def test_a_write_lock_held_too_long_is_busy(desk: Desk[Sql], stranger: sqlite3.Connection) -> None:
    await desk.write(fetch_one, text("PRAGMA busy_timeout = 50"))
    stranger.execute("BEGIN IMMEDIATE")

    outcomes = await asyncio.gather(*(desk.write(keep, key) for key in range(10, 30)), return_exceptions=True)
    seen = await desk.read(fetch_one, COUNT)
    stranger.execute("ROLLBACK")
    await desk.write(keep, 99)

    assert {type(outcome) for outcome in outcomes} == {Busy}
    assert seen == (2,)
    assert await desk.read(fetch_one, COUNT) == (3,)


async def test_too_many_waiting_writes_are_busy(desk: Desk[Sql]) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def slow(sql: Sql) -> None:
        begun.set()
        go_on.wait(PATIENCE_SECONDS)

    first = asyncio.create_task(desk.write(slow))
    await asyncio.to_thread(begun.wait, PATIENCE_SECONDS)
    waiting = [asyncio.create_task(desk.write(keep, 10 + number)) for number in range(QUEUE_LIMIT)]
    await asyncio.sleep(0)
    with pytest.raises(Busy):
        await desk.write(keep, 9)
    go_on.set()
    await asyncio.gather(first, *waiting)

    assert await desk.read(fetch_one, COUNT) == (2 + QUEUE_LIMIT,)


async def test_uncommitted_rows_are_seen_by_nobody(desk: Desk[Sql]) -> None:
    written, go_on = threading.Event(), threading.Event()

    def slow(sql: Sql) -> None:
        keep(sql, 50)
        written.set()
        go_on.wait(PATIENCE_SECONDS)

    task = asyncio.create_task(desk.write(slow))
    await asyncio.to_thread(written.wait, PATIENCE_SECONDS)
    during = await desk.read(fetch_one, COUNT)
    go_on.set()
    await task

    assert (during, await desk.read(fetch_one, COUNT)) == ((2,), (3,))


async def test_a_read_sees_one_moment(desk: Desk[Sql]) -> None:
    looked, go_on = threading.Event(), threading.Event()

    def look_twice(sql: Sql) -> object:
        before = sql.fetch_one(COUNT)
        looked.set()
        go_on.wait(PATIENCE_SECONDS)
        return before, sql.fetch_one(COUNT)

    task = asyncio.create_task(desk.read_snapshot(look_twice))
    await asyncio.to_thread(looked.wait, PATIENCE_SECONDS)
    await desk.write(keep, 50)
    go_on.set()

    assert await task == ((2,), (2,))


async def test_a_commit_that_fails_fails_everybody_in_it(desk: Desk[Sql]) -> None:
    await desk.write(
        execute, text("CREATE TABLE promise (purse_id INTEGER REFERENCES purse (id) DEFERRABLE INITIALLY DEFERRED)")
    )
    begun, go_on = threading.Event(), threading.Event()

    def break_promise(sql: Sql) -> None:
        sql.execute(text("INSERT INTO promise VALUES (404)"))
        begun.set()
        go_on.wait(0.01)

    bad = asyncio.create_task(desk.write(break_promise))
    await asyncio.to_thread(begun.wait, PATIENCE_SECONDS)
    with pytest.raises(StatementFailed):
        await bad
    await desk.write(keep, 50)

    assert await desk.read(fetch_all, text("SELECT * FROM promise")) == []
    assert await desk.read(fetch_one, COUNT) == (3,)


async def test_the_writer_outlives_whatever_a_use_case_raises(desk: Desk[Sql]) -> None:
    def leave(sql: Sql) -> NoReturn:
        keep(sql, 50)
        raise GeneratorExit

    with pytest.raises(GeneratorExit):
        await desk.write(leave)
    await desk.write(keep, 51)

    assert await desk.read(fetch_one, COUNT) == (3,)
