"""Buttons about people. A person is named by an order both took part in, or by their public code, never by their id."""

from enum import StrEnum
from typing import Final

from domain.kernel.ids import OrderId
from domain.kernel.refusal import Refusal, Rule
from domain.orders.model import Order
from domain.trust.model import TAGS, Rating, Verdict
from handlers.button_data import ButtonData
from handlers.callbacks import number_in, short


class TrustVerb(StrEnum):
    PERSON = "p"
    FAVOUR = "f"
    BLOCK = "b"
    CLEAR = "c"
    RATE = "r"
    TAGS = "t"
    GIVE = "g"


class TrustButton(ButtonData, prefix="u1"):
    """The other side of one order. `value` is a rating as `written` writes it."""

    verb: TrustVerb
    order: str
    value: str = ""


class MarkedVerb(StrEnum):
    OPEN = "o"
    CLEAR = "c"


class MarkedButton(ButtonData, prefix="k1"):
    """Somebody the presser has marked, by public code."""

    verb: MarkedVerb
    person: str


_VERDICTS: Final = {"p": Verdict.POSITIVE, "n": Verdict.NEGATIVE}
_LETTERS: Final = {verdict: letter for letter, verdict in _VERDICTS.items()}


def trust_button(order: Order, verb: TrustVerb, rating: Rating | None = None) -> TrustButton:
    return TrustButton(verb=verb, order=short(order.id), value="" if rating is None else written(rating))


def order_of(button: TrustButton) -> OrderId:
    return OrderId(number_in(button.order))


def written(rating: Rating) -> str:
    """The verdict's letter and the places of its tags."""
    known = TAGS[rating.verdict]
    return _LETTERS[rating.verdict] + "".join(str(known.index(tag)) for tag in rating.tags)


def rating_in(button: TrustButton) -> Rating:
    """What `written` wrote. Raises `Refusal` (not-found) for anything else."""
    verdict = _VERDICTS.get(button.value[:1])
    if verdict is None:
        raise Refusal(Rule.NOT_FOUND)
    known = {str(place): tag for place, tag in enumerate(TAGS[verdict])}
    places = button.value[1:]
    if not set(places) <= set(known) or len(places) > len(known):
        raise Refusal(Rule.NOT_FOUND)
    return Rating(verdict, tuple(known[place] for place in places))
