"""Entries: transfers from a source to a target, so that a lopsided one can't even be written down."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum

from domain.kernel.ids import OrderId
from domain.kernel.money import Money
from domain.ledger.accounts import Account


class EntryKind(StrEnum):
    """Why money moved."""

    DEPOSIT = "deposit"
    AD_FUNDED = "ad-funded"
    AD_RETURNED = "ad-returned"
    ORDER_LOCKED = "order-locked"
    ORDER_SETTLED = "order-settled"
    GRACE_LOCKED = "grace-locked"
    GRACE_CLAIMED = "grace-claimed"


@dataclass(frozen=True, slots=True)
class Transfer:
    """One amount from one account to another of the same asset. Zero and negative amounts raise `ValueError`."""

    source: Account
    target: Account
    amount: Money

    def __post_init__(self) -> None:
        if self.amount.units <= 0:
            raise ValueError(f"a transfer moves more than {self.amount.units}")
        if not self.source.asset == self.target.asset == self.amount.unit:
            raise ValueError("a transfer keeps to one asset")
        if self.source == self.target:
            raise ValueError("a transfer goes somewhere else")


@dataclass(frozen=True, slots=True)
class Settlement:
    """Says that an entry ends what an order locked. Unique in the book: an order settles once a round."""

    order: OrderId
    round: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One unit of bookkeeping under a business reference that is unique for ever."""

    reference: str
    kind: EntryKind
    transfers: tuple[Transfer, ...]
    order: OrderId | None = None
    settles: Settlement | None = None
    memo: str = ""

    def __post_init__(self) -> None:
        if not self.transfers:
            raise ValueError("an entry moves something")

    @property
    def fingerprint(self) -> str:
        """A digest of everything the entry says; the same reference with another digest is an error."""
        lines = [self.reference, self.kind, str(self.order), str(self.settles), self.memo]
        lines += [f"{t.source.name}>{t.target.name}={t.amount.units}" for t in self.transfers]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def transfers(*moves: tuple[Account, Account, Money]) -> tuple[Transfer, ...]:
    """The moves that really move something: a fee of zero leaves no trace."""
    return tuple(Transfer(source, target, amount) for source, target, amount in moves if amount)
