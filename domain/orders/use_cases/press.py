"""A party presses a button of an order card, in the version that party saw."""

from dataclasses import dataclass

from domain.kernel.ids import OrderId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.orders.decide import decide
from domain.orders.events import Event, SellerReleased
from domain.orders.model import Order, Role
from domain.orders.record import record
from domain.orders.use_cases.facts import facts_of
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Press:
    """Which order, who pressed, and the version on the card."""

    order: OrderId
    actor: UserId
    seen: int


def press(work: Work, command: Press, event: Event) -> Order:
    """Lets one event of a party happen. Raises `Refusal`: not-found, not-yours, stale, and what `decide` refuses."""
    order = seen_order(work, command)
    step = decide(order, event, order.role_of(command.actor), facts_of(work, order, event))
    record(work, step)
    return step.order


def arm_release(work: Work, command: Press) -> Order:
    """The first of the two steps of a release: remembers that the seller was shown what it would do.

    Raises `Refusal` as `press` does, but not for the missing first step.
    """
    order = seen_order(work, command)
    role = order.role_of(command.actor)
    work.orders.arm_release(order, work.now)
    try:
        decide(order, SellerReleased(), role, facts_of(work, order, SellerReleased()))
    except Refusal as refusal:
        if refusal.rule is not Rule.RELEASE_WAIT:
            raise
    return order


def seen_order(work: Work, command: Press) -> Order:
    """The order as its party saw it. A stranger learns no more than that there is nothing for them."""
    order = work.orders.get(command.order)
    if order.role_of(command.actor) is Role.STRANGER:
        raise Refusal(Rule.NOT_FOUND)
    if order.version != command.seen:
        raise Refusal(Rule.STALE, code=order.code)
    return order
