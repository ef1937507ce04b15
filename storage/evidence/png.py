"""Walks a PNG's chunks without inflating a pixel."""

from typing import Final

from storage.evidence.exif import orientation_of
from storage.evidence.picture import Picture, refuse_huge, refuse_tail
from storage.evidence.proof import ProofKind, ProofProblem, ProofRefused

_CHUNKS_LIMIT: Final = 20_000
_SIGNATURE_BYTES: Final = 8
_PIXEL_CHUNKS: Final = frozenset({b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"})
_ANIMATION_CHUNKS: Final = frozenset({b"acTL", b"fcTL", b"fdAT"})


def png_sides(data: bytes) -> tuple[int, int]:
    """Width and height from the header chunk, which must come first."""
    if len(data) < _SIGNATURE_BYTES + 25:
        raise ProofRefused(ProofProblem.TRUNCATED, len(data))
    if data[8:16] != b"\0\0\0\x0dIHDR":
        raise ProofRefused(ProofProblem.UNREADABLE, "no header chunk")
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


def dissect_png(data: bytes) -> Picture:
    """The picture without any text, profile, time or private chunk; raises ProofRefused."""
    width, height = png_sides(data)
    refuse_huge(width, height)
    view = memoryview(data)
    kept: list[memoryview] = [view[:_SIGNATURE_BYTES]]
    dropped: list[memoryview] = []
    orientation = 1
    position = _SIGNATURE_BYTES
    for _ in range(_CHUNKS_LIMIT):
        name, end = _chunk_at(data, position)
        if name in _ANIMATION_CHUNKS:
            raise ProofRefused(ProofProblem.ANIMATED, name.decode(), 1)
        if name == b"eXIf":
            orientation = orientation_of(data[position + 8 : end - 4])
        if name in _PIXEL_CHUNKS:
            kept.append(view[position:end])
        elif name[:1].isupper():
            raise ProofRefused(ProofProblem.UNREADABLE, f"chunk {name!r}")
        else:
            dropped.append(view[position:end])
        position = end
        if name == b"IEND":
            refuse_tail(data, end)
            return Picture(ProofKind.PNG, width, height, orientation, b"".join(kept), b"".join(dropped))
    raise ProofRefused(ProofProblem.UNREADABLE, "chunks", _CHUNKS_LIMIT)


def _chunk_at(data: bytes, start: int) -> tuple[bytes, int]:
    end = start + 12 + int.from_bytes(data[start : start + 4], "big")
    if start + 12 > len(data) or end > len(data):
        raise ProofRefused(ProofProblem.TRUNCATED, len(data), end)
    name = data[start + 4 : start + 8]
    if not name.isalpha():
        raise ProofRefused(ProofProblem.UNREADABLE, f"chunk {name!r}")
    return name, end
