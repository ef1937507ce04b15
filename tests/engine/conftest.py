"""A desk whose work is the bare seam, on each engine in turn, with two tables to play on."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any

import pytest
from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.schema import CreateTable

from storage.engine import Desk, Row, Sql, Statement, open_desk
from storage.schema import metadata as desk_metadata

NOON = 1_760_000_000_000

metadata = MetaData(naming_convention=desk_metadata.naming_convention)
purse = Table(
    "purse",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("balance", BigInteger, nullable=False),
    CheckConstraint("balance >= 0", name="not_negative"),
)
note = Table(
    "note",
    metadata,
    Column("id", BigInteger, primary_key=True, autoincrement=False),
    Column("number", BigInteger),
    Column("small", Integer),
    Column("words", Text),
    Column("image", LargeBinary),
    Column("purse_id", ForeignKey("purse.id")),
    UniqueConstraint("words"),
)


def bare(sql: Sql, now: int) -> Sql:
    """The work of these tests is the seam itself."""
    return sql


def noon(sql: Sql) -> int:
    return NOON


def prepare(sql: Sql) -> None:
    for table in metadata.sorted_tables:
        sql.execute(CreateTable(table))
    sql.execute_many(purse.insert(), [{"id": 1, "balance": 1_000}, {"id": 2, "balance": 1_000}])


async def opened(url: str, **options: Any) -> Desk[Sql]:
    return await open_desk(url, work_factory=bare, now_of=noon, **{"exclusive": True, **options})


@pytest.fixture
async def desk(empty_database_url: str) -> AsyncIterator[Desk[Sql]]:
    desk = await opened(empty_database_url)
    await desk.write(prepare)
    yield desk
    await desk.close()


def fetch_all(sql: Sql, statement: Statement, /, **parameters: Any) -> list[Row]:
    """The seam's own verbs as use cases of one statement."""
    return sql.fetch_all(statement, **parameters)


def fetch_one(sql: Sql, statement: Statement, /, **parameters: Any) -> Row | None:
    return sql.fetch_one(statement, **parameters)


def execute(sql: Sql, statement: Statement, /, **parameters: Any) -> int:
    return sql.execute(statement, **parameters)


def execute_many(sql: Sql, statement: Statement, rows: Sequence[Mapping[str, Any]]) -> None:
    sql.execute_many(statement, rows)
