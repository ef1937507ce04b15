"""The clock speaks to an order: of its payment window, the grace after it, or the time to release."""

from typing import Final, assert_never

from domain.kernel.ids import OrderId
from domain.kernel.moments import SECOND, Instant, after
from domain.kernel.refusal import Refusal
from domain.orders.decide import decide
from domain.orders.events import Event, GraceEnded, TargetPassed, WindowHalfOver, WindowNearlyOver, WindowPassed
from domain.orders.model import Order, OrderState, Role
from domain.orders.record import record
from domain.orders.step import TimerKind
from domain.orders.timers import nearly_over_at
from domain.orders.use_cases.facts import facts_of
from domain.work import Work

_WAITS_IN: Final = {
    TimerKind.WINDOW: frozenset({OrderState.AWAIT_PAYMENT}),
    TimerKind.GRACE: frozenset({OrderState.EXPIRED}),
    TimerKind.TARGET: frozenset({OrderState.PAID, OrderState.RELEASING}),
}

LOOK_AGAIN_MS: Final = 5 * SECOND
"""When an order that is not ripe yet is looked at again."""


def time_out(work: Work, order_id: OrderId, kind: TimerKind) -> bool:
    """Lets the timer's event happen if the order still waits for it. True when something changed.

    An order that moved on, or whose buyer's press is still being worked off, is left as it is: silence and slowness of
    the desk never cost anybody anything.
    """
    order = work.orders.get(order_id)
    event = _event(kind, order, work.now)
    try:
        step = decide(order, event, Role.TIMER, facts_of(work, order, event))
    except Refusal:
        if order.settled or order.state not in _WAITS_IN[kind]:
            work.deadlines.drop(order_id, kind)
        else:
            work.deadlines.postpone(order_id, kind, after(work.now, LOOK_AGAIN_MS))
        return False
    record(work, step)
    return True


def _event(kind: TimerKind, order: Order, now: Instant) -> Event:
    match kind:
        case TimerKind.WINDOW:
            return _of_window(order, now)
        case TimerKind.GRACE:
            return GraceEnded()
        case TimerKind.TARGET:
            return TargetPassed()
        case _:
            assert_never(kind)


def _of_window(order: Order, now: Instant) -> Event:
    """What is true now, so that after an outage nobody is hurried to pay when it is too late."""
    if now >= order.pay_until:
        return WindowPassed()
    return WindowNearlyOver() if now >= nearly_over_at(order) else WindowHalfOver()
