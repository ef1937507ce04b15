"""Receipts as pictures: readable whatever the amounts, and never mistaken between ends."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image

from domain.kernel.money import LARGEST_UNITS
from domain.orders.model import Order, OrderState
from handlers.views.receipt import receipt_picture
from tests.views.examples import NOON, an_order, eur, some_terms, usdt

ENDS = (OrderState.COMPLETED, OrderState.CANCELLED, OrderState.EXPIRED)


def _ended(state: OrderState, **terms: object) -> Order:
    return an_order(state, terms=some_terms(**terms), settled=True, ended_at=NOON)


def test_each_end_has_a_picture_of_its_own() -> None:
    pictures = [receipt_picture(_ended(state), "en") for state in ENDS]

    assert len(set(pictures)) == len(ENDS)
    assert {Image.open(io.BytesIO(data)).format for data in pictures} == {"PNG"}


def test_the_same_order_gives_the_same_picture() -> None:
    assert receipt_picture(_ended(ENDS[0]), "en") == receipt_picture(_ended(ENDS[0]), "en")


@pytest.mark.parametrize("language", ["en", "ru", "fa"])
def test_the_longest_amount_stays_inside_the_margins(language: str) -> None:
    longest = _ended(ENDS[0], amount=usdt(LARGEST_UNITS), fiat=eur(LARGEST_UNITS))

    picture = Image.open(io.BytesIO(receipt_picture(longest, language)))

    assert set(_right_margin(picture)) == {(255, 255, 255)}


def _right_margin(picture: Image.Image) -> Iterator[object]:
    """Every pixel right of the text and below the band."""
    return (picture.getpixel((x, y)) for x in range(picture.width - 55, picture.width) for y in range(200, 850))
