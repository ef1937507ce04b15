"""Refuses a file that a second program would read as something else."""

import re
from typing import Final

from storage.evidence.proof import ProofProblem, ProofRefused

_SNIFFED_BYTES: Final = 4_096
"""Browsers and PDF readers look for their own magic within the first one or two thousand bytes."""

_ZIP_END_BYTES: Final = 22
_ZIP_COMMENT_LIMIT_BYTES: Final = 65_535

_MARKUP: Final = re.compile(
    rb"<(?:!doctype|html|head|body|script|iframe|object|embed|svg)[\s>/]|<\?php|__HALT_COMPILER", re.IGNORECASE
)
_HIDDEN_FILE: Final = re.compile(rb"%PDF-|PK\x03\x04|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c")


def refuse_second_nature(data: bytes, leftovers: bytes) -> None:
    """`leftovers` are the parts that do not decide pixels: the place where a stowaway fits whole."""
    head = data[:_SNIFFED_BYTES]
    for place in (head, leftovers):
        if _MARKUP.search(place):
            raise ProofRefused(ProofProblem.POLYGLOT, "markup")
    if _HIDDEN_FILE.search(leftovers) or b"%PDF-" in head[1:]:
        raise ProofRefused(ProofProblem.POLYGLOT, "document or archive")
    if b"/*" in data[:32] and b"*/" in leftovers:
        raise ProofRefused(ProofProblem.POLYGLOT, "script")
    if _is_zip(data):
        raise ProofRefused(ProofProblem.POLYGLOT, "archive")


def _is_zip(data: bytes) -> bool:
    """Archives are read from their end: a directory record whose comment runs to the last byte."""
    tail = data[-(_ZIP_END_BYTES + _ZIP_COMMENT_LIMIT_BYTES) :]
    at = tail.rfind(b"PK\x05\x06")
    while at >= 0:
        comment_bytes = int.from_bytes(tail[at + 20 : at + 22], "little")
        if at + _ZIP_END_BYTES + comment_bytes <= len(tail) and b"PK\x01\x02" in data:
            return True
        at = tail.rfind(b"PK\x05\x06", 0, at)
    return False
