"""What a child hands back for a file without objection."""

from dataclasses import dataclass

from storage.evidence.proof import ProofKind


@dataclass(frozen=True, slots=True)
class Sanitised:
    """A fresh JPEG and the hash; sides are those of the original, upright."""

    width: int
    height: int
    dhash: bytes
    viewer: bytes


@dataclass(frozen=True, slots=True)
class Cleared:
    """`pictures` is None for a PDF, which nobody is shown a copy of."""

    kind: ProofKind
    pictures: Sanitised | None
