"""What can happen to an order. The table says when, by whom and with what effect."""

from dataclasses import dataclass

from domain.orders.model import CancelReason, SellerReason


@dataclass(frozen=True, slots=True)
class PaymentMarked:
    """The buyer says the fiat is on its way."""


@dataclass(frozen=True, slots=True)
class BuyerCancelled:
    """The buyer has not paid and will not."""

    reason: CancelReason


@dataclass(frozen=True, slots=True)
class WindowHalfOver:
    """Half of the payment window is over."""


@dataclass(frozen=True, slots=True)
class WindowNearlyOver:
    """A tenth of the payment window is left."""


@dataclass(frozen=True, slots=True)
class WindowExtended:
    """The seller gives the buyer more time to pay."""


@dataclass(frozen=True, slots=True)
class SellerAskedToCancel:
    """The seller would rather not go on, and the buyer has not paid yet."""

    reason: SellerReason


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
class TargetPassed:
    """The seller should have released by now."""


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


@dataclass(frozen=True, slots=True)
class PaymentRetracted:
    """The buyer said "paid", has not, and there is no proof that says otherwise."""


@dataclass(frozen=True, slots=True)
class RetractionAsked:
    """The buyer takes "paid" back although a proof is on file."""


@dataclass(frozen=True, slots=True)
class RetractionAgreed:
    """The seller has looked: nothing was paid."""


Event = (
    PaymentMarked
    | BuyerCancelled
    | WindowHalfOver
    | WindowNearlyOver
    | WindowExtended
    | SellerAskedToCancel
    | WindowPassed
    | LatePaymentClaimed
    | GraceEnded
    | BankCheckStarted
    | TargetPassed
    | SellerReleased
    | CancelAsked
    | CancelAgreed
    | CancelDropped
    | PaymentRetracted
    | RetractionAsked
    | RetractionAgreed
)
