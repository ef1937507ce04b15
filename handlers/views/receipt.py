"""The receipt of an ended order as a PNG: digits and Latin codes alone, the words stand in the caption below it."""

import io
from typing import Final

from PIL import Image, ImageDraw, ImageFont

from domain.kernel.moments import Instant
from domain.orders.model import Order, OrderState
from handlers.views.format import money, price
from handlers.views.markup import utc_text

_WIDTH: Final = 900
_HEIGHT: Final = 860
_MARGIN: Final = 60
_BAND: Final = 190
_INK: Final = "#16202c"
_FAINT: Final = "#7b8794"
_COLOURS: Final = {OrderState.COMPLETED: "#1f9d55", OrderState.CANCELLED: "#7b8794", OrderState.EXPIRED: "#d9822b"}
_DIGEST_LETTERS: Final = 24


def receipt_picture(order: Order, language: str) -> bytes:
    """Takes some milliseconds: call it beside the loop. Raises `KeyError` for an order that has not ended."""
    picture = Image.new("RGB", (_WIDTH, _HEIGHT), "white")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, _WIDTH, _BAND), fill=_COLOURS[order.state])
    _write(pen, 62, f"#{order.code}", 64, "white")
    _sign(pen, order.state)
    terms, moved = order.terms, order.state is OrderState.COMPLETED
    for top, amount in ((240, money(terms.amount, language)), (340, money(terms.fiat, language))):
        _write(pen, top, amount, 68, _INK if moved else _FAINT, struck=not moved)
    pen.line((_MARGIN, 460, _WIDTH - _MARGIN, 460), fill=_FAINT, width=2)
    _write(pen, 495, f"1 {terms.amount.unit.code} = {price(terms.price, language)}", 38, _INK)
    _write(pen, 575, f"{_moment(order.opened_at)}  >  {_moment(order.ended_at)}", 34, _INK)
    pen.line((_MARGIN, 670, _WIDTH - _MARGIN, 670), fill=_FAINT, width=2)
    _write(pen, 705, terms.digest[:_DIGEST_LETTERS].upper(), 30, _FAINT)
    _write(pen, 765, "otcdesk", 30, _FAINT)
    target = io.BytesIO()
    picture.save(target, "PNG", optimize=True)
    return target.getvalue()


def _write(pen: ImageDraw.ImageDraw, top: int, text: str, size: int, colour: str, *, struck: bool = False) -> None:
    """One line, smaller where it would not fit; the font that comes with Pillow knows no special spaces."""
    shown = text.replace("\u00a0", " ")
    room = _WIDTH - 2 * _MARGIN
    wide = pen.textlength(shown, font=ImageFont.load_default(size))
    font = ImageFont.load_default(size if wide <= room else int(size * room / wide))
    pen.text((_MARGIN, top), shown, font=font, fill=colour)
    if struck:
        left, upper, right, lower = pen.textbbox((_MARGIN, top), shown, font=font)
        pen.line((left, (upper + lower) // 2, right, (upper + lower) // 2), fill=colour, width=5)


def _sign(pen: ImageDraw.ImageDraw, state: OrderState) -> None:
    """A tick, a cross or the hands of a clock, drawn because not every font has them."""
    x, y, radius = _WIDTH - 120, _BAND // 2, 52
    pen.ellipse((x - radius, y - radius, x + radius, y + radius), outline="white", width=7)
    strokes = {
        OrderState.COMPLETED: (((x - 24, y), (x - 6, y + 20), (x + 26, y - 20)),),
        OrderState.CANCELLED: (((x - 20, y - 20), (x + 20, y + 20)), ((x - 20, y + 20), (x + 20, y - 20))),
        OrderState.EXPIRED: (((x, y - 30), (x, y), (x + 20, y + 14)),),
    }
    for stroke in strokes[state]:
        pen.line(stroke, fill="white", width=9, joint="curve")


def _moment(moment: Instant | None) -> str:
    return "" if moment is None else utc_text(moment)
