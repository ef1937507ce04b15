"""The dimensions of JPEG, PNG, WebP and GIF pictures, read from their headers alone."""

import struct

_JPEG_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_JPEG_SEGMENTS_READ = 1_000


def image_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels, or None for bytes that are no picture."""
    try:
        return _size(content)
    except (struct.error, IndexError):
        return None


def _size(content: bytes) -> tuple[int, int] | None:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        width, height = struct.unpack(">II", content[16:24])
        return width, height
    if content.startswith(b"\xff\xd8"):
        return _jpeg_size(content)
    if content[:4] == b"RIFF" and content[8:12] == b"WEBP":
        return _webp_size(content)
    if content[:6] in (b"GIF87a", b"GIF89a"):
        width, height = struct.unpack("<HH", content[6:10])
        return width, height
    return None


def _jpeg_size(content: bytes) -> tuple[int, int] | None:
    """Walk the segments to the frame header; everything before it only tells its own length."""
    at = 2
    for _ in range(_JPEG_SEGMENTS_READ):
        while content[at] == 0xFF:
            at += 1
        marker = content[at]
        if marker in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 4 : at + 8])
            return width, height
        (length,) = struct.unpack(">H", content[at + 1 : at + 3])
        at += 1 + length
    return None


def _webp_size(content: bytes) -> tuple[int, int] | None:
    chunk = content[12:16]
    if chunk == b"VP8X":
        width = int.from_bytes(content[24:27], "little")
        height = int.from_bytes(content[27:30], "little")
        return width + 1, height + 1
    if chunk == b"VP8L":
        bits = int.from_bytes(content[21:25], "little")
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if chunk == b"VP8 ":
        width, height = struct.unpack("<HH", content[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None
