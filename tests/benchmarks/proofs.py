"""Compares the child's whole work on a proof with what nobody can avoid: one draft decode and one hash."""

import hashlib
import io
import random
import statistics
import time
from collections.abc import Callable
from typing import Final

from PIL import Image, ImageDraw, ImageFilter, JpegImagePlugin

from storage.evidence.clearing import clear
from storage.evidence.sanitise import draft_factor, keep_memory_warm
from tests.benchmarks.ratio import Ratio

GOAL: Final = 1.3
"""The viewer's copy is a real re-encode, not a stripped original: crafted tables and markers of the sender
never reach a moderator's own decoder. It stays cheap because it is made from the draft-decoded picture,
1280 px or a little more on the long side, and one decode also serves the hash. A lossless
strip would save about a fifth of the screenshot's time and give that protection up.

The baseline decodes at the very scale the pipeline decodes at, so a smaller viewer copy gains nothing."""

_ROUNDS: Final = 15


def measure() -> list[Ratio]:
    """Pipeline and baseline take turns; each ratio is a median of rounds.

    Both run with the child's memory setting, so the baseline profits from it as well."""
    keep_memory_warm()
    return [
        Ratio(name, statistics.median(_ratio(data) for _ in range(_ROUNDS)), GOAL, at_most=True)
        for name, data in (
            ("proof pipeline, screenshot 1280x2772", _screenshot()),
            ("proof pipeline, photo 5600x3500", _photo()),
        )
    ]


def _ratio(data: bytes) -> float:
    return _seconds(_pipeline, data) / _seconds(_baseline, data)


def _pipeline(data: bytes) -> None:
    hashlib.sha256(data).digest()
    clear(data, claimed_name="proof.jpg", claimed_mime="image/jpeg")


def _baseline(data: bytes) -> None:
    hashlib.sha256(data).digest()
    image = JpegImagePlugin.JpegImageFile(io.BytesIO(data))
    factor = draft_factor(*image.size)
    image.draft(None, (image.width // factor, image.height // factor))
    image.load()


def _seconds(work: Callable[[bytes], None], data: bytes) -> float:
    start = time.perf_counter()
    work(data)
    return time.perf_counter() - start


def _screenshot() -> bytes:
    """A bank app's receipt: flat areas, much small text, a few coloured boxes, a little noise."""
    dice = random.Random(1)
    page = Image.new("RGB", (1280, 2772), "white")
    pen = ImageDraw.Draw(page)
    for top in range(0, page.height, 44):
        line = "".join(dice.choice("abcdefghij 0123456789") for _ in range(60))
        pen.text((40, top), line, fill=(dice.randrange(200),) * 3, font_size=34)
    for index in range(8):
        colour = tuple(dice.randrange(256) for _ in range(3))
        pen.rectangle((900, index * 300, 1200, index * 300 + 200), fill=colour)
    grain = Image.effect_noise(page.size, 18).convert("RGB")
    return _jpeg(Image.blend(page, grain, 0.1))


def _photo() -> bytes:
    """A camera's picture of a paper receipt: soft gradients and grain everywhere, just under 20 Mpx."""
    grain = Image.effect_noise((5600, 3500), 60)
    light = Image.linear_gradient("L").resize(grain.size)
    photo = Image.merge("RGB", (grain, Image.blend(grain, light, 0.5), light))
    return _jpeg(photo.filter(ImageFilter.GaussianBlur(1)))


def _jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=92)
    return buffer.getvalue()
