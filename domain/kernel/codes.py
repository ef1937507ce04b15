"""Short public codes: what people say aloud instead of a database id."""

from enum import Enum
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no letter that is read as a digit."""

_SPACE: Final = 1 << 30
_FACTOR: Final = 0x2545F491 | 1
_INVERSE: Final = pow(_FACTOR, -1, _SPACE)
_LENGTH: Final = 6
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1", "U": "V"})


class Coded(Enum):
    """What has a code. Each kind begins elsewhere, so that the first order is not called like the first ad."""

    USER = 0x1B873593 % _SPACE
    AD = 0x0CC9E2D5
    ORDER = 0x2F1BBCDC


def code_of(kind: Coded, number: int) -> str:
    """Six letters for one row number; a bijection, so no two rows share a code and none needs a lottery.

    Raises `ValueError` outside 0 … 2^30 - 1.
    """
    if not 0 <= number < _SPACE:
        raise ValueError(f"no code for {number}: outside 0 … {_SPACE - 1}")
    value = (number * _FACTOR + kind.value) % _SPACE
    letters = []
    for _ in range(_LENGTH):
        value, digit = divmod(value, 32)
        letters.append(ALPHABET[digit])
    return "".join(reversed(letters))


def number_of(kind: Coded, code: str) -> int | None:
    """The row number behind a code as people type it, or None when it is not a code."""
    letters = code.strip().lstrip("#").upper().translate(_READ_AS)
    if len(letters) != _LENGTH or any(letter not in ALPHABET for letter in letters):
        return None
    value = 0
    for letter in letters:
        value = value * 32 + ALPHABET.index(letter)
    return (value - kind.value) * _INVERSE % _SPACE
