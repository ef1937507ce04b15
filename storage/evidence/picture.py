"""What a format's parser hands to the decoder: the bare pixels' bytes and how to turn them."""

import re
from dataclasses import dataclass
from typing import Final

from storage.evidence.proof import PIXELS_LIMIT, SIDE_LIMIT_PX, ProofKind, ProofProblem, ProofRefused

_PAYLOAD: Final = re.compile(rb"[^\0\r\n\t\f ]")


@dataclass(frozen=True, slots=True)
class Picture:
    """A still image with all it says about itself taken away.

    `essence` is a valid file of `kind` holding only what decides the pixels, `leftovers` all that was
    dropped, `orientation` the EXIF value 1 to 8. Sides are as stored, before turning upright."""

    kind: ProofKind
    width: int
    height: int
    orientation: int
    essence: bytes
    leftovers: bytes


def refuse_huge(width: int, height: int) -> None:
    """Sides come from a header, so the refusal costs microseconds and no memory."""
    if width < 1 or height < 1:
        raise ProofRefused(ProofProblem.UNREADABLE, f"{width}x{height}")
    if width * height > PIXELS_LIMIT:
        raise ProofRefused(ProofProblem.TOO_MANY_PIXELS, width * height, PIXELS_LIMIT)
    if max(width, height) > SIDE_LIMIT_PX:
        raise ProofRefused(ProofProblem.TOO_MANY_PIXELS, max(width, height), SIDE_LIMIT_PX)


def refuse_tail(data: bytes, end: int) -> None:
    """Nothing but padding may follow the end: an archive or a page glued on would ride along."""
    if _PAYLOAD.search(data, end):
        raise ProofRefused(ProofProblem.POLYGLOT, len(data) - end, 0)
