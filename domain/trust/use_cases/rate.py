"""One side of a completed order says how it was."""

from dataclasses import dataclass

from domain.kernel.ids import OrderId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.notices.model import Notice, NoticeKind
from domain.orders.model import Order, Role
from domain.trust.model import Rating
from domain.trust.rating import in_order, rating_opens_at
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Rate:
    """Who rates the other side of which order, and how."""

    order: OrderId
    actor: UserId
    rating: Rating


def rate(work: Work, command: Rate) -> Order:
    """Keeps the rating, blind until the other side's is in or the time for ratings is over.

    Once both are in, the other side's card is drawn again; no message is sent for it.

    Raises `Refusal`: not-found (also to strangers and for a foreign tag), not-now, rating-over, already-done.
    """
    order = work.orders.get(command.order)
    if order.role_of(command.actor) is Role.STRANGER:
        raise Refusal(Rule.NOT_FOUND)
    other = order.other(command.actor)
    opens_at = rating_opens_at(order, work.now)
    work.trust.rate(order.id, by=command.actor, about=other, rating=in_order(command.rating), opens_at=opens_at)
    if work.trust.regard(command.actor, other, order.id).received is not None:
        work.outbox.put((Notice(other, NoticeKind.CARD, order.id),))
    return order
