"""What the rules need of the book. Storage keeps it; only `record` and the ledger's own use cases write to it."""

from dataclasses import dataclass
from typing import Protocol

from domain.kernel.ids import UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money
from domain.ledger.accounts import Account, AccountKind
from domain.ledger.entry import Entry, EntryKind


@dataclass(frozen=True, slots=True)
class Holding:
    """One balance of a person: how much, of what, and for which ad or order."""

    kind: AccountKind
    amount: Money
    subject: int | None


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One transfer as its owner reads it: signed units on the named kind of balance."""

    entry: int
    at: Instant
    kind: EntryKind
    account: AccountKind
    subject: int | None
    change: Money
    reference: str


class Book(Protocol):
    def post(self, entry: Entry) -> bool:
        """Books the entry. True when new, False when the same entry stood there already.

        Raises `Refusal`: reference-reused when the reference says something else, funds-short when a source
        would fall below zero.
        """
        ...

    def balance(self, account: Account) -> Money:
        """What lies on one account now."""
        ...

    def holdings(self, user: UserId) -> tuple[Holding, ...]:
        """Every balance of a person that is not zero."""
        ...

    def statement(self, user: UserId, *, before: int | None, limit: int) -> tuple[StatementLine, ...]:
        """The person's newest lines, below entry number `before` when it is given."""
        ...

    def owned_before(self, user: UserId, entry: int) -> tuple[Money, ...]:
        """What the person owned of each asset, wherever it lay, before this entry; nothing when it was the first."""
        ...
