"""The last step of every notation: clean and trim the text, order and cut the spans, count in UTF-16."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import Any

from bot.sandbox.markup.automatic import find_automatic
from bot.sandbox.markup.spans import QUOTES, STYLES, VERBATIM, Covered, Kind, Reading, Span

ENTITIES_MAX = 100
"""Telegram drops the rest without a word."""

_DROPPED = frozenset({"\r", "\u030a", "\u0333", "\u033f", *map(chr, range(0x2028, 0x202F))})
"""Line tricks and direction overrides that Telegram removes from every text."""

_ORDER = (
    Kind.BLOCKQUOTE,
    Kind.EXPANDABLE_BLOCKQUOTE,
    Kind.PRE,
    Kind.CODE,
    Kind.TEXT_LINK,
    Kind.TEXT_MENTION,
    Kind.MENTION,
    Kind.HASHTAG,
    Kind.CASHTAG,
    Kind.BOT_COMMAND,
    Kind.URL,
    Kind.EMAIL,
    Kind.PHONE_NUMBER,
    Kind.DATE_TIME,
    Kind.BOLD,
    Kind.ITALIC,
    Kind.UNDERLINE,
    Kind.STRIKETHROUGH,
    Kind.SPOILER,
    Kind.CUSTOM_EMOJI,
)
_RANK = {kind: rank for rank, kind in enumerate(_ORDER)}


def finish(reading: Reading) -> tuple[str, list[dict[str, Any]]]:
    """The text as it will stand in the chat, with its entities as the Bot API writes them."""
    cleaned = _clean(reading)
    text = cleaned.text
    start = len(text) - len(text.lstrip(" \n"))
    end = max(len(text.rstrip(" \n")), start)
    spans = _settle(text, [moved for span in cleaned.spans if (moved := _clip(span, start, end))])
    units = [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]
    entities = [_entity(span, units, units[start]) for span in spans[:ENTITIES_MAX]]
    return text[start:end], entities


def _clean(reading: Reading) -> Reading:
    """Control characters become blanks, tricks disappear; the spans move along."""
    text = reading.text
    if text.isprintable():
        return reading
    kept = [letter not in _DROPPED for letter in text]
    places = [0, *accumulate(kept)]
    plain = "".join(
        " " if letter < " " and letter != "\n" else letter for letter, keep in zip(text, kept, strict=True) if keep
    )
    return Reading(plain, [replace(s, start=places[s.start], end=places[s.end]) for s in reading.spans])


def _clip(span: Span, start: int, end: int) -> Span | None:
    clipped = replace(span, start=max(span.start, start), end=min(span.end, end))
    return clipped if clipped.start < clipped.end else None


def _settle(text: str, spans: list[Span]) -> list[Span]:
    """Whole entities exclude each other, quotes too; styles are cut along both and vanish inside code."""
    quotes = _apart(span for span in spans if span.kind in QUOTES)
    given = _apart(_plain(span) for span in spans if span.kind not in QUOTES | STYLES)
    whole = [span for span in given if _fits(span, quotes)]
    given_parts = Covered(len(text), whole)
    whole += [span for span in find_automatic(text) if not given_parts.touches(span) and _fits(span, quotes)]
    code = Covered(len(text), (span for span in whole if span.kind in VERBATIM))
    edges = sorted({edge for span in (*quotes, *whole) for edge in (span.start, span.end)})
    styles = [part for kind in STYLES for part in _styled(kind, spans, code, edges)]
    return sorted((*quotes, *whole, *styles), key=_reading_order)


def _reading_order(span: Span) -> tuple[int, int, int]:
    return span.start, -span.end, _RANK[span.kind]


def _plain(span: Span) -> Span:
    """A language belongs to blocks only."""
    return replace(span, details={}) if span.kind is Kind.CODE else span


def _apart(spans: Iterable[Span]) -> list[Span]:
    kept: list[Span] = []
    for span in sorted(spans, key=_reading_order):
        if not kept or kept[-1].end <= span.start:
            kept.append(span)
    return kept


def _fits(span: Span, quotes: list[Span]) -> bool:
    return all(quote.holds(span) or span.holds(quote) or not quote.touches(span) for quote in quotes)


def _styled(kind: Kind, spans: list[Span], code: Covered, edges: list[int]) -> Iterator[Span]:
    for run in _merged([span for span in spans if span.kind is kind]):
        inner = edges[bisect_left(edges, run.start) : bisect_left(edges, run.end)]
        for start, end in pairwise(sorted({run.start, *inner, run.end})):
            part = Span(kind, start, end)
            if not code.touches(part):
                yield part


def _merged(spans: list[Span]) -> list[Span]:
    """Overlapping and adjoining stretches of one style are one stretch."""
    runs: list[Span] = []
    for span in sorted(spans, key=lambda each: each.start):
        if runs and span.start <= runs[-1].end:
            runs[-1] = replace(runs[-1], end=max(runs[-1].end, span.end))
        else:
            runs.append(span)
    return runs


def _entity(span: Span, units: list[int], shift: int) -> dict[str, Any]:
    offset = units[span.start] - shift
    length = units[span.end] - units[span.start]
    return {"type": span.kind.value, "offset": offset, "length": length, **span.details}
