"""Amounts, fees and prices over random numbers: parts add up, nothing is free, nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.kernel.amounts import read_amount, read_price
from domain.kernel.codes import Coded, code_of, number_of
from domain.kernel.money import LARGEST_UNITS, Money, fee, plain
from domain.kernel.prices import Price
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import ASSETS, FIATS, asset, fiat

USDT = asset("USDT")
BTC = asset("BTC")
EUR = fiat("EUR")
VND = fiat("VND")

units = st.integers(1, 10**15)
rates = st.integers(1, 500)
micros = st.integers(1, 10**13)
any_asset = st.sampled_from(sorted(ASSETS.values(), key=lambda unit: unit.code))
any_fiat = st.sampled_from(sorted(FIATS.values(), key=lambda unit: unit.code))


@given(units, rates)
def test_fee_is_rounded_up_against_its_payer(amount: int, rate_bps: int) -> None:
    taken = fee(Money(amount, USDT), rate_bps).units

    assert taken >= 1
    assert (taken - 1) * 10_000 < amount * rate_bps <= taken * 10_000


@given(units)
def test_no_rate_no_fee(amount: int) -> None:
    assert fee(Money(amount, USDT), 0).units == 0


@given(units, units, rates)
def test_splitting_an_amount_never_saves_a_fee(one: int, other: int, rate_bps: int) -> None:
    whole = fee(Money(one + other, USDT), rate_bps).units

    assert fee(Money(one, USDT), rate_bps).units + fee(Money(other, USDT), rate_bps).units >= whole


@given(units, micros, any_asset, any_fiat)
def test_crossing_a_price_and_back_never_gains(amount: int, price_micros: int, coin: object, money: object) -> None:
    price = Price(price_micros, coin, money)  # type: ignore[arg-type]
    try:
        cost = price.fiat_for(Money(amount, coin))  # type: ignore[arg-type]
    except Refusal as refusal:
        assert refusal.rule is Rule.AMOUNT_TOO_LARGE
        return

    bought = price.asset_for(price.asset_worth(Money(amount, coin)))  # type: ignore[arg-type]
    assert bought.units <= amount
    assert price.asset_worth(Money(amount, coin)) <= cost  # type: ignore[arg-type]


def test_units_do_not_mix() -> None:
    with pytest.raises(ValueError, match="do not mix"):
        Money(1, USDT) + Money(1, BTC)


def test_amounts_beyond_the_column_are_refused() -> None:
    with pytest.raises(Refusal) as refused:
        Money(LARGEST_UNITS, USDT) + Money(1, USDT)

    assert refused.value.rule is Rule.AMOUNT_TOO_LARGE


@given(st.integers(-(10**18), 10**18), any_asset)
def test_plain_text_keeps_every_digit(amount: int, unit: object) -> None:
    text = plain(Money(amount, unit))  # type: ignore[arg-type]

    head, _, tail = text.partition(".")
    assert int(head + tail.ljust(unit.scale, "0")) == amount  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "units_read"),
    [
        ("150", 150_000_000),
        ("150.5", 150_500_000),
        ("150,5", 150_500_000),
        (" 1 500.25 ", 1_500_250_000),
        ("1\u00a0500,25", 1_500_250_000),
        ("۱۲٫۵", 12_500_000),
        ("١٢", 12_000_000),
        ("１２．５", 12_500_000),
        ("0.000001", 1),
        ("007", 7_000_000),
    ],
)
def test_amounts_are_read_exactly(typed: str, units_read: int) -> None:
    assert read_amount(typed, USDT).units == units_read


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("", Rule.AMOUNT_UNREADABLE),
        ("abc", Rule.AMOUNT_UNREADABLE),
        ("-5", Rule.AMOUNT_UNREADABLE),
        ("+5", Rule.AMOUNT_UNREADABLE),
        ("1e5", Rule.AMOUNT_UNREADABLE),
        ("NaN", Rule.AMOUNT_UNREADABLE),
        ("1.000,5", Rule.AMOUNT_UNREADABLE),
        ("1,000,000", Rule.AMOUNT_UNREADABLE),
        ("1.", Rule.AMOUNT_UNREADABLE),
        (".5", Rule.AMOUNT_UNREADABLE),
        ("15 0", Rule.AMOUNT_UNREADABLE),
        ("0x10", Rule.AMOUNT_UNREADABLE),
        ("9" * 40, Rule.AMOUNT_UNREADABLE),
        ("9" * 19, Rule.AMOUNT_TOO_LARGE),
        ("0", Rule.AMOUNT_NOT_POSITIVE),
        ("0.0000001", Rule.AMOUNT_DECIMALS),
    ],
)
def test_everything_else_is_refused(typed: str, rule: Rule) -> None:
    with pytest.raises(Refusal) as refused:
        read_amount(typed, USDT)

    assert refused.value.rule is rule


def test_a_fiat_without_minor_units_takes_no_decimals() -> None:
    assert read_amount("26350", VND).units == 26_350
    with pytest.raises(Refusal):
        read_amount("26350.5", VND)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(typed: str) -> None:
    try:
        assert read_amount(typed, BTC).units > 0
    except Refusal as refusal:
        assert refusal.rule.value.startswith("amount-")


def test_prices_have_six_decimals() -> None:
    assert read_price("0.921", USDT, EUR).micros == 921_000
    with pytest.raises(Refusal):
        read_price("0.9210001", USDT, EUR)


@given(st.sampled_from(Coded), st.integers(0, 2**30 - 1))
def test_codes_are_a_bijection(kind: Coded, number: int) -> None:
    assert number_of(kind, code_of(kind, number)) == number
    assert number_of(kind, f"#{code_of(kind, number).lower()}") == number


def test_the_first_rows_of_each_kind_have_names_of_their_own() -> None:
    codes = {code_of(kind, number) for kind in Coded for number in range(1, 10_001)}

    assert len(codes) == 30_000


@pytest.mark.parametrize("typed", ["", "#", "ABC", "ABCDEFG", "AB-DEF", "ÄBCDEF"])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert number_of(Coded.ORDER, typed) is None
