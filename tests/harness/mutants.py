"""The desk with some of its guards taken out: what keeps an order from settling twice, one by one or all at once."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, Final

import asyncpg
from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.engine import make_url

from storage import book
from storage.engine import Dialect, Row, Sql, Statement
from storage.schema.ledger import ledger_accounts, ledger_entries
from storage.schema.orders import order_history, orders
from storage.stores import orders as order_store
from storage.stores.order_rows import ORDER_COLUMNS


class Guard(StrEnum):
    """Each alone must be enough."""

    LOCK = "the order's row is locked while somebody decides"
    VERSION = "an order is saved only over the version that was decided on"
    REFERENCE = "an entry's reference is unique"
    SETTLEMENT = "an order settles once a round"
    BALANCE = "nobody pays what they do not have"


_UNLOCKED_GET: Final = (
    select(*ORDER_COLUMNS, orders.c.armed_at, orders.c.armed_version)
    .select_from(order_store._whole)
    .where(orders.c.id == bindparam("order"))
)
_BLIND_SAVE: Final = (
    update(orders)
    .where(
        orders.c.id == bindparam("order"),
        # Always true: the parameters are there because the store gives them.
        orders.c.version + 1_000 > bindparam("seen_version"),
        orders.c.state != bindparam("seen_state").concat("?"),
    )
    .values({name: bindparam(f"new_{name}") for name in order_store._CHANGING})
)
_BLIND_REMEMBER: Final = insert(order_history).values(
    {column.name: bindparam(column.name) for column in order_history.columns}
)
_BLIND_ENTER: Final = (
    insert(ledger_entries)
    .values({column.name: bindparam(column.name) for column in ledger_entries.columns if column.name != "id"})
    .returning(ledger_entries.c.id)
)
_BLIND_DEBIT: Final = (
    update(ledger_accounts)
    .where(ledger_accounts.c.name == bindparam("account"))
    .values(debits=ledger_accounts.c.debits + bindparam("units"))
)

_SWAPS: Final[dict[Guard, dict[int, Statement]]] = {
    Guard.LOCK: {id(order_store._GET): _UNLOCKED_GET},
    Guard.VERSION: {id(order_store._SAVE): _BLIND_SAVE, id(order_store._REMEMBER): _BLIND_REMEMBER},
    Guard.REFERENCE: {id(book._ENTER): _BLIND_ENTER},
    Guard.SETTLEMENT: {},
    Guard.BALANCE: {id(book._DEBIT): _BLIND_DEBIT},
}
_DEFINITIONS: Final = {
    Guard.LOCK: "SELECT 1",
    Guard.VERSION: "ALTER TABLE order_history DROP CONSTRAINT pk_order_history",
    Guard.REFERENCE: "DROP INDEX uq_ledger_entries_reference",
    Guard.SETTLEMENT: "DROP INDEX uq_ledger_entries_settles",
    Guard.BALANCE: "ALTER TABLE ledger_accounts DROP CONSTRAINT ck_ledger_accounts_never_negative",
}


async def unguard(url: str, *dropped: Guard) -> None:
    """Takes the guards that the schema keeps out of a PostgreSQL database."""
    connection = await asyncpg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))
    try:
        for guard in dropped:
            await connection.execute(_DEFINITIONS[guard])
    finally:
        await connection.close()


class Unguarded:
    """A seam whose stores believe that they are guarded."""

    def __init__(self, sql: Sql, dropped: Sequence[Guard]) -> None:
        self._sql = sql
        self._swaps = {known: mutant for guard in dropped for known, mutant in _SWAPS[guard].items()}

    @property
    def dialect(self) -> Dialect:
        return self._sql.dialect

    def fetch_all(self, statement: Statement, /, **parameters: Any) -> list[Row]:
        return self._sql.fetch_all(self._swapped(statement), **parameters)

    def fetch_one(self, statement: Statement, /, **parameters: Any) -> Row | None:
        return self._sql.fetch_one(self._swapped(statement), **parameters)

    def execute(self, statement: Statement, /, **parameters: Any) -> int:
        return self._sql.execute(self._swapped(statement), **parameters)

    def execute_later(self, statement: Statement, /, **parameters: Any) -> None:
        self._sql.execute_later(self._swapped(statement), **parameters)

    def execute_many(self, statement: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        self._sql.execute_many(self._swapped(statement), rows)

    def _swapped(self, statement: Statement) -> Statement:
        return self._swaps.get(id(statement), statement)
