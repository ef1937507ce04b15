"""The translator: escapes what it is given, and admits what is missing."""

import pytest

from domain.kernel.moments import SECOND, after
from domain.kernel.refusal import Refusal, Rule
from handlers.texts import TextFault, Translations
from handlers.views.markup import Html, bold, time_left
from handlers.views.refusals import refusal_text
from tests.views.examples import NOON, TRANSLATIONS, eur, texts


def test_arguments_are_escaped_unless_they_are_markup() -> None:
    told = texts()("home-you", alias="<i>&", code=bold("<x>"))

    assert "&lt;i&gt;&amp; <b>&lt;x&gt;</b>" in told
    assert isinstance(told, Html)


def test_plain_texts_are_not_escaped() -> None:
    assert texts().plain("copy-code", code="<7&K>") == "📋 <7&K>"


@pytest.mark.parametrize(
    ("count", "said"), [(1, "1 открытая"), (3, "3 открытые"), (5, "5 открытых"), (21, "21 открытая")]
)
def test_word_forms_follow_the_number(count: int, said: str) -> None:
    assert said in texts("ru")("home-live", count=count)


@pytest.mark.parametrize(("key", "args"), [("no-such-text", {}), ("home-you", {"alias": "x"}), ("home-live", {})])
def test_what_is_missing_is_raised_in_tests(key: str, args: dict[str, str]) -> None:
    with pytest.raises(TextFault):
        texts("ru")(key, **args)


def test_people_read_english_rather_than_nothing() -> None:
    faults: list[TextFault] = []
    forgiving = Translations.load(faults.append).of("ru")

    assert forgiving("no-such-text") == "no-such-text"
    assert len(faults) == 2


def test_an_unknown_language_is_english() -> None:
    assert TRANSLATIONS.of("tlh").language == "en"


@pytest.mark.parametrize("rule", Rule)
def test_every_refusal_can_be_told_without_facts(rule: Rule) -> None:
    told = [refusal_text(Refusal(rule), t, NOON) for t in TRANSLATIONS.all()]

    assert all(0 < len(text) <= 200 for text in told)


def test_a_refusal_names_value_limit_and_end() -> None:
    below = Refusal(Rule.AMOUNT_BELOW, value=eur(150), limit=eur(2_000))
    wait = Refusal(Rule.RELEASE_WAIT, until=after(NOON, 25 * SECOND))

    assert refusal_text(below, texts(), NOON) == "1.50 EUR is too little: it has to be at least 20 EUR."
    assert "in 0:25" in refusal_text(wait, texts(), NOON)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(-5, "0:00"), (30, "0:30"), (900, "15:00"), (3_661, "1:01:00"), (90_000, "25 h")]
)
def test_time_left(seconds: int, shown: str) -> None:
    assert time_left(after(NOON, seconds * SECOND), NOON) == shown
