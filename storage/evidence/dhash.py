"""A 256-bit difference hash: a hint that two receipts are one picture, never a verdict.

Eight by eight bits could not tell receipts of one bank apart; sixteen by sixteen can, at a distance of 5."""

from typing import Final

_SIDE: Final = 16
DHASH_BYTES: Final = _SIDE * _SIDE // 8
DHASH_GRID: Final = (_SIDE + 1, _SIDE)
"""Columns and rows of the grey grid the hash is read from; one column more, for the last neighbour."""


def dhash(grid: bytes) -> bytes:
    """One bit per cell: whether it is darker than its right-hand neighbour. Rows first, top left first."""
    assert len(grid) == DHASH_GRID[0] * DHASH_GRID[1], "one byte of grey per cell"
    bits = 0
    for row in range(0, len(grid), _SIDE + 1):
        for left, right in zip(grid[row : row + _SIDE], grid[row + 1 : row + _SIDE + 1], strict=True):
            bits = bits << 1 | (left < right)
    return bits.to_bytes(DHASH_BYTES, "big")
