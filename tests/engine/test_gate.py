"""What a caller may rely on at the gate, on both engines."""

import asyncio
from typing import NoReturn

import pytest
from sqlalchemy import bindparam, func, insert, select, text, update

from storage.engine import Desk, Sql, open_desk
from storage.engine.errors import ConstraintBroken, DeskClosed, TransactionOver
from storage.engine.transaction_scope import assert_outside_transaction, inside_transaction
from tests.engine.conftest import NOON, execute, fetch_all, purse

LOAD = select(purse.c.balance).where(purse.c.id == bindparam("key")).with_for_update()
SAVE = update(purse).where(purse.c.id == bindparam("key")).values(balance=bindparam("balance_left"))
KEEP = insert(purse).values(id=bindparam("id"), balance=bindparam("balance"))
LOOK = select(purse.c.balance).where(purse.c.id == bindparam("key"))
COUNT = select(func.count()).select_from(purse)


class Refusal(Exception):
    """Stands for the domain's own."""


def take(sql: Sql, key: int, amount: int) -> int:
    """Reads, thinks and writes back: exact only if nobody comes between."""
    row = sql.fetch_one(LOAD, key=key)
    assert row is not None
    sql.execute(SAVE, key=key, balance_left=row[0] - amount)
    return int(row[0]) - amount


def keep_then_refuse(sql: Sql, key: int) -> NoReturn:
    sql.execute(KEEP, id=key, balance=0)
    raise Refusal(key)


def keep_both(sql: Sql, key: int) -> None:
    sql.execute(KEEP, id=key, balance=0)
    sql.execute(KEEP, id=-key, balance=0)


def balance(sql: Sql, key: int) -> int:
    row = sql.fetch_one(LOOK, key=key)
    assert row is not None
    return int(row[0])


def count(sql: Sql) -> int:
    row = sql.fetch_one(COUNT)
    assert row is not None
    return int(row[0])


async def test_reads_and_writes_between_each_other_lose_nothing(desk: Desk[Sql]) -> None:
    async def taker(key: int) -> list[int]:
        return [await desk.write(take, key, 1) for _ in range(25)]

    seen = await asyncio.gather(*map(taker, [1, 2] * 8))

    assert await desk.read(balance, 1) == await desk.read(balance, 2) == 1_000 - 8 * 25
    assert sorted(left for lefts in seen for left in lefts) == sorted([*range(800, 1_000)] * 2)


async def test_one_refusal_among_many_undoes_itself_only(desk: Desk[Sql]) -> None:
    outcomes = await asyncio.gather(
        *(desk.write(keep_then_refuse if key % 3 == 0 else keep_both, key) for key in range(10, 70)),
        return_exceptions=True,
    )

    refused = [outcome for outcome in outcomes if isinstance(outcome, Refusal)]
    assert [refusal.args[0] for refusal in refused] == list(range(12, 70, 3))
    assert await desk.read(count) == 2 + 2 * 40


async def test_a_broken_constraint_among_many_undoes_itself_only(desk: Desk[Sql]) -> None:
    outcomes = await asyncio.gather(*(desk.write(keep_both, key) for key in [7, 7, 8]), return_exceptions=True)

    assert [type(outcome) for outcome in outcomes].count(ConstraintBroken) == 1
    assert await desk.read(count) == 2 + 4


async def test_a_swallowed_failure_still_undoes_everything(desk: Desk[Sql]) -> None:
    def careless(sql: Sql) -> str:
        sql.execute(KEEP, id=50, balance=0)
        try:
            sql.execute(KEEP, id=50, balance=0)
        except ConstraintBroken:
            return "never mind"
        return "kept twice"

    with pytest.raises(ConstraintBroken):
        await desk.write(careless)

    assert await desk.read(count) == 2


async def test_what_returned_is_committed(desk: Desk[Sql], empty_database_url: str) -> None:
    await desk.write(keep_both, 9)

    stranger = await open_desk(
        empty_database_url, work_factory=lambda sql, now: sql, now_of=lambda sql: 0, exclusive=False
    )
    seen = await stranger.read(count)
    await stranger.close()

    assert seen == 4


async def test_a_cancelled_caller_leaves_all_or_nothing(desk: Desk[Sql]) -> None:
    for steps in range(40):
        task = asyncio.create_task(desk.write(keep_both, 100 + steps))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])
    await asyncio.gather(*(desk.write(take, 1, 1) for _ in range(50)))

    kept = await desk.read(fetch_all, select(purse.c.id).where(func.abs(purse.c.id) >= 100))
    assert sorted(key for (key,) in kept if key > 0) == sorted(-key for (key,) in kept if key < 0)
    assert await desk.read(balance, 1) == 950


async def test_a_cancelled_reader_disturbs_nobody(desk: Desk[Sql]) -> None:
    for steps in range(20):
        task = asyncio.create_task(desk.read_snapshot(balance, 1) if steps % 2 else desk.read(balance, 1))
        for _ in range(steps):
            await asyncio.sleep(0)
        task.cancel()
        await asyncio.wait([task])

    assert await asyncio.gather(*(desk.read(balance, 1) for _ in range(30))) == [1_000] * 30


async def test_use_cases_know_that_they_are_inside(desk: Desk[Sql]) -> None:
    def look(sql: Sql) -> bool:
        sql.fetch_one(COUNT)
        return inside_transaction.get()

    def send(sql: Sql) -> None:
        assert_outside_transaction()

    with pytest.raises(AssertionError, match="network"):
        await desk.write(send)

    assert [await desk.write(look), await desk.read(look), await desk.read_snapshot(look)] == [True] * 3
    assert not inside_transaction.get()


async def test_an_async_use_case_is_refused(desk: Desk[Sql]) -> None:
    async def late(sql: Sql) -> None:
        sql.execute(KEEP, id=50, balance=0)

    with pytest.raises(TypeError):
        await desk.write(late)  # type: ignore[unused-coroutine]


async def test_a_store_does_not_outlive_its_transaction(desk: Desk[Sql]) -> None:
    def leak(sql: Sql) -> Sql:
        return sql

    leaked = await desk.write(leak)

    with pytest.raises(TransactionOver):
        leaked.fetch_all(COUNT)


async def test_the_factory_is_told_the_time(desk: Desk[Sql], empty_database_url: str) -> None:
    clock = await open_desk(
        empty_database_url, work_factory=lambda sql, now: now, now_of=lambda sql: NOON, exclusive=False
    )

    told = await clock.write(lambda now: now)
    await clock.close()

    assert told == NOON


async def test_a_closed_desk_finishes_and_refuses(desk: Desk[Sql], empty_database_url: str) -> None:
    under_way = [asyncio.create_task(desk.write(take, 1, 1)) for _ in range(30)]
    await asyncio.sleep(0)
    await desk.close()
    lefts = await asyncio.gather(*under_way)

    for closed in (desk.write(take, 1, 1), desk.read(balance, 1)):
        with pytest.raises(DeskClosed):
            await closed

    assert sorted(lefts) == list(range(970, 1_000))


async def test_nothing_stays_begun(desk: Desk[Sql]) -> None:
    await asyncio.gather(*(desk.write(keep_then_refuse, key) for key in range(10, 40)), return_exceptions=True)
    await asyncio.gather(*(desk.write(execute, text("nonsense")) for _ in range(10)), return_exceptions=True)

    assert await asyncio.gather(*(desk.write(take, 1, 1) for _ in range(20))) is not None
    assert await desk.read(count) == 2
