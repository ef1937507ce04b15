"""Statements that may wait: nobody can tell that they did, except by the clock."""

from typing import Any

import pytest
from sqlalchemy import bindparam, insert, select, update

from storage.engine import Desk, Sql
from storage.engine.errors import Constraint, ConstraintBroken
from tests.engine.conftest import fetch_one, note, purse

READ = select(purse.c.balance).where(purse.c.id == bindparam("key"))
ADD = update(purse).where(purse.c.id == bindparam("key")).values(balance=purse.c.balance + bindparam("change"))
DOUBLE_ALL = update(purse).values(balance=purse.c.balance * 2)
KEEP = insert(note).values(id=bindparam("key"), words=bindparam("text"))
FIND_NOTE = select(note.c.id).where(note.c.words == bindparam("text"))


class Unheard(Exception):
    """What a listener raises here."""


async def balance(desk: Desk[Sql], key: int) -> Any:
    row = await desk.read(fetch_one, READ, key=key)
    return None if row is None else row[0]


async def test_what_waits_happens(desk: Desk[Sql]) -> None:
    heard: list[int] = []

    def later(sql: Sql) -> None:
        sql.execute_later(ADD, row=1, then=heard.append, key=1, change=5)
        sql.execute_later(ADD, row=2, then=heard.append, key=2, change=7)
        sql.execute_later(ADD, row=99, then=heard.append, key=99, change=7)

    await desk.write(later)

    assert heard == [1, 1, 0]
    assert (await balance(desk, 1), await balance(desk, 2)) == (1_005, 1_007)


async def test_no_change_of_one_row_is_lost(desk: Desk[Sql]) -> None:
    def twice(sql: Sql) -> None:
        sql.execute_later(ADD, row=1, key=1, change=1)
        sql.execute_later(ADD, row=1, key=1, change=10)
        sql.execute_later(DOUBLE_ALL)
        sql.execute_later(ADD, row=1, key=1, change=100)

    await desk.write(twice)

    assert await balance(desk, 1) == (1_000 + 11) * 2 + 100


async def test_question_sees_what_waits(desk: Desk[Sql]) -> None:
    def change_and_look(sql: Sql) -> tuple[Any, Any]:
        sql.execute_later(ADD, row=1, key=1, change=5)
        unrelated = sql.fetch_one(FIND_NOTE, text="nothing")
        return unrelated, sql.fetch_one(READ, key=1)

    assert await desk.write(change_and_look) == (None, (1_005,))


async def test_answer_comes_with_what_waits(desk: Desk[Sql]) -> None:
    heard: list[int] = []

    def add_and_keep(sql: Sql) -> Any:
        sql.execute_later(ADD, row=1, then=heard.append, key=1, change=5)
        answer = sql.fetch_one(KEEP.returning(note.c.id, note.c.words), key=3, text="hello")
        return answer, list(heard)

    assert await desk.write(add_and_keep) == ((3, "hello"), [1])
    assert await balance(desk, 1) == 1_005


async def test_swallowed_complaint_dooms_the_transaction(desk: Desk[Sql]) -> None:
    def complain(changed: int) -> None:
        raise Unheard(changed)

    def swallow(sql: Sql) -> None:
        sql.execute_later(ADD, row=2, key=2, change=7)
        try:
            sql.execute_later(ADD, row=1, then=complain, key=1, change=5)
            sql.fetch_one(READ, key=1)
        except Unheard:
            pass

    with pytest.raises(Unheard):
        await desk.write(swallow)

    assert (await balance(desk, 1), await balance(desk, 2)) == (1_000, 1_000)


async def test_complaint_at_the_end_undoes_everything(desk: Desk[Sql]) -> None:
    def complain(changed: int) -> None:
        raise Unheard(changed)

    with pytest.raises(Unheard):
        await desk.write(lambda sql: sql.execute_later(ADD, row=1, then=complain, key=1, change=5))

    assert await balance(desk, 1) == 1_000


async def test_broken_promise_is_named(desk: Desk[Sql]) -> None:
    def overdraw(sql: Sql) -> None:
        sql.execute_later(ADD, row=1, key=1, change=1)
        sql.execute_later(ADD, row=2, key=2, change=-5_000)

    with pytest.raises(ConstraintBroken) as broken:
        await desk.write(overdraw)

    assert broken.value.kind is Constraint.CHECK
    assert await balance(desk, 1) == 1_000


async def test_more_than_fits_at_once(desk: Desk[Sql]) -> None:
    def many(sql: Sql) -> None:
        for number in range(40):
            sql.execute_later(KEEP, key=number, text=f"note {number}")

    await desk.write(many)

    assert await desk.read(fetch_one, FIND_NOTE, text="note 39") == (39,)
