"""Reads the one EXIF fact a viewer needs, which way is up, and nothing else."""

import struct
from typing import Final

_ORIENTATION_TAG: Final = 0x0112
_SHORT: Final = 3
_ENTRIES_LIMIT: Final = 512
_UPRIGHT: Final = 1


def orientation_of(block: bytes) -> int:
    """The orientation, 1 to 8, of a TIFF-shaped EXIF block; anything odd counts as upright."""
    block = block.removeprefix(b"Exif\0\0")
    order = {b"II*\0": "<", b"MM\0*": ">"}.get(block[:4])
    if order is None:
        return _UPRIGHT
    try:
        return _search(block, order)
    except struct.error:
        return _UPRIGHT


def _search(block: bytes, order: str) -> int:
    (directory,) = struct.unpack_from(order + "I", block, 4)
    (count,) = struct.unpack_from(order + "H", block, directory)
    for index in range(min(count, _ENTRIES_LIMIT)):
        tag, shape, _, value = struct.unpack_from(order + "HHIH", block, directory + 2 + 12 * index)
        if tag == _ORIENTATION_TAG and shape == _SHORT:
            return int(value) if 1 <= value <= 8 else _UPRIGHT
    return _UPRIGHT
