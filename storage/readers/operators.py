"""What operators look up: whose code that is, what lies on every account, what one order moved."""

from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Select, bindparam, select

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money
from domain.kernel.units import asset
from domain.ledger.accounts import AccountKind
from domain.orders.model import Order
from storage.engine import Sql
from storage.engine.portable import total
from storage.schema.ledger import ledger_accounts, ledger_entries, ledger_postings
from storage.schema.orders import order_terms, orders
from storage.schema.users import users
from storage.stores.order_rows import ORDER_COLUMNS, order_of

_held: Final = ledger_accounts.c.credits - ledger_accounts.c.debits
_NOT_EMPTY: Final = ledger_accounts.c.credits > ledger_accounts.c.debits

_NUMBERED: Final[Select[Any]] = select(users.c.id).where(users.c.number == bindparam("given_number"))
_ORDER: Final[Select[Any]] = (
    select(*ORDER_COLUMNS)
    .select_from(orders.join(order_terms, order_terms.c.order_id == orders.c.id))
    .where(orders.c.id == bindparam("order"))
)
_TOTALS: Final[Select[Any]] = (
    select(ledger_accounts.c.asset, ledger_accounts.c.kind, total(_held))
    .where(_NOT_EMPTY)
    .group_by(ledger_accounts.c.asset, ledger_accounts.c.kind)
    .order_by(ledger_accounts.c.asset, ledger_accounts.c.kind)
)
_ACCOUNTS: Final[Select[Any]] = (
    select(ledger_accounts.c.name, ledger_accounts.c.kind, ledger_accounts.c.asset, ledger_accounts.c.owner_id, _held)
    .where(_NOT_EMPTY)
    .order_by(ledger_accounts.c.owner_id, ledger_accounts.c.name)
    .limit(bindparam("most"))
)
_MOVES: Final[Select[Any]] = (
    select(
        ledger_entries.c.id,
        ledger_entries.c.at,
        ledger_entries.c.kind,
        ledger_entries.c.reference,
        ledger_postings.c.source,
        ledger_postings.c.target,
        ledger_postings.c.units,
        ledger_postings.c.asset,
    )
    .select_from(ledger_entries.join(ledger_postings, ledger_postings.c.entry_id == ledger_entries.c.id))
    .where(ledger_entries.c.order_id == bindparam("order"))
    .order_by(ledger_entries.c.id, ledger_postings.c.n)
)
"""Walks over all entries: an operator asks this now and then, no screen ever does."""


@dataclass(frozen=True, slots=True)
class HeldAccount:
    """One account of a person with something on it."""

    name: str
    kind: AccountKind
    owner: UserId
    amount: Money


@dataclass(frozen=True, slots=True)
class Move:
    """One transfer of one entry, by the names of its accounts."""

    entry: int
    at: Instant
    kind: str
    reference: str
    source: str
    target: str
    amount: Money


def user_numbered(sql: Sql, number: int) -> UserId | None:
    """Whose short code stands for this number."""
    row = sql.fetch_one(_NUMBERED, given_number=number)
    return None if row is None else UserId(row[0])


def order_numbered(sql: Sql, order: OrderId) -> Order | None:
    """The order as it stands, without a lock: for looking, never for deciding."""
    row = sql.fetch_one(_ORDER, order=order)
    return None if row is None else order_of(row)


def totals(sql: Sql) -> list[tuple[AccountKind, Money]]:
    """What all people together hold, by kind of balance and asset."""
    return [(AccountKind(kind), Money(units, asset(code))) for code, kind, units in sql.fetch_all(_TOTALS)]


def held_accounts(sql: Sql, most: int) -> list[HeldAccount]:
    """Every account of a person that holds something, by owner; at most `most` of them."""
    return [
        HeldAccount(name, AccountKind(kind), owner, Money(units, asset(code)))
        for name, kind, code, owner, units in sql.fetch_all(_ACCOUNTS, most=most)
    ]


def moves_of(sql: Sql, order: OrderId) -> list[Move]:
    """Everything the book says about one order, in the order in which it was booked."""
    return [
        Move(entry, at, kind, reference, source, target, Money(units, asset(code)))
        for entry, at, kind, reference, source, target, units, code in sql.fetch_all(_MOVES, order=order)
    ]
