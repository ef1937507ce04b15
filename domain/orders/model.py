"""An order: the terms frozen at take, and the few things about it that change."""

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.ads.model import PaymentAccount
from domain.kernel.codes import Coded, code_of
from domain.kernel.ids import AdId, OrderId, UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money
from domain.kernel.prices import Price


class OrderState(StrEnum):
    """Where an order stands."""

    AWAIT_PAYMENT = "await_payment"
    PAID = "paid"
    RELEASING = "releasing"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"


LIVE: Final = frozenset({OrderState.AWAIT_PAYMENT, OrderState.PAID, OrderState.RELEASING})
"""States in which the escrow holds exactly amount and seller's fee."""


class Role(StrEnum):
    """Who acts on an order."""

    BUYER = "buyer"
    SELLER = "seller"
    TIMER = "timer"
    STRANGER = "stranger"


class CancelReason(StrEnum):
    """Why a buyer cancels before paying; each has the text `cancel-reason-<value>`."""

    CHANGED_MIND = "changed-mind"
    CANNOT_PAY = "cannot-pay"
    DETAILS_WRONG = "details-wrong"
    SELLER_ASKED = "seller-asked"
    NO_ANSWER = "no-answer"


class SellerReason(StrEnum):
    """Why a seller asks to cancel before the payment; each has the text `seller-reason-<value>`."""

    CANNOT_RECEIVE = "cannot-receive"
    AD_WRONG = "ad-wrong"
    NAME_DIFFERS = "name-differs"
    OTHER = "other"


class AskKind(StrEnum):
    """What a yes to a wish to cancel means."""

    TOGETHER = "together"
    """Both would rather end a paid order: nobody's fault."""
    BEFORE_PAYMENT = "before_payment"
    """The seller would rather not go on, and the buyer has not paid."""
    RETRACTION = "retraction"
    """The buyer takes "paid" back although a proof is on file."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What both agreed to. Written once and never changed: the database refuses to."""

    ad: AdId
    maker: UserId
    seller: UserId
    buyer: UserId
    amount: Money
    fiat: Money
    price: Price
    seller_fee: Money
    buyer_fee: Money
    account: PaymentAccount
    payer_name: str
    text: str
    window_ms: int
    grace_ms: int
    release_target_ms: int
    release_wait_ms: int

    @property
    def digest(self) -> str:
        """A digest over every frozen value, kept beside them."""
        parts = (
            self.ad, self.maker, self.seller, self.buyer,
            self.amount.units, self.amount.unit.code, self.fiat.units, self.fiat.unit.code, self.price.micros,
            self.seller_fee.units, self.buyer_fee.units, self.account.method, self.account.details,
            self.payer_name, self.text,
            self.window_ms, self.grace_ms, self.release_target_ms, self.release_wait_ms,
        )  # fmt: skip
        return hashlib.sha256("\x1f".join(str(part) for part in parts).encode()).hexdigest()

    @property
    def locked(self) -> Money:
        """What the escrow holds while the order lives."""
        return self.amount + self.seller_fee

    @property
    def taker(self) -> UserId:
        """The side that did not post the ad."""
        return self.buyer if self.maker == self.seller else self.seller


@dataclass(frozen=True, slots=True)
class CancelAsk:
    """A wish to cancel together. It lapses at `until`, and with any other change of the order."""

    by: Role
    version: int
    until: Instant
    kind: AskKind = AskKind.TOGETHER
    reason: SellerReason | None = None


@dataclass(frozen=True, slots=True)
class Order:
    """One order. `version` rises by exactly one at each transition and is what buttons carry."""

    id: OrderId
    terms: Terms
    state: OrderState
    version: int
    round: int
    opened_at: Instant
    pay_until: Instant
    paid_at: Instant | None = None
    grace_until: Instant | None = None
    ended_at: Instant | None = None
    cancel_ask: CancelAsk | None = None
    cancel_reason: CancelReason | None = None
    settled: bool = False
    extensions: int = 0

    @property
    def code(self) -> str:
        """What people call this order."""
        return code_of(Coded.ORDER, self.id)

    def role_of(self, user: UserId) -> Role:
        """Which side this person is on."""
        if user == self.terms.buyer:
            return Role.BUYER
        return Role.SELLER if user == self.terms.seller else Role.STRANGER

    def user_of(self, role: Role) -> UserId:
        """Who is on this side. Raises `ValueError` for sides that are no person."""
        if role is Role.BUYER:
            return self.terms.buyer
        if role is Role.SELLER:
            return self.terms.seller
        raise ValueError(f"nobody is the {role}")

    def other(self, user: UserId) -> UserId:
        """The counterparty of this party."""
        return self.terms.seller if user == self.terms.buyer else self.terms.buyer
