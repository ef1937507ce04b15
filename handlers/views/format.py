"""Amounts, prices, names and spans as a reader writes them, without ever losing a digit."""

import re
import unicodedata
from typing import Final

from domain.kernel.moments import MINUTE
from domain.kernel.money import Money, digits
from domain.kernel.prices import PRICE_SCALE, Price
from domain.kernel.units import FIATS
from domain.users.model import Profile
from handlers.views.markup import Html, bold, code, escaped

_SIGNS: Final = {"en": (",", "."), "ru": ("\u00a0", ","), "es": ("\u00a0", ",")}
"""What groups thousands and what begins the decimals, by language; the first is for all others.

Spanish groups by a space, as its academies advise: a point means thousands in Madrid and decimals in Mexico.
Digits are Latin in every language, so that a bank reads what was copied.
"""
_MINUS: Final = "\u2212"
_KEPT: Final = "\n\t\u200c\u200d"
"""Persian words and joined emoji need the zero-width non-joiner and joiner."""
# Nine to fourteen digits in one run are a phone number; cards and IBANs have more.
_REACHES_OUT: Final = re.compile(
    r"(?:https?://|www\.|t\.me/|\b[\w-]+\.(?:com|net|org|me|io|ru|app|link|xyz)\b)|(?<!\w)@\w{3,}"
    r"|(?<![\w+])(?<!\d[\s()-])\+?\d(?:[\s()-]{0,2}\d){8,13}(?![\s()-]?\d)",
    re.IGNORECASE,
)


def money(amount: Money, language: str) -> str:
    """An amount with its currency, such as `1,234.50 EUR`: fiat cents are written out, assets end where they end."""
    least = amount.unit.scale if amount.unit.code in FIATS else 0
    return f"{number(amount.units, amount.unit.scale, language, least)} {amount.unit.code}"


def bare(amount: Money, language: str) -> str:
    """As `money`, without the currency."""
    return money(amount, language).rsplit(" ", 1)[0]


def change(amount: Money, language: str) -> str:
    """As `money`, with a plus or a minus in front."""
    shown = money(amount, language)
    return shown if amount.units < 0 else f"+{shown}"


def span(least: Money, most: Money, language: str) -> str:
    """Two limits of one currency: `20–500 EUR`."""
    return f"{bare(least, language)}–{money(most, language)}"


def price(rate: Price, language: str) -> str:
    """What one whole asset costs."""
    return f"{number(rate.micros, PRICE_SCALE, language, rate.fiat.scale)} {rate.fiat.code}"


def number(units: int, scale: int, language: str, least_decimals: int) -> str:
    """Every digit of an integer of minor units; decimals, once there are any, fill up to `least_decimals`."""
    group, point = _SIGNS.get(language, _SIGNS["en"])
    whole, _, fraction = digits(abs(units), scale).partition(".")
    grouped = f"{int(whole):,}".replace(",", group)
    sign = _MINUS if units < 0 else ""
    return f"{sign}{grouped}{point}{fraction.ljust(least_decimals, '0')}" if fraction else f"{sign}{grouped}"


def rate(bps: int, language: str) -> str:
    """Basis points as percent: 30 is `0.3%`."""
    return f"{number(bps, 2, language, 0)}%"


def person(profile: Profile) -> Html:
    """A counterparty: the alias and the code that tells namesakes apart, never the Telegram name."""
    return Html(f"{bold(visible(profile.alias))} {code('#' + profile.code)}")


def visible(name: str) -> str:
    """A name without letters that hide, turn around or break it."""
    if name.isascii() and name.isprintable():
        return " ".join(name.split())
    composed = unicodedata.normalize("NFKC", name)
    return " ".join("".join(c for c in composed if unicodedata.category(c)[0] not in "CZ" or c == " ").split())


def minutes(span_ms: int) -> int:
    """A span in whole minutes, rounded up."""
    return -(-span_ms // MINUTE)


def shortened(text: str, longest: int) -> str:
    """At most so many characters, an ellipsis telling that there was more."""
    return text if len(text) <= longest else f"{text[: longest - 1]}…"


def reaches_out(text: str) -> bool:
    """Whether somebody's words hold a link, a handle or a phone number, which readers are warned of."""
    return _REACHES_OUT.search(text) is not None


def user_text(text: str) -> Html:
    """What somebody typed, without letters that change the direction of reading."""
    if text.isascii():
        return escaped(text)
    kept = "".join(c for c in text if c in _KEPT or unicodedata.category(c)[0] != "C")
    return escaped(kept)
