"""Reads the amount a person typed: exactly, or not at all."""

import re
import unicodedata
from typing import Final

from domain.kernel.money import Money, Unit
from domain.kernel.prices import PRICE_SCALE, Price
from domain.kernel.refusal import Refusal, Rule

_FOREIGN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
_SHAPE: Final = re.compile(r"([0-9]{1,19})(?:[.,]([0-9]{1,18}))?")
_GROUPED: Final = re.compile(r"[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?")
_LONGEST: Final = 40


def read_amount(text: str, unit: Unit) -> Money:
    """One amount, with at most one decimal separator, dot or comma; blanks may group thousands.

    Raises `Refusal` (amount-unreadable, amount-decimals, amount-not-positive); never guesses what "1,5" might mean:
    a single separator always begins the decimals, and the confirmation echoes what was read.
    """
    return Money(_read(text, unit.scale, unit.code), unit)


def read_price(text: str, asset: Unit, fiat: Unit) -> Price:
    """A price of one whole asset in fiat, with at most six decimals. Raises `Refusal` as `read_amount` does."""
    return Price(_read(text, PRICE_SCALE, fiat.code), asset, fiat)


def _read(text: str, scale: int, code: str) -> int:
    typed = " ".join(unicodedata.normalize("NFKC", text).translate(_FOREIGN).split())
    joined = typed.replace(" ", "") if _GROUPED.fullmatch(typed) else typed
    shape = _SHAPE.fullmatch(joined)
    if shape is None:
        raise Refusal(Rule.AMOUNT_UNREADABLE, given=text[:_LONGEST], unit=code)
    whole, fraction = shape.group(1), shape.group(2) or ""
    if len(fraction) > scale:
        raise Refusal(Rule.AMOUNT_DECIMALS, given=text[:_LONGEST], unit=code, limit=scale)
    units = int(whole + fraction.ljust(scale, "0"))
    if units <= 0:
        raise Refusal(Rule.AMOUNT_NOT_POSITIVE, unit=code)
    return units
