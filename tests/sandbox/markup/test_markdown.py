"""MarkdownV2 and its forgiving ancestor."""

from __future__ import annotations

import pytest

from bot.sandbox.markup import MarkupError, parse_markup


def kinds(entities: list[dict[str, object]]) -> list[tuple[object, object, object]]:
    return [(e["type"], e["offset"], e["length"]) for e in entities]


def test_nested_marks_of_markdown_v2() -> None:
    text, entities = parse_markup("*bold _both_* __under__ ~gone~ ||hidden|| `code`", "MarkdownV2", None)

    assert text == "bold both under gone hidden code"
    assert kinds(entities) == [
        ("bold", 0, 9),
        ("italic", 5, 4),
        ("underline", 10, 5),
        ("strikethrough", 16, 4),
        ("spoiler", 21, 6),
        ("code", 28, 4),
    ]


def test_fenced_code_keeps_language_and_inner_marks() -> None:
    text, entities = parse_markup("```python\nx = *1*\n```", "MarkdownV2", None)

    assert text == "x = *1*"
    assert entities == [{"type": "pre", "offset": 0, "length": 7, "language": "python"}]


def test_quotes_go_line_by_line_and_fold_at_two_bars() -> None:
    text, entities = parse_markup(">one\n>two\nrest\n>long\n>tail||", "MarkdownV2", None)

    assert text == "one\ntwo\nrest\nlong\ntail"
    assert kinds(entities) == [("blockquote", 0, 8), ("expandable_blockquote", 13, 9)]


def test_two_quotes_in_a_row_are_parted_by_an_empty_bold() -> None:
    text, entities = parse_markup(">one\n**>two||", "MarkdownV2", None)

    assert text == "one\ntwo"
    assert kinds(entities) == [("blockquote", 0, 4), ("expandable_blockquote", 4, 3)]


def test_links_of_markdown_v2_may_be_people_moments_and_emoji() -> None:
    markup = "[Ann](tg://user?id=7) ![soon](tg://time?unix=9&format=r) ![👍](tg://emoji?id=5) [a](b.io/\\))"

    _, entities = parse_markup(markup, "MarkdownV2", None)

    assert entities == [
        {"type": "text_mention", "offset": 0, "length": 3, "user": {"id": 7}},
        {"type": "date_time", "offset": 4, "length": 4, "unix_time": 9, "date_time_format": "r"},
        {"type": "custom_emoji", "offset": 9, "length": 2, "custom_emoji_id": "5"},
        {"type": "text_link", "offset": 12, "length": 1, "url": "http://b.io/)"},
    ]


@pytest.mark.parametrize("letter", list("()>#+-=|{}.!]"))
def test_reserved_letters_must_be_escaped(letter: str) -> None:
    with pytest.raises(MarkupError) as refused:
        parse_markup(f"a{letter}b", "MarkdownV2", None)

    expected = f"Character '{letter}' is reserved and must be escaped with the preceding '\\'"
    assert refused.value.description == f"can't parse entities: {expected}"


@pytest.mark.parametrize("letter", list("_*[]()~`>#+-=|{}.!\\"))
def test_escaped_letters_are_plain(letter: str) -> None:
    text, entities = parse_markup(f"a\\{letter}b", "MarkdownV2", None)

    assert (text, entities) == (f"a{letter}b", [])


@pytest.mark.parametrize(
    ("markup", "refusal"),
    [
        ("é *x", "Can't find end of Bold entity at byte offset 3"),
        ("_x", "Can't find end of Italic entity at byte offset 0"),
        ("__x", "Can't find end of Underline entity at byte offset 0"),
        ("~x", "Can't find end of Strikethrough entity at byte offset 0"),
        ("||x", "Can't find end of Spoiler entity at byte offset 0"),
        ("`x", "Can't find end of Code entity at byte offset 0"),
        ("```x", "Can't find end of Pre entity at byte offset 0"),
        ("[x", "Can't find end of TextUrl entity at byte offset 0"),
        ("[x](y", "Can't find end of a URL at byte offset 4"),
        ("![x]", "Custom emoji entity must contain a tg://emoji URL"),
        (">*x\nrest*", "Can't find end of Bold entity at byte offset 1"),
    ],
)
def test_refusals_of_markdown_v2(markup: str, refusal: str) -> None:
    with pytest.raises(MarkupError) as refused:
        parse_markup(markup, "MarkdownV2", None)

    assert refused.value.description == f"can't parse entities: {refusal}"


def test_legacy_markdown_does_not_nest() -> None:
    text, entities = parse_markup("*a _b_* `c` [d](e.io) \\_f. ```sh\ng```", "Markdown", None)

    assert text == "a _b_ c d _f. g"
    assert kinds(entities) == [("bold", 0, 5), ("code", 6, 1), ("text_link", 8, 1), ("pre", 14, 1)]


def test_legacy_markdown_refuses_an_open_mark() -> None:
    with pytest.raises(MarkupError) as refused:
        parse_markup("5 * 3", "markdown", None)

    expected = "can't parse entities: Can't find end of the entity starting at byte offset 2"
    assert refused.value.description == expected
