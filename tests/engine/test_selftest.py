"""The start-up probes pass on a sound database and refuse an unsound one with the way to mend it."""

import asyncio
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage.engine.async_engine import migration_engine
from storage.engine.errors import UnfitDatabase
from storage.engine.opening import asyncpg_dsn, parse_url
from storage.engine.selftest import complaints_about, self_test

SOUND = {
    "server_version_num": "150018",
    "server_version": "15.18",
    "server_encoding": "UTF8",
    "transaction_isolation": "read committed",
    "transaction_read_only": "off",
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
}


async def test_a_sound_database_passes(empty_database_url: str) -> None:
    findings = await self_test(empty_database_url)

    assert empty_database_url.startswith(findings.engine)
    assert findings.version[0].isdigit()


async def test_the_probe_leaves_nothing_behind(sqlite_url: str, tmp_path: Path) -> None:
    await self_test(sqlite_url)

    assert not any(tmp_path.iterdir())  # noqa: ASYNC240 - nobody else runs in this loop


async def test_a_database_that_forgets_commits_is_refused(postgresql_url: str) -> None:
    connection = await asyncpg.connect(asyncpg_dsn(parse_url(postgresql_url)))
    name = await connection.fetchval("SELECT current_database()")
    await connection.execute(f'ALTER DATABASE "{name}" SET synchronous_commit = off')
    await connection.close()

    with pytest.raises(UnfitDatabase, match="synchronous_commit is off"):
        await self_test(postgresql_url)


@pytest.mark.parametrize("level", ["local", "remote_write", "remote_apply", "on"])
def test_replication_is_the_operator_s_choice(level: str) -> None:
    assert complaints_about({**SOUND, "synchronous_commit": level}) == []


@pytest.mark.parametrize(
    ("setting", "value", "remedy"),
    [
        ("server_version_num", "130011", "upgrade"),
        ("server_encoding", "SQL_ASCII", "ENCODING 'UTF8'"),
        ("transaction_isolation", "serializable", "default_transaction_isolation"),
        ("transaction_read_only", "on", "primary"),
        ("fsync", "off", "fsync = on"),
        ("full_page_writes", "off", "full_page_writes = on"),
        ("synchronous_commit", "off", "set it to on"),
    ],
)
def test_each_fault_comes_with_its_remedy(setting: str, value: str, remedy: str) -> None:
    wrong = complaints_about({**SOUND, setting: value})

    assert len(wrong) == 1
    assert remedy in wrong[0]


async def test_our_async_engine_loses_no_decrement(sqlite_url: str) -> None:
    engine = migration_engine(sqlite_url)

    left = await _balance_after_four_times_ten(engine)

    assert left == 0


async def test_the_driver_s_own_begin_does_lose_them(sqlite_url: str) -> None:
    """The trap itself, so that nobody takes our BEGIN IMMEDIATE for decoration."""
    engine = create_async_engine(sqlite_url)

    left = await _balance_after_four_times_ten(engine)

    assert left > 0


async def _balance_after_four_times_ten(engine: AsyncEngine) -> int:
    async with engine.begin() as connection:
        await connection.execute(text("CREATE TABLE purse (balance INTEGER)"))
        await connection.execute(text("INSERT INTO purse VALUES (40)"))

    async def decrement() -> None:
        for _ in range(10):
            async with engine.begin() as connection:
                balance = await connection.scalar(text("SELECT balance FROM purse"))
                await connection.execute(text("UPDATE purse SET balance = :less"), {"less": balance - 1})

    await asyncio.gather(*(decrement() for _ in range(4)))
    async with engine.connect() as connection:
        left = await connection.scalar(text("SELECT balance FROM purse"))
    await engine.dispose()
    assert left is not None
    return int(left)
