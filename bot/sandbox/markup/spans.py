"""Stretches of text that mean something, counted in code points until the very end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Kind(StrEnum):
    """Every entity of the Bot API, by its wire name."""

    MENTION = "mention"
    HASHTAG = "hashtag"
    CASHTAG = "cashtag"
    BOT_COMMAND = "bot_command"
    URL = "url"
    EMAIL = "email"
    PHONE_NUMBER = "phone_number"
    BOLD = "bold"
    ITALIC = "italic"
    UNDERLINE = "underline"
    STRIKETHROUGH = "strikethrough"
    SPOILER = "spoiler"
    BLOCKQUOTE = "blockquote"
    EXPANDABLE_BLOCKQUOTE = "expandable_blockquote"
    CODE = "code"
    PRE = "pre"
    TEXT_LINK = "text_link"
    TEXT_MENTION = "text_mention"
    CUSTOM_EMOJI = "custom_emoji"
    DATE_TIME = "date_time"


STYLES = frozenset({Kind.BOLD, Kind.ITALIC, Kind.UNDERLINE, Kind.STRIKETHROUGH, Kind.SPOILER})
"""They may overlap anything but code, and are cut where other entities begin or end."""

QUOTES = frozenset({Kind.BLOCKQUOTE, Kind.EXPANDABLE_BLOCKQUOTE})
"""They hold other entities, never each other."""

VERBATIM = frozenset({Kind.CODE, Kind.PRE})
"""Nothing inside them has a meaning of its own."""


@dataclass(frozen=True, slots=True)
class Span:
    """`kind` from code point `start` up to `end`; `details` are the entity's further fields."""

    kind: Kind
    start: int
    end: int
    details: Mapping[str, Any] = field(default_factory=dict)

    def touches(self, other: Span) -> bool:
        """They share at least one character."""
        return self.start < other.end and other.start < self.end

    def holds(self, other: Span) -> bool:
        """`other` lies within this one."""
        return self.start <= other.start and other.end <= self.end


class Covered:
    """Which characters are taken already: asked for thousands of spans, so each question must be cheap."""

    def __init__(self, length: int, spans: Iterable[Span] = ()) -> None:
        self._cells = bytearray(length)
        for span in spans:
            self.add(span)

    def add(self, span: Span) -> None:
        """Take the characters of a span."""
        self._cells[span.start : span.end] = b"\1" * (span.end - span.start)

    def touches(self, span: Span) -> bool:
        """Some character of the span is taken."""
        return self._cells.find(1, span.start, span.end) >= 0


@dataclass(frozen=True, slots=True)
class Reading:
    """What a reader of one notation found."""

    text: str
    spans: list[Span]


class Written:
    """The plain text that comes out of a reader while it goes along."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.length = 0

    def add(self, piece: str) -> None:
        """Append plain text."""
        self._pieces.append(piece)
        self.length += len(piece)

    def since(self, start: int) -> str:
        """All that was written from code point `start` on."""
        return "".join(self._pieces)[start:]
