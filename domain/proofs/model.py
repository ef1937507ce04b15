"""What the desk keeps about one uploaded file. The bytes lie sealed elsewhere, under their hash."""

from dataclasses import dataclass
from enum import StrEnum

from domain.kernel.ids import OrderId, ProofId, UserId
from domain.kernel.moments import Instant


@dataclass(frozen=True, slots=True)
class NewProof:
    """A checked upload. `viewer` is the hash of the re-encoded picture; a PDF has none.

    `source` names the Telegram message it came in: the same message never makes two proofs.
    """

    order: OrderId
    by: UserId
    sha256: str
    viewer: str | None
    kind: str
    size_bytes: int
    dhash: bytes | None
    telegram_unique_id: str
    source: str


class Likeness(StrEnum):
    """How one proof resembles an earlier one: the very same file, or a picture that looks the same."""

    SAME = "same"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class Match:
    """What the radar found in another order: the earlier proof, and how alike the two are."""

    earlier: ProofId
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof on file. `number` counts within its order from 1; `match` is what the radar saw when it was filed."""

    id: ProofId
    number: int
    new: NewProof
    at: Instant
    match: Match | None = None
