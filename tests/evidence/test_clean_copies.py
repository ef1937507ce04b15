"""Odd but honest files become plain JPEGs that are upright, small and silent about their sender."""

import io
from dataclasses import dataclass

import pytest
from PIL import Image, ImageCms, ImageOps

from storage.evidence.cleared import Sanitised
from storage.evidence.clearing import clear
from storage.evidence.proof import VIEWER_SIDE_LIMIT_PX
from tests.evidence.samples import exif, jpeg, pdf, png, png_chunk, png_of_sides, png_with, receipt, saved, webp

RED, WHITE = (255, 0, 0), (255, 255, 255)


@dataclass(frozen=True, slots=True)
class Odd:
    title: str
    data: bytes
    sides: tuple[int, int]


ODD_FILES = [
    Odd("JPEG", jpeg(), (640, 960)),
    Odd("progressive JPEG", saved(receipt(), "JPEG", progressive=True), (640, 960)),
    Odd("grey JPEG", saved(receipt().convert("L"), "JPEG"), (640, 960)),
    Odd("CMYK JPEG", saved(receipt().convert("CMYK"), "JPEG"), (640, 960)),
    Odd("RGB-coded JPEG", saved(receipt(), "JPEG", keep_rgb=True), (640, 960)),
    Odd("JPEG with padding", jpeg() + bytes(64), (640, 960)),
    Odd("JPEG with restarts", saved(receipt(), "JPEG", restart_marker_rows=1), (640, 960)),
    Odd("PNG", png(), (640, 960)),
    Odd("one-bit PNG", saved(receipt().convert("1"), "PNG"), (640, 960)),
    Odd("sixteen-bit PNG", saved(Image.new("I;16", (64, 48), 0x8000), "PNG"), (64, 48)),
    Odd("palette PNG", saved(receipt().quantize(16), "PNG", transparency=0), (640, 960)),
    Odd("grey PNG with alpha", saved(receipt().convert("LA"), "PNG"), (640, 960)),
    Odd("PNG with a huge profile", saved(receipt(), "PNG", icc_profile=bytes(3_000_000)), (640, 960)),
    Odd("PNG with 20,000 letters", png_with(png_chunk(b"tEXt", b"a\0" + b"b" * 20_000)), (640, 960)),
    Odd("PNG of 20 Mpx", png_of_sides(5_000, 4_000), (5_000, 4_000)),
    Odd("tall PNG", saved(Image.new("RGB", (300, 9_000)), "PNG"), (300, 9_000)),
    Odd("one pixel", saved(Image.new("RGB", (1, 1)), "PNG"), (1, 1)),
    Odd("thread", saved(Image.new("RGB", (16_000, 1)), "PNG"), (16_000, 1)),
    Odd("lossless WebP", webp(), (640, 960)),
    Odd("lossy WebP", saved(receipt(), "WEBP"), (640, 960)),
    Odd("lossy WebP with alpha", saved(receipt().convert("RGBA"), "WEBP", exif=exif()), (640, 960)),
    Odd("JPEG with a huge profile", saved(receipt(), "JPEG", icc_profile=bytes(900_000)), (640, 960)),
]


@pytest.mark.parametrize("odd", ODD_FILES, ids=lambda odd: odd.title)
def test_odd_file_becomes_a_plain_jpeg(odd: Odd) -> None:
    made = made_from(odd.data)

    viewer = opened(made.viewer)
    assert (made.width, made.height) == odd.sides
    assert viewer.format == "JPEG"
    assert max(viewer.size) <= VIEWER_SIDE_LIMIT_PX
    assert set(viewer.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_every_kind_of_metadata_is_gone(kind: str) -> None:
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    packet = b"<x:xmpmeta>SecretXmp</x:xmpmeta>"
    data = saved(receipt(), kind, exif=exif(), icc_profile=profile, xmp=packet, comment=b"SecretComment")

    made = made_from(data)

    assert b"Secret" in data
    image = opened(made.viewer)
    assert not dict(image.getexif())
    assert all(trace not in made.viewer for trace in (b"Secret", b"Exif", b"xmp", b"ICC_PROFILE", b"Photoshop"))
    assert [segment[0] for segment in image.applist] == ["APP0"]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
@pytest.mark.parametrize("orientation", range(1, 9))
def test_turned_picture_is_shown_as_the_phone_would_show_it(kind: str, orientation: int) -> None:
    page = Image.new("RGB", (96, 64), WHITE)
    page.paste(RED, (0, 0, 48, 32))
    turned = saved(page, kind, exif=exif(orientation), quality=95)

    viewer = opened(made_from(turned).viewer)

    from_pillow = reference(turned)
    assert viewer.size == from_pillow.size
    assert reddest_corner(viewer) == reddest_corner(from_pillow)


def test_see_through_pixels_lie_on_white() -> None:
    data = saved(Image.new("RGBA", (64, 64), (0, 0, 0, 0)), "PNG")

    assert opened(made_from(data).viewer).getpixel((32, 32)) == WHITE


def test_sixteen_bit_grey_keeps_its_upper_bits() -> None:
    data = saved(Image.new("I;16", (64, 48), 0x8000), "PNG")

    assert opened(made_from(data).viewer).getpixel((32, 24)) == 128


@pytest.mark.parametrize(
    ("stored", "shown"),
    [((1280, 2772), (640, 1386)), ((4000, 3000), (2000, 1500)), ((800, 600), (800, 600)), ((600, 9000), (170, 2560))],
)
def test_copy_is_small_but_legible(stored: tuple[int, int], shown: tuple[int, int]) -> None:
    made = made_from(saved(Image.new("L", stored), "JPEG"))

    assert opened(made.viewer).size == shown


@pytest.mark.parametrize("mode", ["RGB", "CMYK"])
def test_colours_stay_what_they_were(mode: str) -> None:
    data = saved(Image.new(mode, (64, 64), RED if mode == "RGB" else (0, 255, 255, 0)), "JPEG", quality=95)

    red, green, blue = opened(made_from(data).viewer).getpixel((32, 32))  # type: ignore[misc]
    assert red > 240 > 15 > max(green, blue)


def test_rgb_coded_jpeg_keeps_its_colours() -> None:
    data = saved(Image.new("RGB", (64, 64), RED), "JPEG", keep_rgb=True)

    red, green, blue = opened(made_from(data).viewer).getpixel((32, 32))  # type: ignore[misc]
    assert red > 240 > 15 > max(green, blue)


def test_pdf_has_no_pictures() -> None:
    cleared = clear(pdf(), claimed_name="statement.PDF", claimed_mime="application/pdf")

    assert cleared.pictures is None


def made_from(data: bytes) -> Sanitised:
    made = clear(data, claimed_name=None, claimed_mime=None).pictures
    assert made is not None
    return made


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def reference(data: bytes) -> Image.Image:
    return ImageOps.exif_transpose(opened(data)).convert("RGB")


def reddest_corner(image: Image.Image) -> tuple[int, int]:
    """Which quarter is red: 0 or 1 for left or right, 0 or 1 for top or bottom."""
    quarters = {
        (column, row): image.getpixel(((2 * column + 1) * image.width // 4, (2 * row + 1) * image.height // 4))
        for column in (0, 1)
        for row in (0, 1)
    }
    return min(quarters, key=lambda corner: quarters[corner][1])  # type: ignore[index]
