"""What can happen to an order. The table says when, by whom and with what effect."""

from dataclasses import dataclass

from domain.orders.model import CancelReason


@dataclass(frozen=True, slots=True)
class PaymentMarked:
    """The buyer says the fiat is on its way."""


@dataclass(frozen=True, slots=True)
class BuyerCancelled:
    """The buyer has not paid and will not."""

    reason: CancelReason


@dataclass(frozen=True, slots=True)
class WindowPassed:
    """The payment window ran out."""


@dataclass(frozen=True, slots=True)
class LatePaymentClaimed:
    """The buyer did pay, after the window, and has proof."""


@dataclass(frozen=True, slots=True)
class GraceEnded:
    """Nobody claimed a late payment in time."""


@dataclass(frozen=True, slots=True)
class BankCheckStarted:
    """The seller is looking at the bank account."""


@dataclass(frozen=True, slots=True)
class SellerReleased:
    """The seller has the fiat and lets the coins go."""


@dataclass(frozen=True, slots=True)
class CancelAsked:
    """One side would rather end it, nobody's fault."""


@dataclass(frozen=True, slots=True)
class CancelAgreed:
    """The other side would, too."""


@dataclass(frozen=True, slots=True)
class CancelDropped:
    """The wish to cancel is taken back, or turned down."""


Event = (
    PaymentMarked
    | BuyerCancelled
    | WindowPassed
    | LatePaymentClaimed
    | GraceEnded
    | BankCheckStarted
    | SellerReleased
    | CancelAsked
    | CancelAgreed
    | CancelDropped
)
