"""What the seam understands, with the same answers from both engines."""

from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import Column, Integer, MetaData, Table, Text, bindparam, delete, func, insert, select, text, update

from storage.engine import Desk, PerDialect, Sql, portable
from storage.engine.errors import Constraint, ConstraintBroken, StatementFailed, UnfitValue, WriteInRead
from storage.engine.statements import plan_of
from tests.engine.conftest import execute, execute_many, fetch_all, fetch_one, note, purse

KEEP = insert(note).values(
    id=bindparam("id"),
    number=bindparam("number"),
    small=bindparam("small"),
    words=bindparam("words"),
    image=bindparam("image"),
)
LOAD = select(note.c.id, note.c.number, note.c.small, note.c.words, note.c.image).where(note.c.id == bindparam("key"))
ADD = update(purse).where(purse.c.id == bindparam("key")).values(balance=purse.c.balance + bindparam("change"))
CLOCK = Table("clock", MetaData(), Column("id", Integer), Column("at", Text, default=lambda: "now"))

FULL: dict[str, Any] = {"id": 1, "number": 2**63 - 1, "small": -7, "words": "ключ 🔑", "image": b"\x00\xff"}
EMPTY: dict[str, Any] = {"id": 2, "number": None, "small": None, "words": None, "image": None}


@pytest.mark.parametrize("row", [FULL, EMPTY, {**FULL, "number": -(2**63), "words": "", "image": b""}])
async def test_values_come_back_as_they_went(desk: Desk[Sql], row: dict[str, Any]) -> None:
    await desk.write(execute, KEEP, **row)

    assert await desk.read(fetch_one, LOAD, key=row["id"]) == tuple(row.values())


@pytest.mark.parametrize("unfit", [{"number": 2**63}, {"words": "\ud800"}])
async def test_values_that_do_not_fit_are_refused(desk: Desk[Sql], unfit: dict[str, Any]) -> None:
    with pytest.raises(UnfitValue):
        await desk.write(execute, KEEP, **{**FULL, **unfit})

    assert await desk.read(fetch_all, select(note.c.id)) == []


async def test_rows_are_tuples(desk: Desk[Sql]) -> None:
    rows = await desk.read(fetch_all, select(purse).order_by(purse.c.id))

    assert [type(row) for row in rows] == [tuple, tuple]
    assert rows == [(1, 1_000), (2, 1_000)]


async def test_one_row_is_one_row(desk: Desk[Sql]) -> None:
    nobody = await desk.read(fetch_one, select(purse).where(purse.c.id == 404))

    with pytest.raises(AssertionError):
        await desk.read(fetch_one, select(purse))

    assert nobody is None


async def test_execute_counts_the_rows_it_changed(desk: Desk[Sql]) -> None:
    one = await desk.write(execute, ADD, key=1, change=5)
    none = await desk.write(execute, ADD, key=404, change=5)
    both = await desk.write(execute, update(purse).values(balance=1))
    returned = await desk.write(execute, delete(purse).returning(purse.c.id))

    assert (one, none, both, returned) == (1, 0, 2, 2)


async def test_returning_gives_the_changed_row(desk: Desk[Sql]) -> None:
    row = await desk.write(fetch_one, ADD.returning(purse.c.balance), key=2, change=-1)

    assert row == (999,)


async def test_on_conflict_in_one_wording(desk: Desk[Sql]) -> None:
    keep = portable.insert(purse).values(id=bindparam("id"), balance=bindparam("balance"))
    once = keep.on_conflict_do_nothing(index_elements=["id"])
    add = keep.on_conflict_do_update(
        index_elements=["id"], set_={"balance": purse.c.balance + keep.excluded.balance}
    ).returning(purse.c.balance)

    ignored = await desk.write(execute, once, id=1, balance=5)
    added = await desk.write(fetch_one, add, id=1, balance=5)

    assert (ignored, added) == (0, (1_005,))


async def test_lists_given_at_call_time(desk: Desk[Sql]) -> None:
    some = select(purse.c.id).where(portable.one_of(purse.c.id, "ids")).order_by(purse.c.id)

    assert await desk.read(fetch_all, some, ids=[2, 404, 1]) == [(1,), (2,)]
    assert await desk.read(fetch_all, some, ids=[]) == []


async def test_lists_of_texts(desk: Desk[Sql]) -> None:
    await desk.write(execute, KEEP, **FULL)

    found = await desk.read(
        fetch_all, select(note.c.id).where(portable.one_of(note.c.words, "words")), words=["ключ 🔑", 'a"b']
    )

    assert found == [(1,)]


async def test_lists_written_in_the_statement(desk: Desk[Sql]) -> None:
    some = select(purse.c.id).where(purse.c.id.in_([2, 3]), purse.c.balance > bindparam("least"))

    assert await desk.read(fetch_all, some, least=0) == [(2,)]


async def test_a_total_is_an_integer(desk: Desk[Sql]) -> None:
    total, of_nothing = (select(portable.total(column)) for column in (purse.c.balance, note.c.number))
    naked = await desk.read(fetch_one, select(func.sum(purse.c.balance)))

    assert await desk.read(fetch_one, total) == (2_000,)
    assert await desk.read(fetch_one, of_nothing) == (0,)
    assert naked in ((2_000,), (Decimal(2_000),))


async def test_many_rows_in_one_call(desk: Desk[Sql]) -> None:
    rows = [{**EMPTY, "id": number} for number in range(100)]

    await desk.write(execute_many, KEEP, rows)
    await desk.write(execute_many, KEEP, [])

    assert await desk.read(fetch_one, select(func.count()).select_from(note)) == (100,)


async def test_a_statement_in_two_wordings(desk: Desk[Sql]) -> None:
    name = PerDialect(sqlite=text("SELECT 'sqlite', :given"), postgresql=text("SELECT 'postgresql', :given ::bigint"))

    assert await desk.read(fetch_one, name, given=7) == (await desk.read(_dialect), 7)


async def test_rows_are_claimed_without_waiting(desk: Desk[Sql]) -> None:
    due = select(purse.c.id).order_by(purse.c.id).limit(bindparam("most")).with_for_update(skip_locked=True)

    assert await desk.write(fetch_all, due, most=1) == [(1,)]


@pytest.mark.parametrize(
    ("breaking", "kind"),
    [
        (insert(purse).values(id=1, balance=0), Constraint.UNIQUE),
        (update(purse).values(balance=-1), Constraint.CHECK),
        (insert(purse).values(id=3, balance=None), Constraint.NOT_NULL),
        (insert(note).values(id=3, purse_id=404), Constraint.FOREIGN_KEY),
    ],
)
async def test_broken_constraints_have_a_kind(desk: Desk[Sql], breaking: Any, kind: Constraint) -> None:
    with pytest.raises(ConstraintBroken) as caught:
        await desk.write(execute, breaking)

    assert caught.value.kind is kind


async def test_wrong_sql_is_our_mistake(desk: Desk[Sql]) -> None:
    with pytest.raises(StatementFailed):
        await desk.write(execute, text("SELECT nothing FROM nowhere"))


@pytest.mark.parametrize("given", [{}, {"key": 1, "more": 2}])
async def test_wrong_names_are_refused_before_sending(desk: Desk[Sql], given: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        await desk.read(fetch_one, LOAD, **given)


@pytest.mark.parametrize(
    "writing",
    [
        update(purse).values(balance=0),
        text("UPDATE purse SET balance = 0"),
        text("WITH gone AS (DELETE FROM purse RETURNING id) SELECT id FROM gone"),
        select(delete(purse).returning(purse.c.id).cte("gone")),
    ],
)
async def test_a_read_cannot_write(desk: Desk[Sql], writing: Any) -> None:
    with pytest.raises(WriteInRead):
        await desk.read(fetch_all, writing)


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
def test_a_statement_is_compiled_once(dialect: Any) -> None:
    assert plan_of(LOAD, dialect) is plan_of(LOAD, dialect)


@pytest.mark.parametrize("dialect", ["sqlite", "postgresql"])
@pytest.mark.parametrize(
    "unfit",
    [
        select(purse).where(purse.c.id.in_(bindparam("ids", expanding=True))),
        insert(Table("clock", MetaData(), Column("id", Integer), Column("at", Text, default=lambda: "now"))).values(
            id=1
        ),
    ],
    ids=["expanding", "default"],
)
def test_what_needs_sqlalchemy_at_call_time_is_refused(dialect: Any, unfit: Any) -> None:
    with pytest.raises(TypeError):
        plan_of(unfit, dialect)


def _dialect(sql: Sql) -> str:
    return sql.dialect
