"""Folds old postings of the uncounted accounts into one row each, so that their balances stay quick to read."""

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, Select, bindparam, func, select, text

from storage.engine import Row
from storage.engine.portable import insert, total
from storage.schema.ledger import (
    SOURCE_OF_NOBODY,
    TARGET_OF_NOBODY,
    ledger_postings,
    ledger_rollups,
)

if TYPE_CHECKING:
    from storage.work import StorageWork

_HOLD_POSTERS: Final = text("LOCK TABLE ledger_postings IN SHARE ROW EXCLUSIVE MODE")
"""On PostgreSQL an entry with a smaller number may commit after one with a larger; nobody may be in between."""

_NEWEST: Final[Select[Any]] = select(func.coalesce(func.max(ledger_postings.c.entry_id), 0))


def _newer(account: Any, condition: Any) -> Select[Any]:
    already = func.coalesce(
        select(ledger_rollups.c.up_to_entry).where(ledger_rollups.c.name == account).scalar_subquery(), 0
    )
    return (
        select(account, total(ledger_postings.c.units))
        .where(condition, ledger_postings.c.entry_id <= bindparam("up_to"), ledger_postings.c.entry_id > already)
        .group_by(account)
    )


_RECEIVED: Final = _newer(ledger_postings.c.target, TARGET_OF_NOBODY)
_GIVEN: Final = _newer(ledger_postings.c.source, SOURCE_OF_NOBODY)
_folded: Final = insert(ledger_rollups).values(
    name=bindparam("account"),
    credits=bindparam("received", type_=BigInteger()),
    debits=bindparam("given", type_=BigInteger()),
    up_to_entry=bindparam("up_to"),
)
_FOLD: Final = _folded.on_conflict_do_update(
    index_elements=[ledger_rollups.c.name],
    set_={
        "credits": ledger_rollups.c.credits + _folded.excluded.credits,
        "debits": ledger_rollups.c.debits + _folded.excluded.debits,
        "up_to_entry": _folded.excluded.up_to_entry,
    },
)


def roll_up(work: "StorageWork") -> int:
    """Brings every uncounted account's row up to the newest entry; how many accounts had moved."""
    if work.sql.dialect == "postgresql":
        work.sql.execute(_HOLD_POSTERS)
    row = work.sql.fetch_one(_NEWEST)
    assert row is not None
    up_to = row[0]
    received = _by_account(work.sql.fetch_all(_RECEIVED, up_to=up_to))
    given = _by_account(work.sql.fetch_all(_GIVEN, up_to=up_to))
    accounts = sorted({*received, *given})
    for account in accounts:
        work.sql.execute(
            _FOLD, account=account, received=received.get(account, 0), given=given.get(account, 0), up_to=up_to
        )
    return len(accounts)


def _by_account(rows: list[Row]) -> dict[str, int]:
    return {str(row[0]): int(row[1]) for row in rows}
