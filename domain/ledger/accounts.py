"""The accounts of the book and their names. An account is a place where one asset lies."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.kernel.ids import AdId, OrderId, UserId
from domain.kernel.money import Unit


class AccountKind(StrEnum):
    """What a balance is for. World is the only kind that may go below zero."""

    AVAILABLE = "available"
    RESERVE = "reserve"
    GRACE = "grace"
    ESCROW = "escrow"
    FEES = "fees"
    CUSTODY = "custody"


UNCOUNTED: Final = frozenset({AccountKind.FEES, AccountKind.CUSTODY})
"""Accounts that everybody touches: append-only, their balance is the sum of postings, so nobody waits for their row."""


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `owner` is the person whose money it is, `subject` the ad or order it belongs to."""

    kind: AccountKind
    asset: Unit
    owner: UserId | None = None
    subject: int | None = None

    @property
    def name(self) -> str:
        """The account's unique name, for example `user:42:available:USDT` or `order:17:escrow:USDT`."""
        return f"{_PLACE[self.kind].format(owner=self.owner, subject=self.subject)}:{self.kind}:{self.asset.code}"


_PLACE: Final = {
    AccountKind.AVAILABLE: "user:{owner}",
    AccountKind.GRACE: "user:{owner}",
    AccountKind.RESERVE: "ad:{subject}",
    AccountKind.ESCROW: "order:{subject}",
    AccountKind.FEES: "platform",
    AccountKind.CUSTODY: "world",
}


def available(user: UserId, asset: Unit) -> Account:
    """What this person can use at once."""
    return Account(AccountKind.AVAILABLE, asset, owner=user)


def grace_lock(user: UserId, asset: Unit) -> Account:
    """The seller's coins of expired orders, kept while a late payment may still be claimed."""
    return Account(AccountKind.GRACE, asset, owner=user)


def reserve(maker: UserId, ad: AdId, asset: Unit) -> Account:
    """The stock and worst-case fee of one live ad. Still the maker's money."""
    return Account(AccountKind.RESERVE, asset, owner=maker, subject=ad)


def escrow(seller: UserId, order: OrderId, asset: Unit) -> Account:
    """The seller's coins and fee, locked for one order. Still the seller's money until it settles."""
    return Account(AccountKind.ESCROW, asset, owner=seller, subject=order)


def fees(asset: Unit) -> Account:
    """What the desk has earned."""
    return Account(AccountKind.FEES, asset)


def custody(asset: Unit) -> Account:
    """The world outside: minus what people have brought in."""
    return Account(AccountKind.CUSTODY, asset)
