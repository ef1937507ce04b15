"""The clock acts on an order: the payment window or the grace after it is over."""

from typing import Final, assert_never

from domain.kernel.ids import OrderId
from domain.kernel.moments import SECOND, after
from domain.kernel.refusal import Refusal
from domain.orders.decide import decide
from domain.orders.events import Event, GraceEnded, WindowPassed
from domain.orders.model import OrderState, Role
from domain.orders.record import record
from domain.orders.step import TimerKind
from domain.orders.use_cases.facts import facts_of
from domain.work import Work

_WAITS_IN: Final = {TimerKind.WINDOW: OrderState.AWAIT_PAYMENT, TimerKind.GRACE: OrderState.EXPIRED}

LOOK_AGAIN_MS: Final = 5 * SECOND
"""When an order that is not ripe yet is looked at again."""


def time_out(work: Work, order_id: OrderId, kind: TimerKind) -> bool:
    """Lets the timer's event happen if the order still waits for it. True when something changed.

    An order that moved on, or whose buyer's press is still being worked off, is left as it is: silence and slowness of
    the desk never cost anybody anything.
    """
    order = work.orders.get(order_id)
    event = _event(kind)
    try:
        step = decide(order, event, Role.TIMER, facts_of(work, order, event))
    except Refusal:
        if order.settled or order.state is not _WAITS_IN[kind]:
            work.deadlines.drop(order_id, kind)
        else:
            work.deadlines.postpone(order_id, kind, after(work.now, LOOK_AGAIN_MS))
        return False
    record(work, step)
    return True


def _event(kind: TimerKind) -> Event:
    match kind:
        case TimerKind.WINDOW:
            return WindowPassed()
        case TimerKind.GRACE:
            return GraceEnded()
        case _:
            assert_never(kind)
