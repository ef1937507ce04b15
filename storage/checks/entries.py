"""Recomputes the fingerprint of every entry, so that an edited one is found even if its sums still agree."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, Final

from sqlalchemy import BigInteger, Select, bindparam, select

from domain.kernel.ids import OrderId
from domain.kernel.money import Money
from domain.kernel.units import asset
from domain.ledger.accounts import Account, AccountKind
from domain.ledger.entry import Entry, EntryKind, Settlement, Transfer
from storage.checks.finding import SHOWN, Finding
from storage.engine import Row, Sql
from storage.schema.ledger import ledger_entries, ledger_postings

PAGE: Final = 5_000

_some: Final = (
    select(ledger_entries)
    .where(ledger_entries.c.id > bindparam("after"))
    .order_by(ledger_entries.c.id)
    .limit(bindparam("page", type_=BigInteger()))
    .subquery("some")
)
_PAGE: Final[Select[Any]] = (
    select(
        _some.c.id,
        _some.c.reference,
        _some.c.kind,
        _some.c.order_id,
        _some.c.settles_order,
        _some.c.settles_round,
        _some.c.memo,
        _some.c.fingerprint,
        ledger_postings.c.source,
        ledger_postings.c.target,
        ledger_postings.c.asset,
        ledger_postings.c.units,
    )
    .join_from(_some, ledger_postings, ledger_postings.c.entry_id == _some.c.id, isouter=True)
    .order_by(_some.c.id, ledger_postings.c.n)
)


def entry_findings(sql: Sql) -> Iterator[Finding]:
    """L6: entries that no longer say what was written; read in pages, whatever the length of the book."""
    found, after = 0, 0
    while found < SHOWN and (rows := sql.fetch_all(_PAGE, after=after, page=PAGE)):
        for number, lines in groupby(rows, key=lambda row: row[0]):
            after = number
            if not _says_what_was_written(list(lines)):
                found += 1
                yield Finding("L6", f"entry {number}", "is not what was written")


def _says_what_was_written(lines: Sequence[Row]) -> bool:
    _, reference, kind, order, settles_order, settles_round, memo, fingerprint, *_ = lines[0]
    try:
        entry = Entry(
            reference=reference,
            kind=EntryKind(kind),
            transfers=tuple(_transfer(*line[-4:]) for line in lines if line[-1] is not None),
            order=order,
            settles=None if settles_order is None else Settlement(OrderId(settles_order), settles_round),
            memo=memo,
        )
    except ValueError:
        return False
    return bool(entry.fingerprint == fingerprint)


def _transfer(source: str, target: str, code: str, units: int) -> Transfer:
    return Transfer(_account(source), _account(target), Money(units, asset(code)))


def _account(name: str) -> Account:
    """The account of this name. Raises `ValueError` for a name that no account has."""
    *place, kind, code = name.split(":")
    if place[0] in {"platform", "world"}:
        return Account(AccountKind(kind), asset(code))
    number = int(place[1])
    if place[0] == "user":
        return Account(AccountKind(kind), asset(code), owner=number)  # type: ignore[arg-type]
    return Account(AccountKind(kind), asset(code), subject=number)
