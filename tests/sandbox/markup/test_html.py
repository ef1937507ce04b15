"""HTML as a bot writes it, and every way Telegram refuses it."""

from __future__ import annotations

import pytest

from bot.sandbox.markup import MarkupError, parse_markup


def test_styles_become_entities() -> None:
    text, entities = parse_markup("<b>one</b> <tg-spoiler>two</tg-spoiler> <s>three</s>", "HTML", None)

    assert text == "one two three"
    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [
        ("bold", 0, 3),
        ("spoiler", 4, 3),
        ("strikethrough", 8, 5),
    ]


def test_offsets_count_utf16_units() -> None:
    text, entities = parse_markup("😀<b>🇩🇪</b>", "HTML", None)

    assert text == "😀🇩🇪"
    assert entities == [{"type": "bold", "offset": 2, "length": 4}]


def test_styles_are_cut_where_a_link_begins() -> None:
    _, entities = parse_markup('<b>see <a href="http://a.io">here</a></b>', "HTML", None)

    assert entities == [
        {"type": "bold", "offset": 0, "length": 4},
        {"type": "text_link", "offset": 4, "length": 4, "url": "http://a.io/"},
        {"type": "bold", "offset": 4, "length": 4},
    ]


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("example.com", "http://example.com/"),
        ("HTTPS://Example.COM/Path?q=1", "https://example.com/Path?q=1"),
        ("https://t.me/otcdesk_bot?start=ad-7", "https://t.me/otcdesk_bot?start=ad-7"),
        ("TG://resolve?domain=otcdesk_bot", "tg://resolve?domain=otcdesk_bot"),
    ],
)
def test_links_keep_their_real_target(href: str, target: str) -> None:
    _, entities = parse_markup(f'<a href="{href}">go</a>', "HTML", None)

    assert entities == [{"type": "text_link", "offset": 0, "length": 2, "url": target}]


def test_link_without_a_usable_target_is_plain_text() -> None:
    text, entities = parse_markup('<a href="http://localhost/x">go</a>', "HTML", None)

    assert (text, entities) == ("go", [])


def test_person_is_mentioned_by_id() -> None:
    _, entities = parse_markup('<a href="tg://user?id=8589934599">Ann</a>', "HTML", None)

    assert entities == [{"type": "text_mention", "offset": 0, "length": 3, "user": {"id": 8589934599}}]


def test_moment_is_a_date_time_entity() -> None:
    _, entities = parse_markup('<tg-time unix="1647531900" format="wDT">22:45</tg-time>', "HTML", None)

    moment = {"type": "date_time", "offset": 0, "length": 5, "unix_time": 1647531900, "date_time_format": "wDT"}
    assert entities == [moment]


def test_emoji_keeps_its_identifier() -> None:
    _, entities = parse_markup('<tg-emoji emoji-id="5368324170671202286">👍</tg-emoji>', "HTML", None)

    emoji = {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5368324170671202286"}
    assert entities == [emoji]


@pytest.mark.parametrize(
    ("tag", "kind"), [("<blockquote>", "blockquote"), ("<blockquote expandable>", "expandable_blockquote")]
)
def test_quotes_hold_styles(tag: str, kind: str) -> None:
    _, entities = parse_markup(f"{tag}terms <i>apply</i></blockquote>", "HTML", None)

    assert [(e["type"], e["offset"], e["length"]) for e in entities] == [(kind, 0, 11), ("italic", 6, 5)]


def test_block_of_code_keeps_its_language() -> None:
    _, entities = parse_markup('<pre><code class="language-python">x = 1</code></pre>', "HTML", None)

    assert entities == [{"type": "pre", "offset": 0, "length": 5, "language": "python"}]


def test_nothing_has_a_meaning_inside_code() -> None:
    _, entities = parse_markup("<code><b>@person</b> /start</code>", "HTML", None)

    assert entities == [{"type": "code", "offset": 0, "length": 14}]


def test_references_are_decoded_once_and_unknown_ones_stay() -> None:
    text, _ = parse_markup("&lt;b&gt; &amp;lt; &quot; &#8364; &#x20AC; &nbsp; &", "HTML", None)

    assert text == '<b> &lt; " € € &nbsp; &'


def test_surrounding_blanks_go_and_entities_move_along() -> None:
    text, entities = parse_markup("  \n<b> hi </b>\n ", "HTML", None)

    assert text == "hi"
    assert entities == [{"type": "bold", "offset": 0, "length": 2}]


@pytest.mark.parametrize(
    ("markup", "refusal"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<i><b>x</b>", 'Can\'t find end tag corresponding to start tag "i"'),
        ("a <br> b", 'Unsupported start tag "br" at byte offset 2'),
        ("1 < 2 > 0", 'Unsupported start tag "" at byte offset 2'),
        ("é😀<x>", 'Unsupported start tag "x" at byte offset 6'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("€</b>", "Unexpected end tag at byte offset 3"),
        ("end <", "Unclosed start tag at byte offset 4"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ('<a href="x', "Unclosed start tag at byte offset 0"),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
        ('<a ="x">x</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=http://x>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ('<tg-emoji emoji-id="no">x</tg-emoji>', "Invalid custom emoji identifier specified"),
        ("&#xD800;", "Text contains invalid Unicode characters after decoding HTML entities, "
         "check for unmatched surrogate code units"),
    ],
)  # fmt: skip
def test_refusals_name_the_byte(markup: str, refusal: str) -> None:
    with pytest.raises(MarkupError) as refused:
        parse_markup(markup, "HTML", None)

    assert refused.value.description == f"can't parse entities: {refusal}"
