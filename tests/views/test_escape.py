"""Whatever people type, every screen is markup that Telegram accepts, and shows their words as words."""

import random

import pytest

from bot.sandbox.keyboards import check_inline_keyboard
from bot.sandbox.markup import parse_markup
from handlers.show import CAPTION_LETTERS
from handlers.views.format import user_text, visible
from handlers.views.markup import bold, escaped, long_quote, spoiler
from handlers.views.screen import Screen, keyboard
from tests.views.examples import TRANSLATIONS, texts
from tests.views.gallery import every_card, every_screen

PIECES = [
    "<b>", "</b>", "</blockquote>", "<a href='tg://user?id=1'>", "<tg-time unix='1' format='r'>", "<!--", "]]>",
    "&lt;", "&amp;", "&", "&#0;", "&#xD800;", "<", ">", '"', "'", "{ $x }", "{", "}", "*", "_", "[x](y)", "`", "-",
    "\u202e", "\u200b", "\u2066", "\ud800", "\udfff", "\x00", "\x1b", "\n", "\t", "\r",
    "😀", "é", "e\u0301", "漢", "tg-time", "a" * 40,
]  # fmt: skip
STRINGS = 10_000
TEXT_LETTERS = 4_096


@pytest.mark.parametrize("language", [t.language for t in TRANSLATIONS.all()])
@pytest.mark.parametrize("words", ["<b>&\"'</b>" * 300, "\u202eevil\u200b\ud800" * 300, "плохой </blockquote>" * 100])
def test_every_screen_is_telegram_html(language: str, words: str) -> None:
    screens = list(every_screen(words, texts(language)))

    shown = [_shown(screen) for screen in screens]

    assert len(shown) > 150
    assert max(map(_utf16, shown)) <= TEXT_LETTERS


def test_ten_thousand_hostile_strings_stay_words() -> None:
    dice = random.Random(20_261_120)
    strings = ["".join(dice.choices(PIECES, k=dice.randint(1, 12))) for _ in range(STRINGS)]

    wrapped = [parse_markup(bold(s) + spoiler(s) + long_quote(user_text(s)), "HTML", None) for s in strings]
    plain = [parse_markup("x" + escaped(s) + "x", "HTML", None) for s in strings]

    allowed = {"bold", "spoiler", "expandable_blockquote", "blockquote", "url", "mention", "hashtag", "bot_command"}
    assert {entity["type"] for _, entities in wrapped for entity in entities} <= allowed
    assert all("<b>" in text for (text, _), s in zip(plain, strings, strict=True) if "<b>" in s)


def test_names_do_not_hide_or_turn_around() -> None:
    dice = random.Random(7)
    names = [visible("".join(dice.choices(PIECES, k=6))) for _ in range(1_000)]

    assert not any(letter in name for name in names for letter in "\u202e\u200b\u2066\x00\n\ud800")


@pytest.mark.parametrize("language", [t.language for t in TRANSLATIONS.all()])
def test_a_sellers_card_fits_under_a_picture(language: str) -> None:
    """The longest headline, names, details and amounts still leave the caption within its limit."""
    longest = max(len(texts(language).plain(key)) for key in ("order-told-paid", "order-told-late"))
    cards = [screen for place, screen in enumerate(every_card("😀" * 900, texts(language))) if place // 3 % 2]

    lengths = [_utf16(_shown(card)) + longest for card in cards]

    assert len(lengths) == 42
    assert max(lengths) <= CAPTION_LETTERS


def _shown(screen: Screen) -> str:
    """The text as Telegram would keep it; raises what Telegram would refuse."""
    markup = keyboard(screen.rows)
    if markup is not None:
        check_inline_keyboard(markup.model_dump(exclude_none=True), "private")
    text, _ = parse_markup(screen.text, "HTML", None)
    assert text.strip()
    return text


def _utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
