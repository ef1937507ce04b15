"""The checks before any decoder runs; pure functions over bytes."""

from dataclasses import dataclass
from typing import assert_never

from storage.evidence.claims import kind_of, refuse_false_claim
from storage.evidence.jpeg import dissect_jpeg, jpeg_sides
from storage.evidence.pdf import refuse_unsafe_pdf
from storage.evidence.picture import Picture, refuse_huge
from storage.evidence.png import dissect_png, png_sides
from storage.evidence.polyglot import refuse_second_nature
from storage.evidence.proof import SIZE_LIMIT_BYTES, ProofKind, ProofProblem, ProofRefused
from storage.evidence.webp import dissect_webp, webp_sides


@dataclass(frozen=True, slots=True)
class Header:
    """What the first bytes say; a PDF has no sides."""

    kind: ProofKind
    width: int | None
    height: int | None


def glance(data: bytes, *, claimed_name: str | None, claimed_mime: str | None) -> Header:
    """Kind and sides by the header alone, cheap enough for the event loop; raises ProofRefused."""
    if not data:
        raise ProofRefused(ProofProblem.EMPTY, 0, 1)
    if len(data) > SIZE_LIMIT_BYTES:
        raise ProofRefused(ProofProblem.TOO_BIG, len(data), SIZE_LIMIT_BYTES)
    kind = kind_of(data)
    refuse_false_claim(kind, claimed_name=claimed_name, claimed_mime=claimed_mime)
    match kind:
        case ProofKind.JPEG:
            width, height = jpeg_sides(data)
        case ProofKind.PNG:
            width, height = png_sides(data)
        case ProofKind.WEBP:
            width, height = webp_sides(data)
        case ProofKind.PDF:
            return Header(kind, None, None)
        case _:
            assert_never(kind)
    refuse_huge(width, height)
    return Header(kind, width, height)


def dissect(data: bytes) -> Picture | None:
    """Walks the whole structure; a picture stripped to its pixels, or None for a harmless PDF."""
    kind = kind_of(data)
    match kind:
        case ProofKind.JPEG:
            picture = dissect_jpeg(data)
        case ProofKind.PNG:
            picture = dissect_png(data)
        case ProofKind.WEBP:
            picture = dissect_webp(data)
        case ProofKind.PDF:
            refuse_unsafe_pdf(data)
            refuse_second_nature(data, b"")
            return None
        case _:
            assert_never(kind)
    refuse_second_nature(data, picture.leftovers)
    return picture
