"""Reads parse_mode MarkdownV2 as strictly as Telegram does, with its texts and byte offsets."""

from __future__ import annotations

from dataclasses import dataclass

from bot.sandbox.markup.errors import cannot_parse
from bot.sandbox.markup.links import entity_of_inline_object, entity_of_link
from bot.sandbox.markup.markdown import skip_fence
from bot.sandbox.markup.source import END, Source
from bot.sandbox.markup.spans import QUOTES, VERBATIM, Kind, Reading, Span, Written

_RESERVED = frozenset("_*[]()~`>#+-=|{}.!\n")
_IN_CODE = frozenset("`")
_NAMES = {
    Kind.BOLD: "Bold",
    Kind.ITALIC: "Italic",
    Kind.UNDERLINE: "Underline",
    Kind.STRIKETHROUGH: "Strikethrough",
    Kind.SPOILER: "Spoiler",
    Kind.CODE: "Code",
    Kind.PRE: "Pre",
    Kind.TEXT_LINK: "TextUrl",
    Kind.CUSTOM_EMOJI: "CustomEmoji",
    Kind.BLOCKQUOTE: "BlockQuote",
    Kind.EXPANDABLE_BLOCKQUOTE: "ExpandableBlockQuote",
}
_OPENERS = (
    ("__", Kind.UNDERLINE),
    ("_", Kind.ITALIC),
    ("*", Kind.BOLD),
    ("~", Kind.STRIKETHROUGH),
    ("||", Kind.SPOILER),
    ("![", Kind.CUSTOM_EMOJI),
    ("[", Kind.TEXT_LINK),
    ("```", Kind.PRE),
    ("`", Kind.CODE),
)
_CLOSERS = {kind: opener for opener, kind in _OPENERS} | {Kind.TEXT_LINK: "]", Kind.CUSTOM_EMOJI: "]"}


def read_markdown_v2(text: str) -> Reading:
    """Plain text and spans; raises `MarkupError` "can't parse entities: …"."""
    return _Reader(Source.of(text)).read()


@dataclass(frozen=True, slots=True)
class _Open:
    kind: Kind
    start: int
    byte_offset: int
    language: str = ""


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._written = Written()
        self._spans: list[Span] = []
        self._open: list[_Open] = []

    def read(self) -> Reading:
        source, index = self._source, self._quote_mark(0)
        while index < len(source.text):
            letter = source.at(index)
            if letter == "\\" and END < source.at(index + 1) <= "~":
                self._written.add(source.at(index + 1))
                index += 2
            elif letter not in (_IN_CODE if self._innermost in VERBATIM else _RESERVED):
                self._written.add(letter)
                index += 1
            elif letter == "\n":
                index = self._line_break(index)
            elif self._closes(index):
                index = self._close(index)
            else:
                index = self._start(index)
        self._end_quote()
        if self._open:
            raise self._unclosed()
        return Reading(self._written.since(0), self._spans)

    @property
    def _innermost(self) -> Kind | None:
        return self._open[-1].kind if self._open else None

    def _unclosed(self) -> Exception:
        last = self._open[-1]
        return cannot_parse(f"Can't find end of {_NAMES[last.kind]} entity at byte offset {last.byte_offset}")

    # Quotes live line by line: `>` at the start of a line, `**>` to part two of them, `||` to fold the last.

    def _quote_mark(self, index: int) -> int:
        """Opens a quote where a line begins with its mark; returns where the line's own text begins."""
        width = 3 if self._source.starts("**>", index) else int(self._source.starts(">", index))
        if width and not self._quoted:
            self._open.append(_Open(Kind.BLOCKQUOTE, self._written.length, self._source.byte_offset(index)))
        return index + width

    @property
    def _quoted(self) -> bool:
        return any(opened.kind in QUOTES for opened in self._open)

    def _line_break(self, index: int) -> int:
        goes_on = self._source.at(index + 1) == ">"
        self._written.add("\n")
        if not goes_on:
            self._end_quote()
        return self._quote_mark(index + 1)

    def _end_quote(self) -> None:
        if not self._quoted:
            return
        kind = Kind.BLOCKQUOTE
        if self._innermost is Kind.SPOILER and self._written.since(self._open[-1].start) in {"", "\n"}:
            self._open.pop()
            kind = Kind.EXPANDABLE_BLOCKQUOTE
        if self._innermost not in QUOTES:
            raise self._unclosed()
        start = self._open.pop().start
        if self._written.length > start:
            self._spans.append(Span(kind, start, self._written.length))

    def _closes(self, index: int) -> bool:
        kind = self._innermost
        if kind is None or kind in QUOTES:
            return False
        doubled = kind is Kind.ITALIC and self._source.starts("__", index)
        return self._source.starts(_CLOSERS[kind], index) and not doubled

    def _start(self, index: int) -> int:
        source = self._source
        for opener, kind in _OPENERS:
            if source.starts(opener, index) and not (opener == "`" and source.starts("```", index)):
                return self._open_entity(opener, kind, index)
        raise cannot_parse(f"Character '{source.at(index)}' is reserved and must be escaped with the preceding '\\'")

    def _open_entity(self, opener: str, kind: Kind, index: int) -> int:
        after = index + len(opener)
        language = ""
        if kind is Kind.PRE:
            language, after = skip_fence(self._source, after)
        where = self._source.byte_offset(index)
        self._open.append(_Open(kind, self._written.length, where, language))
        return after

    def _close(self, index: int) -> int:
        opened = self._open.pop()
        after = index + len(_CLOSERS[opened.kind])
        kind, details = opened.kind, dict[str, object]()
        if opened.kind is Kind.PRE and opened.language:
            details = {"language": opened.language}
        elif opened.kind is Kind.TEXT_LINK:
            url, after = self._target(opened, after)
            target = entity_of_link(url)
            if target is None:
                return after
            kind, details = target
        elif opened.kind is Kind.CUSTOM_EMOJI:
            kind, details, after = self._inline_object(after)
        if self._written.length > opened.start:
            self._spans.append(Span(kind, opened.start, self._written.length, details))
        return after

    def _target(self, opened: _Open, index: int) -> tuple[str, int]:
        """The address in round brackets; without them the text itself is the address."""
        if self._source.at(index) != "(":
            return self._written.since(opened.start), index
        return self._address(index + 1, "a URL")

    def _inline_object(self, index: int) -> tuple[Kind, dict[str, object], int]:
        if self._source.at(index) != "(":
            raise cannot_parse("Custom emoji entity must contain a tg://emoji URL")
        url, after = self._address(index + 1, "a custom emoji URL")
        kind, details = entity_of_inline_object(url)
        return kind, details, after

    def _address(self, begin: int, name: str) -> tuple[str, int]:
        source, index, url = self._source, begin, Written()
        while source.at(index) not in {")", END}:
            escaped = source.at(index) == "\\" and END < source.at(index + 1) <= "~"
            url.add(source.at(index + escaped))
            index += 1 + escaped
        if source.at(index) == END:
            raise cannot_parse(f"Can't find end of {name} at byte offset {source.byte_offset(begin)}")
        return url.since(0), index + 1
