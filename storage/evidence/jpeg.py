"""Walks a JPEG's segments without decoding a pixel."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from storage.evidence.exif import orientation_of
from storage.evidence.picture import Picture, refuse_huge, refuse_tail
from storage.evidence.proof import ProofKind, ProofProblem, ProofRefused

_SEGMENTS_LIMIT: Final = 2_000
_SCANS_LIMIT: Final = 100
"""Encoders write about ten scans; thousands of tiny ones make a decoder repaint for minutes."""

_START_OF_SCAN: Final = 0xDA
_END_OF_IMAGE: Final = 0xD9
_FRAMES: Final = frozenset({0xC0, 0xC1, 0xC2})
_REFUSED_FRAMES: Final = frozenset({0xC3, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCD, 0xCE, 0xCF})
_TABLES: Final = frozenset({0xC4, 0xDB, 0xDD})
_STANDALONE: Final = frozenset({0x00, 0x01, *range(0xD0, 0xD9)})
_ADOBE: Final = 0xEE
_EXIF: Final = 0xE1
_MULTI_PICTURE: Final = 0xE2

_NEXT_MARKER: Final = re.compile(rb"\xff\xff*([^\x00\xff\xd0-\xd7])")
"""Not `\xff+`: only a literal first byte lets the search leap, which is twenty times faster on a photo."""


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    start: int
    end: int


def jpeg_sides(data: bytes) -> tuple[int, int]:
    """Width and height as stored, from the one frame header."""
    frames = [segment for segment in _segments(data) if segment.marker in _FRAMES]
    if len(frames) != 1:
        raise ProofRefused(ProofProblem.UNREADABLE, f"{len(frames)} frame headers", 1)
    body = data[frames[0].start + 4 : frames[0].end]
    if len(body) < 6 or body[0] != 8 or body[5] not in (1, 3, 4):
        raise ProofRefused(ProofProblem.UNREADABLE, "frame header")
    return int.from_bytes(body[3:5], "big"), int.from_bytes(body[1:3], "big")


def dissect_jpeg(data: bytes) -> Picture:
    """The picture without any application segment or comment; raises ProofRefused."""
    width, height = jpeg_sides(data)
    refuse_huge(width, height)
    view = memoryview(data)
    kept: list[memoryview | bytes] = [b"\xff\xd8"]
    dropped: list[memoryview] = []
    orientation = 1
    scan_start = len(data)
    for segment in _segments(data):
        body = data[segment.start + 4 : segment.start + 20]
        if segment.marker == _MULTI_PICTURE and body.startswith(b"MPF\0"):
            raise ProofRefused(ProofProblem.ANIMATED, "several pictures", 1)
        if segment.marker == _EXIF and body.startswith(b"Exif\0\0"):
            orientation = orientation_of(data[segment.start + 4 : segment.end])
        if segment.marker in _FRAMES | _TABLES or _decides_colour(segment.marker, body):
            kept.append(view[segment.start : segment.end])
        elif segment.marker == _START_OF_SCAN:
            scan_start = segment.start
        else:
            dropped.append(view[segment.start : segment.end])
    end = _end_of_image(data, scan_start)
    refuse_tail(data, end)
    kept.append(view[scan_start:end])
    return Picture(ProofKind.JPEG, width, height, orientation, b"".join(kept), b"".join(dropped))


def _decides_colour(marker: int, body: bytes) -> bool:
    return marker == _ADOBE and body.startswith(b"Adobe")


def _segments(data: bytes) -> Iterator[_Segment]:
    """Every segment from the start of the image up to and including the first scan's header."""
    position = 2
    for _ in range(_SEGMENTS_LIMIT):
        segment = _segment_at(data, position)
        yield segment
        if segment.marker == _START_OF_SCAN:
            return
        position = segment.end
    raise ProofRefused(ProofProblem.UNREADABLE, "segments", _SEGMENTS_LIMIT)


def _segment_at(data: bytes, start: int) -> _Segment:
    if start + 4 > len(data):
        raise ProofRefused(ProofProblem.TRUNCATED, len(data))
    marker = data[start + 1]
    if data[start] != 0xFF or marker in _STANDALONE or marker in _REFUSED_FRAMES:
        raise ProofRefused(ProofProblem.UNREADABLE, f"marker {marker:02x} at {start}")
    if marker == _END_OF_IMAGE:
        raise ProofRefused(ProofProblem.TRUNCATED, len(data))
    length = int.from_bytes(data[start + 2 : start + 4], "big")
    end = start + 2 + length
    if length < 2:
        raise ProofRefused(ProofProblem.UNREADABLE, f"length {length} at {start}")
    if end > len(data):
        raise ProofRefused(ProofProblem.TRUNCATED, len(data), end)
    return _Segment(marker, start, end)


def _end_of_image(data: bytes, scan_start: int) -> int:
    """The offset just behind the end marker, found by hopping over the compressed scans.

    Compressed data never holds a bare 0xFF, so the next marker is the next real one."""
    position = _segment_at(data, scan_start).end
    scans = 1
    for _ in range(_SEGMENTS_LIMIT):
        found = _NEXT_MARKER.search(data, position)
        if found is None:
            raise ProofRefused(ProofProblem.TRUNCATED, len(data))
        marker = found[1][0]
        if marker == _END_OF_IMAGE:
            return found.end()
        if marker != _START_OF_SCAN and marker not in _TABLES:
            raise ProofRefused(ProofProblem.UNREADABLE, f"marker {marker:02x} at {found.start()}")
        scans += marker == _START_OF_SCAN
        position = _segment_at(data, found.end() - 2).end
        if scans > _SCANS_LIMIT:
            break
    raise ProofRefused(ProofProblem.UNREADABLE, "scans", _SCANS_LIMIT)
