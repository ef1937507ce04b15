"""Turns checked bytes into pictures that carry nothing but pixels. Runs in the child process only.

One decode serves the viewer's copy and the hash."""

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from typing import Final

from PIL import Image, ImageFile, JpegImagePlugin, PngImagePlugin, WebPImagePlugin, _imaging

from storage.evidence.cleared import Sanitised
from storage.evidence.dhash import DHASH_GRID, dhash
from storage.evidence.picture import Picture
from storage.evidence.proof import PIXELS_LIMIT, VIEWER_SIDE_LIMIT_PX, ProofKind, ProofProblem, ProofRefused

_LEGIBLE_LONG_PX: Final = 1_280
_LEGIBLE_SHORT_PX: Final = 640
"""Telegram's own photos are 1280 long; at that size people read receipts every day."""

_HASHED_SIDE_LIMIT_PX: Final = 320
_QUALITY: Final = 75
_WARM_BLOCKS: Final = 6
_WARM_BLOCK_BYTES: Final = 8 * 1024 * 1024
_DRAFT_FACTORS: Final = (8, 4, 2, 1)
_PLUGINS: Final[Mapping[ProofKind, Callable[[io.BytesIO], ImageFile.ImageFile]]] = {
    ProofKind.JPEG: JpegImagePlugin.JpegImageFile,
    ProofKind.PNG: PngImagePlugin.PngImageFile,
    ProofKind.WEBP: WebPImagePlugin.WebPImageFile,
}
_TURNS: Final = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_DECODER_ERRORS: Final = (
    OSError,
    SyntaxError,
    ValueError,
    TypeError,
    LookupError,
    ArithmeticError,
    EOFError,
    MemoryError,
    struct.error,
    zlib.error,
)
"""All that Pillow is known to raise on broken input; anything else ends the child, which is replaced."""


def sanitise(picture: Picture) -> Sanitised:
    """Decodes once, at the smallest legible scale, and encodes afresh; raises ProofRefused.

    A JPEG is shrunk inside its decoder, which is most of the speed: a 5600 px photo is never painted whole.
    The price is that fine print may need the sealed original."""
    try:
        image = _upright(_plain(_shrunk(_decoded(picture), picture)), picture.orientation)
        width, height = picture.width, picture.height
        if picture.orientation >= 5:
            width, height = height, width
        return Sanitised(width, height, _hash(image), _jpeg(image))
    except _DECODER_ERRORS as error:
        raise ProofRefused(ProofProblem.UNREADABLE, type(error).__name__) from error


def keep_memory_warm() -> None:
    """Lets Pillow reuse up to 48 MB of its pages: fetching fresh ones costs a tenth of a screenshot's time."""
    _imaging.set_block_size(_WARM_BLOCK_BYTES)
    _imaging.set_blocks_max(_WARM_BLOCKS)


def draft_factor(width: int, height: int) -> int:
    """How many times smaller the decoder may paint a JPEG and leave it legible: 1, 2, 4 or 8."""
    return next(factor for factor in _DRAFT_FACTORS if factor <= _shrink_factor(width, height))


def _shrink_factor(width: int, height: int) -> int:
    return max(1, min(max(width, height) // _LEGIBLE_LONG_PX, min(width, height) // _LEGIBLE_SHORT_PX))


def _decoded(picture: Picture) -> Image.Image:
    assert picture.width * picture.height <= PIXELS_LIMIT, "the header check comes before the decoder"
    image = _PLUGINS[picture.kind](io.BytesIO(picture.essence))
    if image.size != (picture.width, picture.height) or getattr(image, "n_frames", 1) != 1:
        raise ProofRefused(ProofProblem.UNREADABLE, "two readings of one header")
    if picture.kind is ProofKind.JPEG:
        factor = draft_factor(picture.width, picture.height)
        image.draft(None, (picture.width // factor, picture.height // factor))
    image.decodermaxblock = len(picture.essence)  # All is in memory already: one feed, not hundreds.
    image.load()
    image.info.clear()
    return image


def _shrunk(image: Image.Image, picture: Picture) -> Image.Image:
    """The decoders that can't draft are reduced right away, so that all later steps are small."""
    factor = _shrink_factor(picture.width, picture.height)
    if image.mode in ("1", "P", "PA", "I;16", "I;16B", "I"):
        image = _widened(image)
    if picture.kind is not ProofKind.JPEG and factor > 1:
        image = image.reduce(factor)
    return _within(image, VIEWER_SIDE_LIMIT_PX)


def _widened(image: Image.Image) -> Image.Image:
    """Palettes and bits can't be averaged; sixteen-bit greys keep their upper eight bits."""
    if image.mode in ("I;16", "I;16B", "I"):
        return image.convert("I").point(lambda level: level * (1 / 256)).convert("L")
    return image.convert("L" if image.mode == "1" else "RGBA")


def _plain(image: Image.Image) -> Image.Image:
    """Grey or RGB; see-through pixels are laid on white, as every viewer of receipts shows them."""
    if image.mode in ("L", "RGB"):
        return image
    if image.mode in ("LA", "RGBA"):
        image = image.convert("RGBA")
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    return image.convert("RGB")


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    turn = _TURNS.get(orientation)
    return image if turn is None else image.transpose(turn)


def _within(image: Image.Image, side_limit_px: int) -> Image.Image:
    longest = max(image.size)
    if longest <= side_limit_px:
        return image
    sides = tuple(max(1, side * side_limit_px // longest) for side in image.size)
    return image.resize((sides[0], sides[1]), Image.Resampling.BILINEAR, reducing_gap=1.0)


def _jpeg(image: Image.Image) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=_QUALITY, subsampling=2)
    return buffer.getvalue()


def _hash(image: Image.Image) -> bytes:
    """Averages by a whole number first, twice as fast as resizing all of the picture to the grid."""
    factor = -(-max(image.size) // _HASHED_SIDE_LIMIT_PX)
    small = image.reduce(factor) if factor > 1 else image
    return dhash(small.convert("L").resize(DHASH_GRID, Image.Resampling.BILINEAR).tobytes())
