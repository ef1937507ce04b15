"""One notice. It is written in the transaction that made it true and sent by nobody else than the outbox."""

from dataclasses import dataclass
from enum import StrEnum

from domain.kernel.ids import OrderId, UserId


class NoticeKind(StrEnum):
    """How a notice shows itself."""

    CARD = "card"
    """The live card is drawn again in place, silently."""
    ALERT = "alert"
    """This person must act, or money moved: the card comes anew at the bottom of the chat."""
    PROOF = "proof"
    """A payment proof, as the re-encoded picture."""
    LINE = "line"
    """A line of the order's chat."""
    MONEY = "money"
    """A balance changed outside an order."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Tell `to` about an order or an entry. `subject` numbers the proof or chat line; `headline` is a text key."""

    to: UserId
    kind: NoticeKind
    order: OrderId | None = None
    headline: str = ""
    subject: int | None = None
