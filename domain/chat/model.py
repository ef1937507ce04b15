"""One line of an order's chat."""

from dataclasses import dataclass

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant


@dataclass(frozen=True, slots=True)
class NewLine:
    """Somebody said something, or showed a picture (the hash of its re-encoded copy). `source` as in proofs."""

    order: OrderId
    by: UserId
    text: str
    picture: str | None
    source: str


@dataclass(frozen=True, slots=True)
class Line:
    """One kept line. `number` counts within its order from 1 without gaps."""

    number: int
    new: NewLine
    at: Instant
