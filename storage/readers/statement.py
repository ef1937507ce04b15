"""A person's account statement: every transfer that touched one of their balances, newest first."""

from typing import Any, Final

from sqlalchemy import BigInteger, Select, bindparam, literal_column, select, union_all

from domain.kernel.ids import UserId
from domain.kernel.money import LARGEST_UNITS, Money
from domain.kernel.units import asset
from domain.ledger.accounts import AccountKind
from domain.ledger.entry import EntryKind
from domain.ledger.ports import StatementLine
from storage.engine import Row, Sql
from storage.engine.portable import total
from storage.schema.ledger import ledger_entries, ledger_postings

LINES_OF_ONE_ENTRY: Final = 8
"""More than any movement has for one person, so that a page can end where an entry ends."""


def _lines(owner: Any, account: Any, sign: int) -> Any:
    lines: Select[Any] = (
        select(
            ledger_postings.c.entry_id,
            ledger_postings.c.n,
            literal_column(str(sign)).label("sign"),
            account.label("account"),
            ledger_postings.c.asset,
            ledger_postings.c.units,
        )
        .where(owner == bindparam("user"), ledger_postings.c.entry_id < bindparam("below"))
        .order_by(ledger_postings.c.entry_id.desc())
        .limit(bindparam("most", type_=BigInteger()))
    )
    return select(lines.subquery())


_touched: Final = union_all(
    _lines(ledger_postings.c.source_owner, ledger_postings.c.source, -1),
    _lines(ledger_postings.c.target_owner, ledger_postings.c.target, 1),
).subquery("touched")
_STATEMENT: Final[Select[Any]] = (
    select(
        _touched.c.entry_id,
        ledger_entries.c.at,
        ledger_entries.c.kind,
        ledger_entries.c.reference,
        _touched.c.account,
        _touched.c.asset,
        _touched.c.sign,
        _touched.c.units,
    )
    .join_from(_touched, ledger_entries, ledger_entries.c.id == _touched.c.entry_id)
    .order_by(_touched.c.entry_id.desc(), _touched.c.n, _touched.c.sign)
    .limit(bindparam("most", type_=BigInteger()))
)
_before: Final = union_all(
    *(
        select(ledger_postings.c.asset.label("asset"), (ledger_postings.c.units * sign).label("units")).where(
            owner == bindparam("user"), ledger_postings.c.entry_id < bindparam("below")
        )
        for owner, sign in ((ledger_postings.c.source_owner, -1), (ledger_postings.c.target_owner, 1))
    )
).subquery("before")
_OWNED_BEFORE: Final[Select[Any]] = (
    select(_before.c.asset, total(_before.c.units)).group_by(_before.c.asset).order_by(_before.c.asset)
)


def statement_of(sql: Sql, user: UserId, *, before: int | None, limit: int) -> tuple[StatementLine, ...]:
    """At most `limit` lines. An entry is never cut in two, so that the next page may begin below the last one."""
    most = limit + LINES_OF_ONE_ENTRY
    below = LARGEST_UNITS if before is None else before
    lines = [_line_of(row) for row in sql.fetch_all(_STATEMENT, user=user, below=below, most=most)]
    if len(lines) <= limit:
        return tuple(lines)
    cut = lines[limit].entry
    whole = tuple(line for line in lines[:limit] if line.entry != cut)
    return whole or tuple(line for line in lines if line.entry == cut)


def owned_before(sql: Sql, user: UserId, entry: int) -> tuple[Money, ...]:
    """See `domain.ledger.ports.Book`."""
    return tuple(Money(units, asset(code)) for code, units in sql.fetch_all(_OWNED_BEFORE, user=user, below=entry))


def _line_of(row: Row) -> StatementLine:
    entry, at, kind, reference, account, code, sign, units = row
    place, number, account_kind, _ = account.split(":")
    return StatementLine(
        entry=entry,
        at=at,
        kind=EntryKind(kind),
        account=AccountKind(account_kind),
        subject=None if place == "user" else int(number),
        change=Money(sign * units, asset(code)),
        reference=reference,
    )
