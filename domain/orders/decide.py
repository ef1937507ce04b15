"""The only code that changes an order: it finds the row, asks its guards and returns what is to be recorded."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from domain.kernel.ids import UserId
from domain.kernel.moments import MINUTE, Instant, after
from domain.kernel.refusal import Refusal, Rule
from domain.notices.model import Notice
from domain.orders import events
from domain.orders.events import Event
from domain.orders.facts import Facts
from domain.orders.model import LIVE, AskKind, CancelAsk, Order, OrderState, Role, SellerReason
from domain.orders.step import Step, Timer
from domain.orders.table import BY_TRIPLE, TABLE, Row
from domain.orders.timers import waits_for
from domain.users.model import Record

CANCEL_ASK_MS: Final = 30 * MINUTE
"""How long a wish to cancel together stays open."""

SHORT_ASK_MS: Final = 10 * MINUTE
"""How long the other wishes stay open. Silence means no to all of them."""

EXTENSION_MOST_MS: Final = 30 * MINUTE
"""More time to pay is one window more, and no more than this."""


def decide(order: Order, event: Event, by: Role, facts: Facts) -> Step:
    """What this event, by this side, does to the order now. Raises `Refusal` with the reason when it does nothing."""
    row = BY_TRIPLE.get((order.state, type(event), by))
    if row is None:
        raise Refusal(_why_no_row(order, event, by), state=order.state, code=order.code)
    for guard in (*row.guards, *row.checks):
        guard(order, facts, by)
    return _step(row, order, event, facts)


def offers(order: Order, by: Role, facts: Facts) -> tuple[type[Event], ...]:
    """The events this side may cause now: the buttons of its card, in the table's order."""
    found = []
    for row in TABLE:
        if row.source is order.state and row.by is by and _open(row, order, facts):
            found.append(row.event)
    return tuple(found)


def _open(row: Row, order: Order, facts: Facts) -> bool:
    try:
        for guard in row.guards:
            guard(order, facts, row.by)
    except Refusal:
        return False
    return True


def _why_no_row(order: Order, event: Event, by: Role) -> Rule:
    if by is Role.STRANGER:
        return Rule.NOT_YOURS
    if any(row.source is order.state and row.event is type(event) for row in TABLE):
        return Rule.NOT_YOUR_MOVE
    if any(row.to is order.state and row.event is type(event) for row in TABLE):
        return Rule.ALREADY_DONE
    return Rule.NOT_NOW


def _step(row: Row, order: Order, event: Event, facts: Facts) -> Step:
    entry = None if row.money is None else row.money(order, facts)
    settles = entry is not None and entry.settles is not None
    changed = order if row.reminds else _moved(row, order, event, facts, settles=settles)
    return Step(
        before=order,
        order=changed,
        event=event,
        by=row.by,
        row=row.number,
        entry=entry,
        stock_back=None if row.stock is None else row.stock(order, facts),
        notices=tuple(Notice(order.user_of(t.side), t.kind, order.id, t.headline) for t in row.tell),
        timers=_timers(row, order, changed, facts.now),
        counts=_counts(row, changed, facts),
    )


def _moved(row: Row, order: Order, event: Event, facts: Facts, *, settles: bool) -> Order:
    """The order after this event, one version on."""
    moved = replace(order, state=row.to, version=order.version + 1)
    stamp = _STAMPS.get(type(event))
    changed = moved if stamp is None else stamp(moved, event, row, facts)
    if row.to not in LIVE and changed.ended_at is None:
        changed = replace(changed, ended_at=facts.now)
    return replace(changed, settled=True) if settles else changed


def _timers(row: Row, order: Order, changed: Order, now: Instant) -> tuple[Timer, ...] | None:
    """What the order waits for now; None when that is what it waited for, so that nothing is written.

    A reminder that is due but not told yet stays due while the order lives.
    """
    due = waits_for(changed, now)
    if not row.reminds and due == waits_for(order, now) and (due is not None or changed.state in LIVE):
        return None
    return () if due is None else (due,)


def _counts(row: Row, order: Order, facts: Facts) -> tuple[tuple[UserId, Record], ...]:
    """What the end of an order adds to the records of both sides."""
    if order.state is OrderState.COMPLETED:
        release_ms = facts.now - (order.paid_at or facts.now)
        return (
            (order.terms.buyer, Record(completed=1)),
            (order.terms.seller, Record(completed=1, release_ms=release_ms, released=1)),
        )
    if row.fault is not None:
        return ((order.user_of(row.fault), Record(at_fault=1)),)
    return ()


def _paid(order: Order, event: Event, row: Row, facts: Facts) -> Order:
    return replace(order, paid_at=facts.now)


def _paid_late(order: Order, event: Event, row: Row, facts: Facts) -> Order:
    return replace(order, paid_at=facts.now, ended_at=None, grace_until=None)


def _cancelled(order: Order, event: Event, row: Row, facts: Facts) -> Order:
    assert isinstance(event, events.BuyerCancelled)
    return replace(order, cancel_reason=event.reason)


def _expired(order: Order, event: Event, row: Row, facts: Facts) -> Order:
    return replace(order, grace_until=after(facts.now, order.terms.grace_ms))


def _extended(order: Order, event: Event, row: Row, facts: Facts) -> Order:
    more_ms = min(order.terms.window_ms, EXTENSION_MOST_MS)
    return replace(order, pay_until=after(order.pay_until, more_ms), extensions=order.extensions + 1)


def _asked(order: Order, event: Event, row: Row, facts: Facts) -> Order:
    return _with_ask(order, row, after(facts.now, CANCEL_ASK_MS), AskKind.TOGETHER)


def _asked_by_seller(order: Order, event: Event, row: Row, facts: Facts) -> Order:
    assert isinstance(event, events.SellerAskedToCancel)
    return _with_ask(order, row, after(facts.now, SHORT_ASK_MS), AskKind.BEFORE_PAYMENT, event.reason)


def _asked_to_retract(order: Order, event: Event, row: Row, facts: Facts) -> Order:
    return _with_ask(order, row, after(facts.now, SHORT_ASK_MS), AskKind.RETRACTION)


def _with_ask(order: Order, row: Row, until: Instant, kind: AskKind, reason: SellerReason | None = None) -> Order:
    return replace(order, cancel_ask=CancelAsk(row.by, order.version, until, kind, reason))


def _dropped(order: Order, event: Event, row: Row, facts: Facts) -> Order:
    return replace(order, cancel_ask=None)


_STAMPS: Final[dict[type[Event], Callable[[Order, Event, Row, Facts], Order]]] = {
    events.PaymentMarked: _paid,
    events.LatePaymentClaimed: _paid_late,
    events.BuyerCancelled: _cancelled,
    events.WindowPassed: _expired,
    events.WindowExtended: _extended,
    events.SellerAskedToCancel: _asked_by_seller,
    events.CancelAsked: _asked,
    events.RetractionAsked: _asked_to_retract,
    events.CancelDropped: _dropped,
}
