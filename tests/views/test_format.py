"""Amounts, prices and names: every digit arrives, in the reader's way of writing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.amounts import read_amount
from domain.kernel.money import LARGEST_UNITS, Money, Unit
from domain.kernel.prices import Price
from domain.kernel.units import ASSETS, FIATS
from handlers.views.format import change, money, price, rate, reaches_out, shortened, span
from tests.views.examples import EUR, USDT, eur, usdt

UNITS = st.sampled_from([*ASSETS.values(), *FIATS.values()])


@given(units=st.integers(min_value=1, max_value=LARGEST_UNITS), unit=UNITS)
def test_russian_amounts_read_back_as_they_were(units: int, unit: Unit) -> None:
    written = money(Money(units, unit), "ru").removesuffix(f" {unit.code}")

    assert read_amount(written, unit) == Money(units, unit)


@given(units=st.integers(min_value=1, max_value=LARGEST_UNITS), unit=UNITS)
def test_english_amounts_differ_only_in_their_signs(units: int, unit: Unit) -> None:
    amount = Money(units, unit)

    english, russian = money(amount, "en"), money(amount, "ru")

    assert english.translate(str.maketrans(",.", "\u00a0,")) == russian


@pytest.mark.parametrize(
    ("amount", "english", "russian"),
    [
        (eur(123_450), "1,234.50 EUR", "1\u00a0234,50 EUR"),
        (eur(100_000), "1,000 EUR", "1\u00a0000 EUR"),
        (usdt(1_500_000_001), "1,500.000001 USDT", "1\u00a0500,000001 USDT"),
        (usdt(0), "0 USDT", "0 USDT"),
        (Money(1_600, FIATS["VND"]), "1,600 VND", "1\u00a0600 VND"),
    ],
)
def test_amounts_by_language(amount: Money, english: str, russian: str) -> None:
    assert (money(amount, "en"), money(amount, "ru")) == (english, russian)


def test_a_change_bears_its_sign() -> None:
    assert change(usdt(5_000_000), "en") == "+5 USDT"
    assert change(usdt(-5_500_000), "en") == "\u22125.5 USDT"


def test_prices_fill_up_to_cents_and_keep_millionths() -> None:
    assert price(Price(900_000, USDT, EUR), "en") == "0.90 EUR"
    assert price(Price(923_145, USDT, EUR), "ru") == "0,923145 EUR"


def test_limits_name_their_currency_once() -> None:
    assert span(eur(2_000), eur(150_050), "en") == "20–1,500.50 EUR"


def test_rates_are_percent() -> None:
    assert [rate(bps, "en") for bps in (0, 1, 30, 100)] == ["0%", "0.01%", "0.3%", "1%"]


def test_long_texts_end_in_an_ellipsis() -> None:
    assert [shortened("abcdef", longest) for longest in (6, 5)] == ["abcdef", "abcd…"]


@pytest.mark.parametrize("text", ["write to @amina", "t.me/amina", "see https://x.y", "+49 170 1234567", "amina.com"])
def test_ways_out_are_noticed(text: str) -> None:
    assert reaches_out(text)


@pytest.mark.parametrize(
    "text", ["DE89 3704 0044 0532 0130 00", "4111 1111 1111 1111", "a@b", "150.00 EUR", "ok. Next"]
)
def test_accounts_and_sentences_are_no_way_out(text: str) -> None:
    assert not reaches_out(text)
