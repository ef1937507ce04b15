"""The whole vocabulary of buttons: kind, verb and ids, at most 64 bytes, never a right.

A prefix ends in its version: a change of fields makes a new one, and old buttons explain themselves.
"""

from enum import StrEnum
from typing import Final

from domain.ads.model import Ad, Side
from domain.ads.ports import Cursor, MarketFilter
from domain.kernel.ids import AdId, OrderId
from domain.kernel.money import Money, Unit
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import asset, fiat
from domain.orders.model import Order
from handlers.button_data import ButtonData

_DIGITS: Final = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
_VALUES: Final = {digit: value for value, digit in enumerate(_DIGITS)}
_LONGEST: Final = 11
"""Letters that 64 bits need."""


class Place(StrEnum):
    """Where one can go from anywhere."""

    HOME = "h"
    MARKET = "m"
    ORDERS = "o"
    ENDED = "e"
    ADS = "a"
    NEW_AD = "n"
    WALLET = "w"
    STATEMENT = "s"
    LANGUAGE = "l"
    HELP = "i"
    FAVOURITES = "f"
    BLOCKED = "b"


class Go(ButtonData, prefix="g1"):
    """Opens a place: in this message, or below it where this message is to stay. `at` is where a list goes on."""

    verb: Place
    at: str = ""
    below: bool = False


class PaperVerb(StrEnum):
    CSV = "c"
    JSON = "j"


class PaperButton(ButtonData, prefix="p1"):
    """A person's own statement as a document."""

    verb: PaperVerb


class Speak(ButtonData, prefix="l1"):
    """Chooses a language."""

    verb: str
    """The language itself."""


class MarketVerb(StrEnum):
    PAGE = "p"
    METHODS = "m"
    AMOUNT = "a"
    MATCH = "q"
    TAKEABLE = "t"
    ALL = "e"


class Browse(ButtonData, prefix="m1"):
    """A page of the market: what is looked for and where the page begins."""

    verb: MarketVerb
    asset: str
    fiat: str
    method: str = ""
    amount: str = ""
    key: str = ""
    last: str = ""


class OfferVerb(StrEnum):
    OPEN = "o"
    TAKE = "t"
    FAVOUR = "f"
    BLOCK = "b"
    CLEAR = "c"


class OfferButton(ButtonData, prefix="f1"):
    """One ad of the market, and the page it was found on."""

    verb: OfferVerb
    ad: str
    method: str = ""
    amount: str = ""
    key: str = ""
    last: str = ""


class FormVerb(StrEnum):
    PICK = "p"
    DONE = "d"
    BACK = "b"
    CANCEL = "x"
    CONFIRM = "c"
    RESUME = "r"


class FormButton(ButtonData, prefix="t1"):
    """One step of a form. A button of another step than the one that is open does nothing."""

    verb: FormVerb
    form: str
    step: str
    value: str = ""


class AdVerb(StrEnum):
    OPEN = "o"
    PAUSE = "p"
    RESUME = "r"
    ASK_CLOSE = "a"
    CLOSE = "c"


class AdButton(ButtonData, prefix="a1"):
    """A merchant's own ad, in the version on the card."""

    verb: AdVerb
    ad: str
    version: int


class OrderVerb(StrEnum):
    OPEN = "o"
    PAID = "p"
    CANCEL = "c"
    CANCEL_WHY = "w"
    CANCEL_DO = "x"
    LATE = "l"
    BANK = "b"
    RELEASE = "r"
    RELEASE_DO = "R"
    ASK = "k"
    AGREE = "g"
    AGREE_DO = "G"
    DROP = "n"
    EXTEND = "e"
    ASK_SELLER = "s"
    ASK_SELLER_DO = "S"
    RETRACT = "u"
    RETRACT_DO = "U"
    RETRACT_ASK = "v"
    RETRACT_AGREE = "y"
    RETRACT_AGREE_DO = "Y"
    PROOFS = "f"
    HISTORY = "h"
    RECEIPT = "q"
    CHAT = "t"


class OrderButton(ButtonData, prefix="o1"):
    """One order, in the version on the card."""

    verb: OrderVerb
    order: str
    version: int
    value: str = ""


SHARED: Final = "ad-"
"""Before an ad's code in a link, and in the words that share it."""
ANEW: Final = "n"
"""As the value of an order's open button: the message it hangs on stays, the card comes below it."""


def short(number: int) -> str:
    """A number from 0 to 2^64 - 1 in at most eleven letters."""
    if not 0 <= number < 1 << 64:
        raise ValueError(f"{number} is no id")
    letters = ""
    while number or not letters:
        number, digit = divmod(number, 64)
        letters = _DIGITS[digit] + letters
    return letters


def number_in(letters: str) -> int:
    """The number behind `short`. Raises `Refusal` (not-found) for what it never wrote."""
    if not 0 < len(letters) <= _LONGEST or any(letter not in _VALUES for letter in letters):
        raise Refusal(Rule.NOT_FOUND)
    number = 0
    for letter in letters:
        number = number * 64 + _VALUES[letter]
    if number >= 1 << 63:
        raise Refusal(Rule.NOT_FOUND)
    return number


def order_button(order: Order, verb: OrderVerb, value: str = "") -> OrderButton:
    return OrderButton(verb=verb, order=short(order.id), version=order.version, value=value)


def order_in(button: OrderButton) -> OrderId:
    return OrderId(number_in(button.order))


def ad_button(ad: Ad, verb: AdVerb) -> AdButton:
    return AdButton(verb=verb, ad=short(ad.id), version=ad.version)


def ad_in(button: AdButton | OfferButton) -> AdId:
    return AdId(number_in(button.ad))


def browse(wanted: MarketFilter, after: Cursor | None = None, verb: MarketVerb = MarketVerb.PAGE) -> Browse:
    """The button of one page of the market."""
    amount, key, last = _page(wanted.amount, after)
    return Browse(
        verb=verb,
        asset=wanted.asset.code,
        fiat=wanted.fiat.code,
        method=wanted.method or "",
        amount=amount,
        key=key,
        last=last,
    )


def offer_button(verb: OfferVerb, ad: AdId, wanted: MarketFilter, after: Cursor | None) -> OfferButton:
    """One ad, remembering the page to go back to."""
    amount, key, last = _page(wanted.amount, after)
    return OfferButton(verb=verb, ad=short(ad), method=wanted.method or "", amount=amount, key=key, last=last)


def filter_in(button: Browse, side: Side) -> MarketFilter:
    """What a market button looks for. Raises `Refusal` (unknown-asset, unknown-fiat, not-found)."""
    currency = fiat(button.fiat)
    return MarketFilter(side, asset(button.asset), currency, button.method or None, _amount(button, currency))


def cursor_in(button: Browse | OfferButton) -> Cursor | None:
    """Where its page begins."""
    if not button.key or not button.last:
        return None
    return Cursor(number_in(button.key), AdId(number_in(button.last)))


def found_by(button: OfferButton, ad: Ad) -> MarketFilter:
    """The filter of the page on which this ad was found."""
    currency = ad.price.fiat
    return MarketFilter(ad.side, ad.total.unit, currency, button.method or None, _amount(button, currency))


def _page(amount: Money | None, after: Cursor | None) -> tuple[str, str, str]:
    written = "" if amount is None else short(amount.units)
    return (written, "", "") if after is None else (written, short(after.sort_key), short(after.ad))


def _amount(button: Browse | OfferButton, currency: Unit) -> Money | None:
    return Money(number_in(button.amount), currency) if button.amount else None
