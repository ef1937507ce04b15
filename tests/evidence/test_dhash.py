"""The hash stays put when a receipt is saved again and moves when it is another picture."""

import io

import pytest
from PIL import Image

from domain.proofs.radar import distance
from storage.evidence.clearing import clear
from storage.evidence.dhash import DHASH_GRID, dhash
from tests.evidence.samples import receipt, saved


def test_hash_tells_brighter_right_neighbours() -> None:
    rising = bytes(range(DHASH_GRID[0])) * DHASH_GRID[1]

    assert dhash(rising) == b"\xff" * 32
    assert dhash(rising[::-1]) == b"\0" * 32


def test_distance_counts_differing_bits() -> None:
    assert distance(b"\x0f" + bytes(31), b"\xff" + bytes(31)) == 4


@pytest.mark.parametrize("again", [{"format": "JPEG", "quality": 60}, {"format": "PNG"}, {"format": "WEBP"}])
def test_saving_again_moves_few_bits(again: dict[str, object]) -> None:
    first = saved(_scene(3), "PNG")

    second = saved(Image.open(io.BytesIO(first)), str(again["format"]), quality=again.get("quality", 80))

    assert distance(_hash(first), _hash(second)) <= 5


def test_another_picture_is_far_away() -> None:
    assert distance(_hash(saved(_scene(3), "PNG")), _hash(saved(_scene(11), "PNG"))) > 20


def _scene(shift: int) -> Image.Image:
    page = receipt((800, 1200))
    for index in range(24):
        left, top = index * 137 * shift % 700, index * 211 * shift % 1100
        page.paste((index * 10, 90, 200 - index * 8), (left, top, left + 100, top + 90))
    return page


def _hash(data: bytes) -> bytes:
    made = clear(data, claimed_name=None, claimed_mime=None).pictures
    assert made is not None
    return made.dhash
