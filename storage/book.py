"""The double-entry book: entries once per reference, balances that a conditional UPDATE keeps above zero."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Select, bindparam, func, select, update

from domain.kernel.ids import UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import asset
from domain.ledger.accounts import UNCOUNTED, Account, AccountKind
from domain.ledger.entry import Entry
from domain.ledger.ports import Holding, StatementLine
from storage.engine import Sql
from storage.engine.portable import insert, total
from storage.readers.statement import owned_before, statement_of
from storage.schema.ledger import SOURCE_OF_NOBODY, TARGET_OF_NOBODY, ledger_accounts, ledger_entries, ledger_postings
from storage.schema.ledger import ledger_rollups as rollups

_ENTER: Final = (
    insert(ledger_entries)
    .values({column.name: bindparam(column.name) for column in ledger_entries.columns if column.name != "id"})
    .on_conflict_do_nothing(index_elements=[ledger_entries.c.reference])
    .returning(ledger_entries.c.id)
)
_FINGERPRINT: Final = select(ledger_entries.c.fingerprint).where(
    ledger_entries.c.reference == bindparam("given_reference")
)
_POST: Final = insert(ledger_postings)
_of_account: Final = ledger_accounts.c.name == bindparam("account")
_DEBIT: Final = (
    update(ledger_accounts)
    .where(_of_account, ledger_accounts.c.credits - ledger_accounts.c.debits >= bindparam("units"))
    .values(debits=ledger_accounts.c.debits + bindparam("units"))
)
_opened: Final = insert(ledger_accounts).values(
    name=bindparam("account"),
    kind=bindparam("account_kind"),
    asset=bindparam("code"),
    owner_id=bindparam("owner"),
    subject=bindparam("about"),
    credits=bindparam("units"),
    debits=0,
)
_CREDIT: Final = _opened.on_conflict_do_update(
    index_elements=[ledger_accounts.c.name],
    set_={"credits": ledger_accounts.c.credits + _opened.excluded.credits},
)
_BALANCE: Final[Select[Any]] = select(ledger_accounts.c.credits - ledger_accounts.c.debits).where(_of_account)
_rolled_up: Final = func.coalesce(
    select(rollups.c.up_to_entry).where(rollups.c.name == bindparam("account")).scalar_subquery(), 0
)
_UNCOUNTED_BALANCE: Final[Select[Any]] = select(
    func.coalesce(
        select(rollups.c.credits - rollups.c.debits).where(rollups.c.name == bindparam("account")).scalar_subquery(),
        0,
    )
    + select(total(ledger_postings.c.units))
    .where(ledger_postings.c.target == bindparam("account"), TARGET_OF_NOBODY, ledger_postings.c.entry_id > _rolled_up)
    .scalar_subquery()
    - select(total(ledger_postings.c.units))
    .where(ledger_postings.c.source == bindparam("account"), SOURCE_OF_NOBODY, ledger_postings.c.entry_id > _rolled_up)
    .scalar_subquery()
)
_HOLDINGS: Final[Select[Any]] = (
    select(
        ledger_accounts.c.kind,
        ledger_accounts.c.asset,
        ledger_accounts.c.credits - ledger_accounts.c.debits,
        ledger_accounts.c.subject,
    )
    .where(ledger_accounts.c.owner_id == bindparam("user"), ledger_accounts.c.credits > ledger_accounts.c.debits)
    .order_by(ledger_accounts.c.asset, ledger_accounts.c.kind, ledger_accounts.c.subject)
)


class StoredBook:
    """See `domain.ledger.ports.Book`."""

    def __init__(self, sql: Sql, now: Instant) -> None:
        self._sql = sql
        self._now = now

    def post(self, entry: Entry) -> bool:
        number = self._enter(entry)
        if number is None:
            self._refuse_another(entry)
            return False
        self._sql.execute_many(_POST, _postings(number, entry))
        leaving, arriving = _changes(entry)
        # In one order for everybody, so that two entries over the same accounts wait instead of blocking each other.
        for account in sorted({*leaving, *arriving}, key=lambda touched: touched.name):
            if leaving[account]:
                self._debit(account, leaving[account])
            if arriving[account]:
                self._credit(account, arriving[account])
        return True

    def balance(self, account: Account) -> Money:
        statement = _UNCOUNTED_BALANCE if account.kind in UNCOUNTED else _BALANCE
        row = self._sql.fetch_one(statement, account=account.name)
        return Money(0 if row is None else row[0], account.asset)

    def holdings(self, user: UserId) -> tuple[Holding, ...]:
        rows = self._sql.fetch_all(_HOLDINGS, user=user)
        return tuple(Holding(AccountKind(kind), Money(units, asset(code)), about) for kind, code, units, about in rows)

    def statement(self, user: UserId, *, before: int | None, limit: int) -> tuple[StatementLine, ...]:
        return statement_of(self._sql, user, before=before, limit=limit)

    def owned_before(self, user: UserId, entry: int) -> tuple[Money, ...]:
        return owned_before(self._sql, user, entry)

    def _enter(self, entry: Entry) -> int | None:
        row = self._sql.fetch_one(
            _ENTER,
            reference=entry.reference,
            kind=entry.kind.value,
            order_id=entry.order,
            settles_order=None if entry.settles is None else entry.settles.order,
            settles_round=None if entry.settles is None else entry.settles.round,
            fingerprint=entry.fingerprint,
            memo=entry.memo,
            at=self._now,
        )
        return None if row is None else int(row[0])

    def _refuse_another(self, entry: Entry) -> None:
        row = self._sql.fetch_one(_FINGERPRINT, given_reference=entry.reference)
        if row is None or row[0] != entry.fingerprint:
            raise Refusal(Rule.REFERENCE_REUSED, reference=entry.reference)

    def _debit(self, account: Account, units: int) -> None:
        def enough(changed: int) -> None:
            if changed != 1:
                raise Refusal(Rule.FUNDS_SHORT, value=Money(units, account.asset), limit=self.balance(account))

        self._sql.execute_later(_DEBIT, row=account.name, then=enough, account=account.name, units=units)

    def _credit(self, account: Account, units: int) -> None:
        self._sql.execute_later(
            _CREDIT,
            row=account.name,
            account=account.name,
            account_kind=account.kind.value,
            code=account.asset.code,
            owner=account.owner,
            about=account.subject,
            units=units,
        )


def _postings(number: int, entry: Entry) -> Sequence[dict[str, Any]]:
    return [
        {
            "entry_id": number,
            "n": n,
            "source": transfer.source.name,
            "target": transfer.target.name,
            "asset": transfer.amount.unit.code,
            "units": transfer.amount.units,
            "source_owner": transfer.source.owner,
            "target_owner": transfer.target.owner,
        }
        for n, transfer in enumerate(entry.transfers, start=1)
    ]


def _changes(entry: Entry) -> tuple[Counter[Account], Counter[Account]]:
    """What each counted account loses and gains; the others keep no counters."""
    leaving: Counter[Account] = Counter()
    arriving: Counter[Account] = Counter()
    for transfer in entry.transfers:
        if transfer.source.kind not in UNCOUNTED:
            leaving[transfer.source] += transfer.amount.units
        if transfer.target.kind not in UNCOUNTED:
            arriving[transfer.target] += transfer.amount.units
    return leaving, arriving
