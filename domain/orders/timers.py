"""What an order waits for by itself. State and time say it alone, so that nothing can wait for the wrong thing."""

from typing import Final

from domain.kernel.moments import MINUTE, Instant, after
from domain.orders.model import LIVE, Order, OrderState
from domain.orders.step import Timer, TimerKind

REMIND_AFTER_MS: Final = (0, 5 * MINUTE, 10 * MINUTE)
"""When a seller who is late is reminded, counted from the release target."""


def waits_for(order: Order, now: Instant) -> Timer | None:
    """The next thing the clock has to say to this order: one at a time, so that a take writes one deadline."""
    if order.state is OrderState.AWAIT_PAYMENT:
        moments = (half_over_at(order), nearly_over_at(order))
        return Timer(TimerKind.WINDOW, next((moment for moment in moments if now < moment), order.pay_until))
    if order.state is OrderState.EXPIRED:
        is_over = order.settled or order.grace_until is None
        return None if is_over or order.grace_until is None else Timer(TimerKind.GRACE, order.grace_until)
    target = release_target(order)
    if target is None:
        return None
    ahead = (moment for wait_ms in REMIND_AFTER_MS if now < (moment := after(target, wait_ms)))
    due = next(ahead, None)
    return None if due is None else Timer(TimerKind.TARGET, due)


def half_over_at(order: Order) -> Instant:
    return after(order.pay_until, -(order.terms.window_ms // 2))


def nearly_over_at(order: Order) -> Instant:
    return after(order.pay_until, -(order.terms.window_ms // 10))


def release_target(order: Order) -> Instant | None:
    """Until when the seller should release; None for an order that is not waiting for it."""
    if order.state not in LIVE or order.paid_at is None:
        return None
    return after(order.paid_at, order.terms.release_target_ms)
