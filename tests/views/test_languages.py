"""Languages beyond their words: who gets which, how amounts look, and what happens from right to left."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.ads.model import AdState
from domain.kernel.amounts import read_amount
from domain.kernel.moments import HOUR, after
from domain.kernel.money import LARGEST_UNITS, Money, Unit
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import ASSETS, FIATS
from domain.users.use_cases.join import LANGUAGES, guess_language, iso_code
from handlers.views.direction import RIGHT_TO_LEFT
from handlers.views.format import money, user_text
from handlers.views.markup import bold, code
from handlers.views.refusals import refusal_text
from handlers.views.screen import Screen, keyboard
from tests.views.examples import NOON, eur, texts, usdt
from tests.views.gallery import every_screen

ALERT_LETTERS = 200
ISOLATE, POP = "\u2068", "\u2069"
TAG = re.compile(r"<[^>]+>")
CODE = re.compile(r"<code>(.*?)</code>")
UNITS = st.sampled_from([*ASSETS.values(), *FIATS.values()])
LEFT_TO_RIGHT = tuple(language for language in LANGUAGES if language not in RIGHT_TO_LEFT)
TYPICAL = {
    "value": usdt(12_345_678_123_456),
    "limit": usdt(98_765_432_123_456),
    "given": "1.234.567,890123456789 USDT or so, perh",
    "unit": "USDT",
    "code": "7K2M3Q",
    "state": AdState.AUTO_PAUSED,
    "until": after(NOON, HOUR - 1),
}


@pytest.mark.parametrize(
    ("hint", "language"),
    [
        ("en", "en"), ("en-gb", "en"), ("ru", "ru"), ("ru-RU", "ru"), ("es", "es"), ("es-MX", "es"), ("es_419", "es"),
        ("zh", "zh-hans"), ("zh-cn", "zh-hans"), ("zh-hans", "zh-hans"), ("zh-Hans-CN", "zh-hans"),
        ("zh-hant", "zh-hans"), ("fa", "fa"), ("fa-IR", "fa"), ("de", "en"), ("fan", "en"), ("", "en"), ("-", "en"),
        (None, "en"),
    ],
)  # fmt: skip
def test_an_app_gets_the_nearest_language(hint: str | None, language: str) -> None:
    assert guess_language(hint) == language


def test_command_lists_have_two_letters_of_their_own() -> None:
    codes = [iso_code(language) for language in LANGUAGES]

    assert [found for found in codes if not re.fullmatch("[a-z]{2}", found)] == []
    assert len(set(codes)) == len(codes)


@given(units=st.integers(min_value=1, max_value=LARGEST_UNITS), unit=UNITS, language=st.sampled_from(LANGUAGES))
def test_no_language_loses_a_digit(units: int, unit: Unit, language: str) -> None:
    written = money(Money(units, unit), language).removesuffix(f" {unit.code}")

    assert set(written) <= set("0123456789.,\u00a0")
    assert read_amount(_without_groups(written, language), unit) == Money(units, unit)


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "1,234,567.80 EUR"), ("ru", "1\u00a0234\u00a0567,80 EUR"), ("es", "1\u00a0234\u00a0567,80 EUR"),
        ("zh-hans", "1,234,567.80 EUR"), ("fa", "1,234,567.80 EUR"),
    ],
)  # fmt: skip
def test_amounts_are_written_as_readers_write_them(language: str, shown: str) -> None:
    assert money(eur(123_456_780), language) == shown


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", Rule)
def test_a_refusal_with_its_facts_fits_an_alert(rule: Rule, language: str) -> None:
    refusal = Refusal(rule, **TYPICAL)

    assert 0 < len(refusal_text(refusal, texts(language), NOON)) <= ALERT_LETTERS


@pytest.mark.parametrize("language", sorted(RIGHT_TO_LEFT))
def test_what_is_filled_in_is_isolated(language: str) -> None:
    told = texts(language)("home-you", alias=bold("Calm Otter"), code=code("#7K2M3Q"))
    refused = refusal_text(Refusal(Rule.AD_CLOSED, ad="7K2M3Q"), texts(language), NOON)

    assert f"{ISOLATE}<b>Calm Otter</b>{POP} {ISOLATE}<code>#7K2M3Q</code>{POP}" in told
    assert f"{ISOLATE}#7K2M3Q{POP}" in refused
    assert f"{ISOLATE}3{POP}" in texts(language)("home-live", count=3)
    assert f"{ISOLATE}/help{POP}" in texts(language)("command-unknown")


@pytest.mark.parametrize("language", sorted(RIGHT_TO_LEFT))
def test_codes_and_copies_hold_no_isolates(language: str) -> None:
    screens = [_told(screen) for screen in every_screen("علی رضایی", texts(language))]

    assert [c for text, _ in screens for c in CODE.findall(text) if ISOLATE in c or POP in c] == []
    assert [hidden for _, all_hidden in screens for hidden in all_hidden if ISOLATE in hidden or POP in hidden] == []


@pytest.mark.parametrize("language", sorted(RIGHT_TO_LEFT))
def test_every_isolate_ends_where_it_began(language: str) -> None:
    tears = [
        line
        for screen in every_screen("علی رضایی", texts(language))
        for line in screen.text.split("\n")
        if line.count(ISOLATE) != line.count(POP)
    ]

    assert tears == []


@pytest.mark.parametrize("language", sorted(RIGHT_TO_LEFT))
def test_every_line_of_ours_is_read_from_the_right(language: str) -> None:
    """An app takes the direction of a line from its first letter outside the isolates."""
    lines = {line for screen in every_screen("Amina", texts(language)) for line in screen.text.split("\n")}
    ours = [TAG.sub("", line) for line in lines if ISOLATE in line and "AL" in map(unicodedata.bidirectional, line)]

    assert [line for line in ours if _first_strong(line) != "AL"] == []


@pytest.mark.parametrize("language", LEFT_TO_RIGHT)
def test_nobody_else_sees_isolates(language: str) -> None:
    screens = [_told(screen)[0] for screen in every_screen("Amina", texts(language))]

    assert [text for text in screens if ISOLATE in text or POP in text] == []


def test_typed_persian_keeps_its_non_joiners() -> None:
    assert user_text("می\u200cخواهم\u202e") == "می\u200cخواهم"


def _without_groups(written: str, language: str) -> str:
    """What a reader would type: the desk takes blanks between thousands, never a comma."""
    groups = {"en": ",", "zh-hans": ",", "fa": ","}.get(language, "\u00a0")
    return written.replace(groups, "")


def _first_strong(line: str) -> str:
    """The direction of the first letter that counts."""
    depth = 0
    for letter in line:
        depth += (letter == ISOLATE) - (letter == POP)
        if not depth and unicodedata.bidirectional(letter) in ("L", "R", "AL"):
            return unicodedata.bidirectional(letter)
    return ""


def _told(screen: Screen) -> tuple[str, list[str]]:
    """The text, and what its buttons carry unseen."""
    markup = keyboard(screen.rows)
    buttons = [button for row in markup.inline_keyboard for button in row] if markup else []
    hidden = [b["copy_text"]["text"] if "copy_text" in b else str(b.get("callback_data")) for b in buttons]
    return screen.text, hidden
