"""What holds in every notation: given entities, what is found by itself, limits, and no other error."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.markup import MarkupError, parse_markup


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("send /start@otcdesk_bot now", "bot_command", "/start@otcdesk_bot"),
        ("ask @some_one!", "mention", "@some_one"),
        ("tagged #usdt2rub.", "hashtag", "#usdt2rub"),
        ("buy $USDT, please", "cashtag", "$USDT"),
        ("see https://a.io/x(y).", "url", "https://a.io/x(y)"),
        ("or t.me/otcdesk_bot?start=x", "url", "t.me/otcdesk_bot?start=x"),
        ("mail me.too@desk.example.com", "email", "me.too@desk.example.com"),
        ("call +49 (30) 1234-567", "phone_number", "+49 (30) 1234-567"),
    ],
)
def test_found_by_itself(text: str, kind: str, found: str) -> None:
    _, entities = parse_markup(text, None, None)

    assert [(e["type"], text[e["offset"] : e["offset"] + e["length"]]) for e in entities] == [(kind, found)]


@pytest.mark.parametrize("text", ["and/or", "12.50 USDT", "#123", "price $5", "a@b", "v1.2", "//x", "file.unknown"])
def test_plain_text_stays_plain(text: str) -> None:
    assert parse_markup(text, None, None) == (text, [])


def test_given_entities_are_kept_and_trimmed() -> None:
    text, entities = parse_markup(" 😀ab ", None, [{"type": "bold", "offset": 1, "length": 5}])

    assert text == "😀ab"
    assert entities == [{"type": "bold", "offset": 0, "length": 4}]


@pytest.mark.parametrize(
    ("entity", "refusal"),
    [
        ({"type": "glow", "offset": 0, "length": 1}, "can't parse MessageEntity: unsupported type specified"),
        ({"type": "bold", "length": 1}, "can't parse MessageEntity: can't find field \"offset\""),
        ({"type": "bold", "offset": -1, "length": 1}, "receive an entity with incorrect offset -1"),
        (
            {"type": "bold", "offset": 0, "length": 9},
            "entity beginning at UTF-16 offset 0 ends after the end of the text at UTF-16 offset 4",
        ),
        (
            {"type": "text_link", "offset": 0, "length": 2, "url": "not-a-url"},
            "entity URL 'not-a-url' is invalid: Wrong HTTP URL",
        ),
        (
            {"type": "bold", "offset": 1, "length": 1},
            "entity beginning at UTF-16 offset 1 cuts a UTF-16 symbol in half",
        ),
    ],
)
def test_given_entities_are_judged(entity: dict[str, Any], refusal: str) -> None:
    with pytest.raises(MarkupError) as refused:
        parse_markup("😀ab", None, [entity])

    assert refused.value.description == refusal


def test_entities_beyond_a_hundred_are_dropped_silently() -> None:
    _, entities = parse_markup(" ".join("<b>x</b>" for _ in range(150)), "HTML", None)

    assert len(entities) == 100
    assert entities[-1] == {"type": "bold", "offset": 198, "length": 1}


def test_control_letters_and_direction_tricks_disappear() -> None:
    text, entities = parse_markup("a\u202e\r<b>b\tc</b>\x00", "HTML", None)

    assert text == "ab c"
    assert entities == [{"type": "bold", "offset": 1, "length": 3}]


@pytest.mark.parametrize(
    ("text", "mode", "refusal"),
    [
        ("x" * 32_769, None, "text is too long"),
        ("x", "BBCode", "unsupported parse_mode"),
        ("\ud800", None, "strings must be encoded in UTF-8"),
    ],
)
def test_texts_refused_before_they_are_read(text: str, mode: str | None, refusal: str) -> None:
    with pytest.raises(MarkupError) as refused:
        parse_markup(text, mode, None)

    assert refused.value.description == refusal


MARKS = """
<b> </b> < > " ' tg://user?id=1 &#x &amp; ; = / > **> || | * _ __ ``` ` [ ]( ) ![ \\ ~ 😀 é x.io <pre> </
@user /cmd #tag tg://emoji?id= tg://time?unix= http://[ :// :99999999
"""
PIECES = st.sampled_from(
    [*MARKS.split(), "<a href=", "<code class='language-x'>", "<blockquote expandable>", *" \n\0\x0b"]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=25).map("".join), st.text(max_size=40))


def outcome(text: str, mode: str | None, entities: list[Any] | None) -> tuple[str, list[dict[str, Any]]] | None:
    try:
        return parse_markup(text, mode, entities)
    except MarkupError:
        return None


@given(TEXTS, st.sampled_from(["HTML", "MarkdownV2", "Markdown", None]))
def test_nothing_but_markup_errors_and_sound_entities(text: str, mode: str | None) -> None:
    plain, entities = outcome(text, mode, None) or ("", [])

    length = len(plain.encode("utf-16-le")) // 2
    assert plain == plain.strip(" \n")
    assert all(e["offset"] >= 0 and e["length"] > 0 and e["offset"] + e["length"] <= length for e in entities)
    assert [e["offset"] for e in entities] == sorted(e["offset"] for e in entities)


JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
ENTITIES = st.lists(
    JUNK
    | st.fixed_dictionaries(
        {"type": st.sampled_from(["bold", "pre", "text_link", "text_mention", "custom_emoji", "date_time"]) | JUNK},
        optional=dict.fromkeys(("offset", "length", "url", "user", "language", "unix_time"), JUNK),
    ),
    max_size=4,
)


@given(st.text(max_size=10), ENTITIES)
def test_given_junk_is_refused_politely(text: str, entities: list[Any]) -> None:
    plain, found = outcome(text, None, entities) or ("", [])

    assert len(plain) <= len(text)
    assert len(found) <= 100
