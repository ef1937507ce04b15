"""Buttons fit into 64 bytes at their longest, and come back as they were sent."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData
from hypothesis import given
from hypothesis import strategies as st

from domain.ads.methods import METHODS
from domain.ads.model import Side
from domain.ads.ports import Cursor, MarketFilter
from domain.kernel.ids import AdId
from domain.kernel.money import LARGEST_UNITS, Money
from domain.kernel.refusal import Refusal
from domain.kernel.units import ASSETS, FIATS
from handlers.ads.ad_form import Step
from handlers.button_data import DATA_BYTES, ButtonData
from handlers.callbacks import (
    ANEW,
    AdButton,
    AdVerb,
    Browse,
    FormButton,
    FormVerb,
    Go,
    MarketVerb,
    OfferVerb,
    OrderButton,
    OrderVerb,
    Place,
    Speak,
    browse,
    cursor_in,
    filter_in,
    number_in,
    offer_button,
    short,
)
from handlers.forms import FORMS
from handlers.switchboard import PRESSES

LARGEST = LARGEST_UNITS
VERSION = 2**31 - 1
LONGEST_METHOD = max(METHODS, key=len)
END = Cursor(LARGEST, AdId(LARGEST))
WIDEST = [
    MarketFilter(Side.SELL, unit, fiat, LONGEST_METHOD, Money(LARGEST, fiat))
    for unit, fiat in itertools.product(ASSETS.values(), FIATS.values())
]
LONGEST: list[ButtonData] = [
    *(Go(verb=place, at=short(LARGEST), below=True) for place in Place),
    Speak(verb="zh-hans"),
    *(browse(wanted, END, verb) for wanted in WIDEST for verb in MarketVerb),
    *(offer_button(verb, AdId(LARGEST), wanted, END) for wanted in WIDEST for verb in OfferVerb),
    *(FormButton(verb=v, form=f, step=s, value="x" * 11) for v in FormVerb for f in FORMS for s in Step),
    *(AdButton(verb=verb, ad=short(LARGEST), version=VERSION) for verb in AdVerb),
    *(OrderButton(verb=verb, order=short(LARGEST), version=VERSION, value=ANEW) for verb in OrderVerb),
]


def test_the_longest_buttons_fit() -> None:
    assert max(len(button.pack().encode()) for button in LONGEST) <= DATA_BYTES


def test_buttons_are_packed_as_aiogram_packs_them() -> None:
    by_aiogram = [CallbackData.pack(button) for button in LONGEST]

    assert [button.pack() for button in LONGEST] == by_aiogram


@given(language=st.text(max_size=70), at=st.text(max_size=70), below=st.booleans(), version=st.integers())
def test_any_value_is_packed_or_refused_as_by_aiogram(language: str, at: str, below: bool, version: int) -> None:
    buttons = [
        Speak(verb=language),
        Go(verb=Place.HOME, at=at, below=below),
        AdButton(verb=AdVerb.OPEN, ad=at, version=version),
    ]

    assert [_packed(button, ButtonData.pack) for button in buttons] == [
        _packed(button, CallbackData.pack) for button in buttons
    ]


def test_every_verb_has_somebody_who_answers() -> None:
    verbs = {":".join(button.pack().split(":")[:2]) for button in LONGEST if not isinstance(button, Speak)}

    assert verbs - set(PRESSES) == set()


def test_prefixes_carry_their_version() -> None:
    assert {kind.__prefix__[-1] for kind, _ in PRESSES.values()} == {"1"}


@given(number=st.integers(min_value=0, max_value=LARGEST))
def test_numbers_come_back(number: int) -> None:
    assert number_in(short(number)) == number


@pytest.mark.parametrize("forged", ["", "!", "-" * 12, "é", short(2**63), "0 0"])
def test_forged_numbers_are_refused(forged: str) -> None:
    with pytest.raises(Refusal):
        number_in(forged)


@pytest.mark.parametrize("wanted", WIDEST[:3])
def test_a_page_comes_back(wanted: MarketFilter) -> None:
    button = Browse.unpack(browse(wanted, END).pack())

    assert (filter_in(button, Side.SELL), cursor_in(button)) == (wanted, END)


def _packed(button: ButtonData, pack: Callable[[Any], str]) -> str | None:
    """None for a button that must not be sent."""
    try:
        return pack(button)
    except ValueError:
        return None
