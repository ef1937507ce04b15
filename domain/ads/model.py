"""An ad as it stands: what is offered, on which terms, and how much of it is left."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.kernel.codes import Coded, code_of
from domain.kernel.ids import AdId, UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money, fee
from domain.kernel.prices import Price


class Side(StrEnum):
    """Which way the maker trades the asset."""

    SELL = "sell"


class AdState(StrEnum):
    """Where an ad is in its life. Rows are never deleted."""

    ACTIVE = "active"
    PAUSED = "paused"
    AUTO_PAUSED = "auto_paused"
    CLOSED = "closed"


WINDOWS_MINUTES: Final = (15, 30, 45, 60, 90, 120)
MOST_METHODS: Final = 5
LONGEST_TERMS: Final = 900
LONGEST_DETAILS: Final = 300


@dataclass(frozen=True, slots=True)
class PaymentAccount:
    """Where the buyer sends fiat: a method's code and the details the maker typed for it."""

    method: str
    details: str


@dataclass(frozen=True, slots=True)
class Ad:
    """One standing offer. `stock` is what can still be taken; live orders have taken theirs out already."""

    id: AdId
    maker: UserId
    side: Side
    price: Price
    total: Money
    stock: Money
    least: Money
    most: Money
    accounts: tuple[PaymentAccount, ...]
    window_minutes: int
    terms: str
    maker_fee_bps: int
    taker_fee_bps: int
    state: AdState
    version: int
    created_at: Instant

    @property
    def code(self) -> str:
        """What people call this ad."""
        return code_of(Coded.AD, self.id)

    @property
    def methods(self) -> tuple[str, ...]:
        """The codes of the payment methods, in the maker's order."""
        return tuple(account.method for account in self.accounts)

    @property
    def most_now(self) -> Money:
        """The largest order the stock allows at this moment, in fiat."""
        worth = self.price.asset_worth(self.stock)
        return worth if worth < self.most else self.most

    @property
    def can_be_taken(self) -> bool:
        """Whether somebody could open an order now."""
        return self.state is AdState.ACTIVE and self.most_now >= self.least

    @property
    def worst_fee(self) -> Money:
        """The seller's fees if the whole stock goes in the smallest orders: each rounds up by less than one unit."""
        return worst_fee(self.total, self.price, self.least, self.maker_fee_bps)


@dataclass(frozen=True, slots=True)
class NewAd:
    """What a merchant asks to post. `token` was minted on the confirm screen: a repeat posts nothing new."""

    token: str
    side: Side
    price: Price
    total: Money
    least: Money
    most: Money
    accounts: tuple[PaymentAccount, ...]
    window_minutes: int
    terms: str


def worst_fee(total: Money, price: Price, least: Money, rate_bps: int) -> Money:
    """The seller's fees on this stock, cut into the smallest orders: each rounds up by less than one unit."""
    orders = total.units // max(1, price.asset_for(least).units) + 1
    whole = fee(total, rate_bps)
    return whole if not whole else Money(whole.units + orders, whole.unit)
