"""Looks through a PDF for anything that acts, hides or locks; it is never rendered here.

Names are compared with their #xx escapes undone and without regard to case, also inside object streams."""

import re
import zlib
from collections.abc import Iterator
from typing import Final

from storage.evidence.picture import refuse_tail
from storage.evidence.proof import PAGES_LIMIT, ProofProblem, ProofRefused

_ESCAPES_LIMIT: Final = 200_000
_STREAMS_LIMIT: Final = 20_000
_INFLATED_LIMIT_BYTES: Final = 8 * 1024 * 1024
_INFLATE_STEP_BYTES: Final = 64 * 1024

_BLANK: Final = rb"(?:[\s\0]|%[^\r\n]*[\r\n])*"
_REFERENCE: Final = rb"\d+[\s\0]+\d+[\s\0]+R"
_ACTION: Final = re.compile(
    rb"/(JavaScript|Launch|EmbeddedFiles?|OpenAction|RichMedia|SubmitForm|ImportData|GoToE|Rendition)(?![a-z])"
    rb"|/(AA)" + _BLANK + rb"(?:<<|" + _REFERENCE + rb")"
    rb"|/(XFA)" + _BLANK + rb"(?:<<|\[|" + _REFERENCE + rb")",
    re.IGNORECASE,
)
_ENCRYPT: Final = re.compile(rb"/Encrypt(?![a-z])", re.IGNORECASE)
_PAGE: Final = re.compile(rb"/Type" + _BLANK + rb"/Page(?![A-Za-z])")
_ESCAPE: Final = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM: Final = re.compile(rb"(?<!end)stream\s{0,8}")
_OBJECT_STREAM: Final = re.compile(rb"/(?:ObjStm|First)(?![a-z])", re.IGNORECASE)
_OPAQUE_FILTER: Final = re.compile(
    rb"/(?:ASCIIHexDecode|AHx|ASCII85Decode|A85|LZWDecode|LZW|RunLengthDecode|RL|Crypt|Predictor)(?![a-z])",
    re.IGNORECASE,
)
_FLATE: Final = re.compile(rb"/(?:FlateDecode|Fl)(?![a-z])", re.IGNORECASE)
_CONTINUES: Final = re.compile(rb"\s*(?:\d+\s+\d+\s+obj|xref|%PDF-)")


def refuse_unsafe_pdf(data: bytes) -> None:
    """Raises ProofRefused unless the file is whole, open, passive and of a humane length."""
    _refuse_bad_end(data)
    pages = 0
    for text in _readable_parts(data):
        if _ENCRYPT.search(text):
            raise ProofRefused(ProofProblem.ENCRYPTED_PDF)
        if found := _ACTION.search(text):
            name = next(group for group in found.groups() if group)
            raise ProofRefused(ProofProblem.ACTIVE_PDF, name.decode())
        pages += len(_PAGE.findall(text))
    if pages > PAGES_LIMIT:
        raise ProofRefused(ProofProblem.TOO_MANY_PAGES, pages, PAGES_LIMIT)
    if pages == 0:
        raise ProofRefused(ProofProblem.UNREADABLE, "no pages")


def _refuse_bad_end(data: bytes) -> None:
    """A linearised file carries an early end mark too, so objects behind the last one mean a cut."""
    at = data.rfind(b"%%EOF")
    if at < 0 or _CONTINUES.match(data, at + 5):
        raise ProofRefused(ProofProblem.TRUNCATED, len(data))
    refuse_tail(data, at + 5)


def _readable_parts(data: bytes) -> Iterator[bytes]:
    """The body itself, then the content of every object stream, all with escapes undone."""
    yield _unescaped(data)
    budget = _INFLATED_LIMIT_BYTES
    previous_end = 0
    for count, found in enumerate(_STREAM.finditer(data)):
        if count >= _STREAMS_LIMIT:
            raise ProofRefused(ProofProblem.UNREADABLE, "streams", _STREAMS_LIMIT)
        dictionary = _dictionary_before(data, previous_end, found.start())
        previous_end = found.end()
        if _OBJECT_STREAM.search(dictionary) is None:
            continue
        if _OPAQUE_FILTER.search(dictionary):
            raise ProofRefused(ProofProblem.ACTIVE_PDF, "object stream")
        if _FLATE.search(dictionary):
            objects = _inflated(data, found.end(), budget)
            budget -= len(objects)
            yield _unescaped(objects)


def _dictionary_before(data: bytes, start: int, end: int) -> bytes:
    """What stands between the previous object and a stream: the stream's own dictionary."""
    start = max(start, data.rfind(b"endobj", start, end), data.rfind(b"endstream", start, end))
    return _unescaped(data[start:end])


def _unescaped(text: bytes) -> bytes:
    plain, count = _ESCAPE.subn(lambda found: bytes([int(found[1], 16)]), text, count=_ESCAPES_LIMIT)
    if count == _ESCAPES_LIMIT:
        raise ProofRefused(ProofProblem.ACTIVE_PDF, "escaped names", _ESCAPES_LIMIT)
    return plain


def _inflated(data: bytes, start: int, budget: int) -> bytes:
    """An object stream's text; fed in steps so that a bomb is noticed while it is still small."""
    inflater = zlib.decompressobj()
    parts: list[bytes] = []
    left = budget
    try:
        for at in range(start, len(data), _INFLATE_STEP_BYTES):
            part = inflater.decompress(data[at : at + _INFLATE_STEP_BYTES], left + 1)
            left -= len(part)
            parts.append(part)
            if left < 0:
                raise ProofRefused(ProofProblem.UNREADABLE, "object streams", _INFLATED_LIMIT_BYTES)
            if inflater.eof:
                return b"".join(parts)
    except zlib.error:
        raise ProofRefused(ProofProblem.UNREADABLE, "object stream") from None
    raise ProofRefused(ProofProblem.TRUNCATED, len(data))
