"""Reads the legacy parse_mode Markdown: no nesting, four kinds of marks."""

from __future__ import annotations

import re

from bot.sandbox.markup.errors import cannot_parse
from bot.sandbox.markup.links import entity_of_link
from bot.sandbox.markup.source import BLANKS, Source
from bot.sandbox.markup.spans import Kind, Reading, Span, Written

_MARK = re.compile(r"[_*`\[\\]")
_MARKS = frozenset("_*`[")
_FENCE = "```"
_CLOSERS = {"_": "_", "*": "*", "`": "`", "[": "]", _FENCE: _FENCE}
_KINDS = {"_": Kind.ITALIC, "*": Kind.BOLD, "`": Kind.CODE, _FENCE: Kind.PRE}


def read_markdown(text: str) -> Reading:
    """Plain text and spans; raises `MarkupError` "can't parse entities: …"."""
    source, written, spans = Source.of(text), Written(), list[Span]()
    index = 0
    while index < len(source.text):
        mark = _MARK.search(source.text, index)
        stop = mark.start() if mark else len(source.text)
        written.add(source.text[index:stop])
        if mark is None:
            break
        if mark[0] == "\\":
            escaped = source.at(stop + 1) in _MARKS
            written.add(source.at(stop + 1) if escaped else "\\")
            index = stop + 1 + escaped
        else:
            index = _entity(source, stop, written, spans)
    return Reading(written.since(0), spans)


def skip_fence(source: Source, index: int) -> tuple[str, int]:
    """The language behind an opening ``` and where the code begins: after one line break, if there is one."""
    word_end = source.find(index, BLANKS | {"`"})
    language = ""
    if word_end < len(source.text) and source.at(word_end) != "`":
        language, index = source.text[index:word_end], word_end
    if source.at(index) in {"\n", "\r"}:
        pair = source.at(index + 1) in {"\n", "\r"} and source.at(index + 1) != source.at(index)
        index += 2 if pair else 1
    return language, index


def _entity(source: Source, begin: int, written: Written, spans: list[Span]) -> int:
    mark = _FENCE if source.starts(_FENCE, begin) else source.at(begin)
    language, body = skip_fence(source, begin + 3) if mark == _FENCE else ("", begin + 1)
    end = source.text.find(_CLOSERS[mark], body)
    if end < 0:
        where = source.byte_offset(begin)
        raise cannot_parse(f"Can't find end of the entity starting at byte offset {where}")
    content, start = source.text[body:end], written.length
    written.add(content)
    after = end + len(_CLOSERS[mark])
    if mark == "[":
        url, after = _target(source, content, after)
        target = entity_of_link(url)
        if content and target is not None:
            spans.append(Span(target[0], start, written.length, target[1]))
    elif content:
        spans.append(Span(_KINDS[mark], start, written.length, {"language": language} if language else {}))
    return after


def _target(source: Source, content: str, after: int) -> tuple[str, int]:
    """The address in round brackets; without them the text itself is the address."""
    if source.at(after) != "(":
        return content, after
    close = source.find(after + 1, ")")
    return source.text[after + 1 : close], close + 1
