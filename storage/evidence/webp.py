"""Walks a WebP's chunks without decoding a pixel."""

from collections.abc import Iterator
from typing import Final

from storage.evidence.exif import orientation_of
from storage.evidence.picture import Picture, refuse_huge, refuse_tail
from storage.evidence.proof import ProofKind, ProofProblem, ProofRefused

_CHUNKS_LIMIT: Final = 1_000
_HEADER_BYTES: Final = 12
_ANIMATION_FLAG: Final = 0x02
_ALPHA_FLAG: Final = 0x10


def webp_sides(data: bytes) -> tuple[int, int]:
    """Width and height from the first chunk: lossy, lossless or extended."""
    if len(data) < 30:
        raise ProofRefused(ProofProblem.TRUNCATED, len(data))
    name, body = data[12:16], data[20:30]
    if name == b"VP8X":
        return _three_bytes(body, 4) + 1, _three_bytes(body, 7) + 1
    return _frame_sides(name, body)


def dissect_webp(data: bytes) -> Picture:
    """The picture without EXIF, XMP, profile or unknown chunks; raises ProofRefused."""
    width, height = webp_sides(data)
    refuse_huge(width, height)
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise ProofRefused(ProofProblem.TRUNCATED, len(data), end)
    refuse_tail(data, end)
    kept: list[bytes] = []
    dropped: list[bytes] = []
    orientation = 1
    frames = 0
    for name, chunk in _chunks(data, end):
        if name in (b"ANIM", b"ANMF") or (name == b"VP8X" and chunk[8] & _ANIMATION_FLAG):
            raise ProofRefused(ProofProblem.ANIMATED, name.decode(), 1)
        if name in (b"VP8 ", b"VP8L"):
            frames += 1
            if _frame_sides(name, chunk[8:18]) != (width, height):
                raise ProofRefused(ProofProblem.UNREADABLE, "frame differs from canvas")
        if name == b"EXIF":
            orientation = orientation_of(chunk[8:])
        if name == b"VP8X":
            kept.append(chunk[:8] + bytes([chunk[8] & _ALPHA_FLAG]) + chunk[9:])
        elif name in (b"ALPH", b"VP8 ", b"VP8L"):
            kept.append(chunk)
        else:
            dropped.append(chunk)
    if frames != 1:
        raise ProofRefused(ProofProblem.UNREADABLE, f"{frames} frames", 1)
    body = b"WEBP" + b"".join(kept)
    essence = b"RIFF" + len(body).to_bytes(4, "little") + body
    return Picture(ProofKind.WEBP, width, height, orientation, essence, b"".join(dropped))


def _chunks(data: bytes, end: int) -> Iterator[tuple[bytes, bytes]]:
    """Name and whole chunk, padding included, of everything inside the container."""
    position = _HEADER_BYTES
    for _ in range(_CHUNKS_LIMIT):
        if position >= end:
            return
        size = int.from_bytes(data[position + 4 : position + 8], "little")
        chunk_end = position + 8 + size + size % 2
        if chunk_end > end or position + 8 > end:
            raise ProofRefused(ProofProblem.TRUNCATED, end, chunk_end)
        chunk = data[position:chunk_end]
        if chunk[:4] == b"VP8X" and size < 10:
            raise ProofRefused(ProofProblem.UNREADABLE, "canvas chunk")
        yield chunk[:4], chunk
        position = chunk_end
    raise ProofRefused(ProofProblem.UNREADABLE, "chunks", _CHUNKS_LIMIT)


def _frame_sides(name: bytes, body: bytes) -> tuple[int, int]:
    if name == b"VP8 " and len(body) == 10 and body[3:6] == b"\x9d\x01\x2a" and not body[0] & 1:
        return int.from_bytes(body[6:8], "little") & 0x3FFF, int.from_bytes(body[8:10], "little") & 0x3FFF
    if name == b"VP8L" and len(body) >= 5 and body[0] == 0x2F:
        bits = int.from_bytes(body[1:5], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    raise ProofRefused(ProofProblem.UNREADABLE, f"frame {name!r}")


def _three_bytes(body: bytes, at: int) -> int:
    return int.from_bytes(body[at : at + 3], "little")
