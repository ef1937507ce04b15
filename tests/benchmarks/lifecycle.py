"""One whole order as bare statements: opened, paid, proven, released, with its ledger, audit and notices."""

from typing import Any, TypeAlias

from sqlalchemy import BigInteger, Column, MetaData, Table, Text, bindparam, insert, select, update
from sqlalchemy.schema import CreateTable

from storage.engine import Dialect, Sql
from storage.engine.statements import plan_of

Step: TypeAlias = list[tuple[str, Any, Any]]
"""Kind ("run", "fetch" or "many"), statement, parameters; four steps are a lifecycle."""

BareStep: TypeAlias = list[tuple[str, str, tuple[Any, ...]]]
"""The same with asyncpg's name for the kind, the driver's SQL and positional values."""

PAIRS = 64
metadata = MetaData()


def _table(name: str, *columns: str, key: bool = True) -> Table:
    key_columns = [Column("id", BigInteger, primary_key=True, autoincrement=False)] if key else []
    return Table(
        name,
        metadata,
        *key_columns,
        *(Column(column, Text if column.endswith("text") else BigInteger, nullable=False) for column in columns),
    )


purse = _table("purse", "balance")
trade = _table("trade", "state", "version", "seller", "buyer", "amount")
posting = _table("posting", "trade", "purse", "amount", key=False)
audit = _table("audit", "trade", "actor", "what_text", key=False)
outbox = _table("outbox", "trade", "person", "body_text", key=False)
proof = _table("proof", "trade", "digest_text", key=False)
counter = _table("counter", "done")


def _insert(table: Table) -> Any:
    return insert(table).values({column.name: bindparam(column.name) for column in table.columns})


OPEN, POST, NOTE, TELL, PROVE, KEEP = map(_insert, (trade, posting, audit, outbox, proof, purse))
LOAD = select(trade).where(trade.c.id == bindparam("key")).with_for_update()
MOVE = (
    update(trade)
    .where(trade.c.id == bindparam("key"), trade.c.version == bindparam("seen"))
    .values(state=bindparam("next_state"), version=trade.c.version + 1)
)
PAY = (
    update(purse)
    .where(purse.c.id == bindparam("key"), purse.c.balance >= bindparam("least"))
    .values(balance=purse.c.balance + bindparam("change"))
)
COUNT = update(counter).where(counter.c.id == bindparam("key")).values(done=counter.c.done + 1)


FEES = 0
"""Only posted to: a balance row that everybody updates would measure the lock, not the gate."""


def create_tables(sql: Sql) -> None:
    """Tables, keys and rich people."""
    for table in metadata.sorted_tables:
        sql.execute(CreateTable(table))
    sql.execute_many(KEEP, [{"id": person, "balance": 10**15} for person in range(1, 2 * PAIRS + 1)])
    sql.execute_many(_insert(counter), [{"id": person, "done": 0} for person in range(1, 2 * PAIRS + 1)])


def lifecycle(order: int) -> list[Step]:
    """The four transactions of the order with this number, which nobody may have used before."""
    seller, buyer = 2 * (order % PAIRS) + 1, 2 * (order % PAIRS) + 2
    escrow = 1_000 + order

    def told(what: str, *people: int) -> Step:
        return [
            ("run", NOTE, {"trade": order, "actor": seller, "what_text": what}),
            ("many", TELL, [{"trade": order, "person": person, "body_text": what} for person in people]),
        ]

    def moved(next_state: int) -> Step:
        change = {"key": order, "seen": next_state - 1, "next_state": next_state}
        return [("fetch", LOAD, {"key": order}), ("run", MOVE, change)]

    def posted(**amounts: int) -> Step:
        purses = {"seller": seller, "buyer": buyer, "escrow": escrow, "fees": FEES}
        rows = [{"trade": order, "purse": purses[whose], "amount": amount} for whose, amount in amounts.items()]
        return [("many", POST, rows)]

    terms = {"id": order, "state": 1, "version": 1, "seller": seller, "buyer": buyer, "amount": 1_000}
    return [
        [
            ("run", PAY, {"key": seller, "least": 1_000, "change": -1_000}),
            ("run", OPEN, terms),
            ("run", KEEP, {"id": escrow, "balance": 1_000}),
            *posted(seller=-1_000, escrow=1_000),
            *told("opened", seller, buyer),
        ],
        [*moved(2), *told("paid", seller)],
        [*moved(3), ("run", PROVE, {"trade": order, "digest_text": "5f" * 32}), *told("proven", seller)],
        [
            *moved(4),
            ("run", PAY, {"key": escrow, "least": 1_000, "change": -1_000}),
            ("run", PAY, {"key": buyer, "least": 0, "change": 990}),
            *posted(escrow=-1_000, buyer=990, fees=10),
            ("run", COUNT, {"key": seller}),
            ("run", COUNT, {"key": buyer}),
            *told("released", seller, buyer),
        ],
    ]


def bare(steps: list[Step], dialect: Dialect) -> list[BareStep]:
    """The same statements ready for the driver, so that it is measured at its best."""
    return [[_bare(*call, dialect) for call in step] for step in steps]


def _bare(kind: str, statement: Any, parameters: Any, dialect: Dialect) -> tuple[str, str, tuple[Any, ...]]:
    plan = plan_of(statement, dialect)
    if kind == "many":
        return "executemany", plan.sql, ([plan.arguments(row) for row in parameters],)
    return {"run": "execute", "fetch": "fetch"}[kind], plan.sql, plan.arguments(parameters)
