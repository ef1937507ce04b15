"""What only PostgreSQL has: backends that die, locks that cross, answers that get lost."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest
from sqlalchemy import func, insert, select, text, update

from storage.engine import Desk, Sql
from storage.engine.errors import Ambiguous, Busy, ConstraintBroken, Unreachable
from storage.engine.opening import asyncpg_dsn, parse_url
from storage.engine.postgresql import connections
from tests.engine.conftest import execute, fetch_one, opened, prepare, purse

pytestmark = pytest.mark.pg

COUNT = select(func.count()).select_from(purse)
KILL_ME = text("SELECT pg_terminate_backend(pg_backend_pid())")
KILL_OTHERS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'otcdesk'"
BEGUN = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'otcdesk' AND state <> 'idle'"

BREAK_AT_COMMIT = """
CREATE FUNCTION break_at_commit() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {action}; RETURN NULL; END $$;
CREATE CONSTRAINT TRIGGER break_at_commit AFTER INSERT ON purse DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW WHEN (NEW.id = 666) EXECUTE FUNCTION break_at_commit();
"""


@pytest.fixture
async def desk(postgresql_url: str) -> AsyncIterator[Desk[Sql]]:
    desk = await opened(postgresql_url, pool_size=4)
    await desk.write(prepare)
    yield desk
    await desk.close()


@pytest.fixture
async def stranger(postgresql_url: str) -> AsyncIterator[asyncpg.Connection]:
    """Another program at the same database."""
    connection = await asyncpg.connect(asyncpg_dsn(parse_url(postgresql_url)))
    yield connection
    await connection.close()


def keep(sql: Sql, key: int) -> None:
    sql.execute(insert(purse).values(id=key, balance=0))


async def test_killed_backends_are_replaced(desk: Desk[Sql], stranger: asyncpg.Connection) -> None:
    await asyncio.gather(*(desk.read(fetch_one, COUNT) for _ in range(8)))
    await stranger.execute(KILL_OTHERS)

    await asyncio.gather(*(desk.write(keep, key) for key in range(10, 30)))
    await stranger.execute(KILL_OTHERS)

    assert await desk.read(fetch_one, COUNT) == (22,)


async def test_a_backend_killed_inside_a_use_case_counts_once(desk: Desk[Sql]) -> None:
    attempts = []

    def interrupted(sql: Sql) -> None:
        keep(sql, 50)
        attempts.append(1)
        if len(attempts) < 3:
            sql.fetch_one(KILL_ME)

    await desk.write(interrupted)

    assert len(attempts) == 3
    assert await desk.read(fetch_one, COUNT) == (3,)


async def test_a_backend_that_always_dies_is_unreachable(desk: Desk[Sql]) -> None:
    with pytest.raises(Unreachable):
        await desk.write(fetch_one, KILL_ME)

    assert await desk.read(fetch_one, COUNT) == (2,)


async def test_a_deadlock_is_tried_again(desk: Desk[Sql]) -> None:
    attempts = []

    def cross(sql: Sql, first: int, second: int) -> None:
        attempts.append(first)
        for key in (first, second):
            sql.execute(update(purse).where(purse.c.id == key).values(balance=purse.c.balance - 1))
            sql.fetch_one(text("SELECT pg_sleep(0.2)::text"))

    await asyncio.gather(desk.write(cross, 1, 2), desk.write(cross, 2, 1))

    assert len(attempts) == 3
    assert await desk.read(fetch_one, select(func.min(purse.c.balance), func.max(purse.c.balance))) == (998, 998)


async def test_a_row_locked_too_long_is_busy(
    postgresql_url: str, desk: Desk[Sql], stranger: asyncpg.Connection
) -> None:
    single = await opened(postgresql_url, pool_size=1)
    await single.write(execute, text("SET lock_timeout = '50ms'"))
    async with stranger.transaction():
        await stranger.execute("UPDATE purse SET balance = 7 WHERE id = 1")
        with pytest.raises(Busy):
            await single.write(execute, update(purse).where(purse.c.id == 1).values(balance=8))
    await single.close()

    assert await desk.read(fetch_one, select(purse.c.balance).where(purse.c.id == 1)) == (7,)


async def test_an_exhausted_pool_is_busy(
    desk: Desk[Sql], stranger: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "ACQUIRE_SECONDS", 0.05)
    async with stranger.transaction():
        await stranger.execute("LOCK TABLE purse IN ACCESS EXCLUSIVE MODE")
        holding = [asyncio.create_task(desk.write(keep, key)) for key in range(10, 14)]
        await asyncio.sleep(0)
        with pytest.raises(Busy):
            await desk.write(keep, 14)
    await asyncio.gather(*holding)

    assert await desk.read(fetch_one, COUNT) == (6,)


async def test_a_lost_answer_to_commit_is_ambiguous(desk: Desk[Sql], stranger: asyncpg.Connection) -> None:
    await stranger.execute(BREAK_AT_COMMIT.format(action="PERFORM pg_terminate_backend(pg_backend_pid())"))

    with pytest.raises(Ambiguous):
        await desk.write(keep, 666)
    await desk.write(keep, 50)

    assert await desk.read(fetch_one, COUNT) == (3,)


async def test_a_commit_the_server_refuses_is_not_ambiguous(desk: Desk[Sql], stranger: asyncpg.Connection) -> None:
    await stranger.execute(BREAK_AT_COMMIT.format(action="RAISE EXCEPTION 'not today'"))

    with pytest.raises(ConstraintBroken, match="not today"):
        await desk.write(keep, 666)

    assert await desk.read(fetch_one, COUNT) == (2,)


async def test_a_conflict_found_at_commit_is_tried_again(desk: Desk[Sql], stranger: asyncpg.Connection) -> None:
    await stranger.execute("CREATE SEQUENCE attempts")
    await stranger.execute(
        BREAK_AT_COMMIT.format(
            action="IF nextval('attempts') < 3 THEN RAISE EXCEPTION 'once more' USING ERRCODE = '40001'; END IF"
        )
    )

    await desk.write(keep, 666)

    assert await stranger.fetchval("SELECT last_value FROM attempts") == 3
    assert await desk.read(fetch_one, COUNT) == (3,)


async def test_a_silent_server_does_not_hold_us(desk: Desk[Sql], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "TRANSACTION_SECONDS", 0.05)

    with pytest.raises(Busy):
        await desk.write(fetch_one, text("SELECT pg_sleep(3)::text"))

    monkeypatch.undo()
    assert await desk.read(fetch_one, COUNT) == (2,)


async def test_silence_after_commit_is_ambiguous(
    desk: Desk[Sql], stranger: asyncpg.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    await stranger.execute(BREAK_AT_COMMIT.format(action="PERFORM pg_sleep(1)"))
    monkeypatch.setattr(connections, "TRANSACTION_SECONDS", 0.3)

    with pytest.raises(Ambiguous):
        await desk.write(keep, 666)


async def test_cancelled_and_failed_use_cases_leave_nothing_begun(
    desk: Desk[Sql], stranger: asyncpg.Connection
) -> None:
    for steps in range(30):
        task = asyncio.create_task(desk.write(keep, 10 + steps % 15))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
    await desk.close()

    assert await stranger.fetchval(BEGUN) == 0


async def test_a_migration_under_prepared_statements_is_survived(desk: Desk[Sql], stranger: asyncpg.Connection) -> None:
    everything = text("SELECT * FROM purse WHERE id = 1")
    await asyncio.gather(*(desk.write(fetch_one, everything) for _ in range(8)))
    await stranger.execute("ALTER TABLE purse ALTER COLUMN balance TYPE numeric")

    rows = await asyncio.gather(*(desk.write(fetch_one, everything) for _ in range(8)))

    assert rows == [(1, 1_000)] * 8


async def test_statements_read_what_is_committed_now(desk: Desk[Sql], postgresql_url: str) -> None:
    settings = [
        (await desk.write(fetch_one, text(f"SELECT current_setting('{name}')")) or ("",))[0]
        for name in ("transaction_isolation", "lock_timeout", "statement_timeout", "TimeZone")
    ]

    assert settings == ["read committed", "5s", "5s", "UTC"]


async def test_a_snapshot_is_one_moment(desk: Desk[Sql], stranger: asyncpg.Connection) -> None:
    def look_twice(sql: Sql) -> object:
        before = sql.fetch_one(COUNT)
        sql.fetch_one(text("SELECT pg_sleep(0.2)::text"))
        return before, sql.fetch_one(COUNT)

    task = asyncio.create_task(desk.read_snapshot(look_twice))
    await _until_somebody_sleeps(stranger)
    await stranger.execute("INSERT INTO purse VALUES (50, 0)")

    assert await task == ((2,), (2,))


async def test_nobody_listening_is_told_at_start() -> None:
    with pytest.raises(Unreachable):
        await opened("postgresql://127.0.0.1:1/nobody")


async def _until_somebody_sleeps(stranger: asyncpg.Connection) -> None:
    """Bounded by the sleep itself: once it is over, the snapshot has been compared with nothing."""
    for _ in range(1_000):
        if await stranger.fetchval("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"):
            return
        await asyncio.sleep(0.001)
    pytest.fail("the query never slept")
