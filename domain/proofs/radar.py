"""The proof-reuse radar: whether an upload is, or looks like, one that was filed for another order.

A hint for whoever looks at the bank account, never a decision about anything."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from domain.kernel.ids import ProofId
from domain.proofs.model import Likeness, Match, NewProof

NEAR_BITS: Final = 5
"""Two picture hashes of 256 bits that differ in no more than these show one picture, saved twice."""
MARKS: Final = NEAR_BITS + 1
"""Five differing bits can spoil five marks at most, so near pictures have at least one of six in common."""
_HASH_BITS: Final = 256
_PLACES: Final = tuple(range(0, _HASH_BITS, MARKS))


@dataclass(frozen=True, slots=True)
class Candidate:
    """A proof of another order that shares bytes, a Telegram file or a mark with the new one."""

    id: ProofId
    sha256: str
    telegram_unique_id: str
    dhash: bytes | None


def match_of(new: NewProof, candidates: Iterable[Candidate]) -> Match | None:
    """The same file before a similar picture, the first candidate before later ones; None when nothing is alike."""
    near: Match | None = None
    for candidate in candidates:
        if candidate.sha256 == new.sha256 or candidate.telegram_unique_id == new.telegram_unique_id:
            return Match(candidate.id, Likeness.SAME)
        if near is None and _is_near(new.dhash, candidate.dhash):
            near = Match(candidate.id, Likeness.NEAR)
    return near


def marks_of(dhash: bytes | None) -> tuple[int, ...]:
    """The numbers a picture can be found by: every sixth bit makes one, so that each sees the whole picture.

    A picture as good as blank has none: it resembles everything and tells nothing.
    """
    if dhash is None or not _tells_enough(dhash):
        return ()
    bits = int.from_bytes(dhash, "big")
    return tuple(_mark(bits, number) for number in range(MARKS))


def distance(first: bytes, second: bytes) -> int:
    """Bits that differ, 0 to 256."""
    return (int.from_bytes(first, "big") ^ int.from_bytes(second, "big")).bit_count()


def _mark(bits: int, number: int) -> int:
    """At most 43 bits, with the mark's own number above them."""
    mark = number + 1
    for place in _PLACES:
        mark = mark << 1 | (bits >> (place + number) & 1)
    return mark


def _is_near(first: bytes | None, second: bytes | None) -> bool:
    return first is not None and second is not None and _tells_enough(first) and distance(first, second) <= NEAR_BITS


def _tells_enough(dhash: bytes) -> bool:
    return int.from_bytes(dhash, "big").bit_count() > NEAR_BITS
