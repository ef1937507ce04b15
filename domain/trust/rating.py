"""Who may rate whom, for how long: the one rule behind the button and the deed."""

from domain.kernel.moments import DAY, Instant, after
from domain.kernel.refusal import Refusal, Rule
from domain.orders.model import Order, OrderState
from domain.trust.model import RATING_MS, TAGS, Rating


def rating_opens_at(order: Order, now: Instant) -> Instant:
    """When a rating of this order is no longer blind, and nobody can rate it any more.

    Raises `Refusal`: not-now before the order completed, rating-over afterwards.
    """
    if order.state is not OrderState.COMPLETED or order.ended_at is None:
        raise Refusal(Rule.NOT_NOW)
    opens_at = after(order.ended_at, RATING_MS)
    if now >= opens_at:
        raise Refusal(Rule.RATING_OVER, limit=RATING_MS // DAY)
    return opens_at


def can_rate(order: Order, given: Rating | None, now: Instant) -> bool:
    """Whether the card asks for a rating."""
    if given is not None:
        return False
    try:
        rating_opens_at(order, now)
    except Refusal:
        return False
    return True


def in_order(rating: Rating) -> Rating:
    """The rating with each of its tags once, in the desk's order. Raises `Refusal` (not-found) for a foreign tag."""
    known = TAGS[rating.verdict]
    if not set(rating.tags) <= set(known):
        raise Refusal(Rule.NOT_FOUND)
    return Rating(rating.verdict, tuple(tag for tag in known if tag in rating.tags))
