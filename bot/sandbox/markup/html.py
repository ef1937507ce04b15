"""Reads parse_mode HTML as strictly as Telegram does, with its texts and byte offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.sandbox.markup.errors import cannot_parse
from bot.sandbox.markup.links import custom_emoji_details, date_time_details, entity_of_link
from bot.sandbox.markup.source import BLANKS, END, Source
from bot.sandbox.markup.spans import Kind, Reading, Span, Written

_STYLE_TAGS = {
    "b": Kind.BOLD,
    "strong": Kind.BOLD,
    "i": Kind.ITALIC,
    "em": Kind.ITALIC,
    "u": Kind.UNDERLINE,
    "ins": Kind.UNDERLINE,
    "s": Kind.STRIKETHROUGH,
    "strike": Kind.STRIKETHROUGH,
    "del": Kind.STRIKETHROUGH,
    "tg-spoiler": Kind.SPOILER,
    "span": Kind.SPOILER,
}
_TAGS = {*_STYLE_TAGS, "a", "blockquote", "code", "pre", "tg-emoji", "tg-time"}
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_SPECIAL = re.compile(r"[&<]")
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9A-Fa-f]*)|#(?P<decimal>[0-9]*)|(?P<name>[A-Za-z]*))")
_TAG_END = BLANKS | {">"}
_NAME_END = BLANKS | {"=", ">"}
_TOKEN_LETTERS = re.compile(r"[A-Za-z0-9.\-]*")


def read_html(text: str) -> Reading:
    """Plain text and spans; raises `MarkupError` "can't parse entities: …"."""
    return _Reader(Source.of(text)).read()


@dataclass(frozen=True, slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._written = Written()
        self._spans: list[Span] = []
        self._open: list[_Open] = []

    def read(self) -> Reading:
        text, index = self._source.text, 0
        while index < len(text):
            special = _SPECIAL.search(text, index)
            stop = special.start() if special else len(text)
            self._written.add(text[index:stop])
            index = self._special(stop) if special else stop
        if self._open:
            raise cannot_parse(f'Can\'t find end tag corresponding to start tag "{self._open[-1].tag}"')
        plain = self._written.since(0)
        if any("\ud800" <= letter <= "\udfff" for letter in plain):
            raise cannot_parse(
                "Text contains invalid Unicode characters after decoding HTML entities, "
                "check for unmatched surrogate code units"
            )
        return Reading(plain, self._spans)

    def _special(self, index: int) -> int:
        if self._source.at(index) == "&":
            letter, after = _reference(self._source.text, index)
            self._written.add(letter)
            return after
        return self._end_tag(index) if self._source.at(index + 1) == "/" else self._start_tag(index)

    def _start_tag(self, begin: int) -> int:
        source = self._source
        index = source.find(begin + 1, _TAG_END)
        where = source.byte_offset(begin)
        if source.at(index) == END:
            raise cannot_parse(f"Unclosed start tag at byte offset {where}")
        tag = source.text[begin + 1 : index].lower()
        if tag not in _TAGS:
            raise cannot_parse(f'Unsupported start tag "{tag}" at byte offset {where}')
        attributes, index = self._attributes(tag, where, index)
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise cannot_parse(f'Tag "span" must have class "tg-spoiler" at byte offset {where}')
        self._open.append(_Open(tag, attributes, self._written.length))
        return index + 1

    def _attributes(self, tag: str, where: int, index: int) -> tuple[dict[str, str], int]:
        source, found = self._source, dict[str, str]()
        index = source.skip_blanks(index)
        while source.at(index) != ">":
            begin, index = index, source.find(index, _NAME_END)
            name = source.text[begin:index]
            if not name:
                raise cannot_parse(f'Empty attribute name in the tag "{tag}" at byte offset {where}')
            index = source.skip_blanks(index)
            if source.at(index) == "=":
                found[name], index = self._value(tag, where, source.skip_blanks(index + 1))
            elif tag == "blockquote" and name == "expandable":
                found[name] = ""
            else:
                place = f'the tag "{tag}" at byte offset {where}'
                raise cannot_parse(f"Expected equal sign in declaration of an attribute of {place}")
            index = source.skip_blanks(index)
            if source.at(index) == END:
                raise cannot_parse(f"Unclosed start tag at byte offset {where}")
        return found, index

    def _value(self, tag: str, where: int, index: int) -> tuple[str, int]:
        source = self._source
        quote = source.at(index)
        if quote == END:
            raise cannot_parse(f'Unclosed start tag "{tag}" at byte offset {where}')
        if quote in {"'", '"'}:
            return self._quoted(quote, where, index + 1)
        token = _TOKEN_LETTERS.match(source.text, index)
        after = token.end() if token else index
        if source.at(after) not in _TAG_END:
            raise cannot_parse(f"Unexpected end of name token at byte offset {source.byte_offset(index)}")
        return source.text[index:after].lower(), after

    def _quoted(self, quote: str, where: int, index: int) -> tuple[str, int]:
        text, value = self._source.text, Written()
        while self._source.at(index) not in {quote, END}:
            letter, index = _reference(text, index) if text[index] == "&" else (text[index], index + 1)
            value.add(letter)
        if self._source.at(index) == END:
            raise cannot_parse(f"Unclosed start tag at byte offset {where}")
        return value.since(0), index + 1

    def _end_tag(self, begin: int) -> int:
        source = self._source
        where = source.byte_offset(begin)
        if not self._open:
            raise cannot_parse(f"Unexpected end tag at byte offset {where}")
        index = source.find(begin, _TAG_END)
        tag = source.text[begin + 2 : index].lower()
        index = source.skip_blanks(index)
        if source.at(index) != ">":
            raise cannot_parse(f"Unclosed end tag at byte offset {where}")
        opened = self._open.pop()
        if tag not in {"", opened.tag}:
            raise cannot_parse(
                f'Unmatched end tag at byte offset {where}, expected "</{opened.tag}>", found "</{tag}>"'
            )
        if self._written.length > opened.start:
            self._close(opened)
        return index + 1

    def _close(self, opened: _Open) -> None:
        attributes, end = opened.attributes, self._written.length
        match opened.tag:
            case "a":
                target = entity_of_link(attributes.get("href") or self._written.since(opened.start))
                if target is not None:
                    self._spans.append(Span(target[0], opened.start, end, target[1]))
            case "tg-emoji":
                details = custom_emoji_details(attributes.get("emoji-id", ""))
                self._spans.append(Span(Kind.CUSTOM_EMOJI, opened.start, end, details))
            case "tg-time":
                details = date_time_details(attributes.get("unix", ""), attributes.get("format", ""))
                self._spans.append(Span(Kind.DATE_TIME, opened.start, end, details))
            case "blockquote":
                kind = Kind.EXPANDABLE_BLOCKQUOTE if "expandable" in attributes else Kind.BLOCKQUOTE
                self._spans.append(Span(kind, opened.start, end))
            case "code" | "pre":
                self._close_verbatim(opened, end)
            case _:
                self._spans.append(Span(_STYLE_TAGS[opened.tag], opened.start, end))

    def _close_verbatim(self, opened: _Open, end: int) -> None:
        """`<pre><code class="language-…">` is one block with a language, whichever of the two is outside."""
        language = opened.attributes.get("class", "").removeprefix("language-")
        given = opened.tag == "code" and opened.attributes.get("class", "").startswith("language-")
        span = Span(Kind(opened.tag), opened.start, end, {"language": language} if given and language else {})
        inner = self._spans[-1] if self._spans else None
        twins = inner is not None and (inner.start, inner.end) == (span.start, span.end)
        if inner is not None and twins and {inner.kind, span.kind} == {Kind.CODE, Kind.PRE}:
            self._spans[-1] = replace(inner, kind=Kind.PRE, details={**inner.details, **span.details})
        else:
            self._spans.append(span)


def _reference(text: str, index: int) -> tuple[str, int]:
    """The letter `&…;` stands for; what is no known reference stays as it is written."""
    found = _REFERENCE.match(text, index)
    letter = _letter(found) if found else None
    if found is None or letter is None:
        return "&", index + 1
    return letter, found.end() + text.startswith(";", found.end())


def _letter(found: re.Match[str]) -> str | None:
    if found["name"] is not None:
        return _NAMED.get(found["name"])
    if found.end() - found.start() >= 10:
        return None
    code = int(found["hex"] or "0", 16) if found["hex"] is not None else int(found["decimal"] or "0")
    return chr(code) if 0 < code < 0x10FFFF else None
