"""The order table: every way an order can change.

It drives the rules, the buttons, the tests and the lifecycle document.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from domain.kernel.money import Money
from domain.ledger.entry import Entry
from domain.notices.model import NoticeKind
from domain.orders import events, guards, movements
from domain.orders.events import Event
from domain.orders.facts import Facts
from domain.orders.model import Order, OrderState, Role

Guard = Callable[[Order, Facts, Role], None]
Movement = Callable[[Order, Facts], Entry]
Stock = Callable[[Order, Facts], Money | None]

AWAIT_PAYMENT = OrderState.AWAIT_PAYMENT
PAID = OrderState.PAID
RELEASING = OrderState.RELEASING
COMPLETED = OrderState.COMPLETED
CANCELLED = OrderState.CANCELLED
EXPIRED = OrderState.EXPIRED
BUYER = Role.BUYER
SELLER = Role.SELLER
TIMER = Role.TIMER


@dataclass(frozen=True, slots=True)
class Tell:
    """Who hears of it, how, and under which headline (a text key)."""

    side: Role
    kind: NoticeKind
    headline: str


@dataclass(frozen=True, slots=True)
class Row:
    """From this, when that, by whom, to this, moving money so, telling these, within.

    `guards` decide whether the button is offered at all; `checks` are asked in addition when it is pressed.
    `fault` names the side whose record the end of the order counts against. A row that only `reminds` leaves the
    order as it is, version and all: no button of a card grows old by it, and no wish lapses.
    """

    number: str
    source: OrderState
    event: type[Event]
    by: Role
    to: OrderState
    guards: tuple[Guard, ...] = ()
    checks: tuple[Guard, ...] = ()
    money: Movement | None = None
    stock: Stock | None = None
    tell: tuple[Tell, ...] = ()
    fault: Role | None = None
    reminds: bool = False


def alert(side: Role, headline: str) -> Tell:
    return Tell(side, NoticeKind.ALERT, headline)


def redraw(side: Role) -> Tell:
    return Tell(side, NoticeKind.CARD, "")


def _rows() -> tuple[Row, ...]:
    rows = [*_before_payment(), *_expired(), *_paid_only()]
    for source in (PAID, RELEASING):
        rows += _paid(source)
    return tuple(rows)


def _before_payment() -> list[Row]:
    return [
        Row("4", AWAIT_PAYMENT, events.PaymentMarked, BUYER, PAID,
            guards=(guards.payer_is_named,), tell=(alert(SELLER, "order-told-paid"),)),
        Row("4a", AWAIT_PAYMENT, events.WindowHalfOver, TIMER, AWAIT_PAYMENT,
            checks=(guards.half_is_over,), tell=(redraw(BUYER),), reminds=True),
        Row("4b", AWAIT_PAYMENT, events.WindowNearlyOver, TIMER, AWAIT_PAYMENT,
            checks=(guards.a_tenth_is_left,), tell=(alert(BUYER, "order-told-hurry"), redraw(SELLER)), reminds=True),
        Row("5", AWAIT_PAYMENT, events.WindowExtended, SELLER, AWAIT_PAYMENT,
            guards=(guards.extensions_are_left, guards.window_runs), checks=(guards.little_time_is_left,),
            tell=(alert(BUYER, "order-told-extended"),)),
        Row("6", AWAIT_PAYMENT, events.BuyerCancelled, BUYER, CANCELLED,
            money=movements.escrow_back, stock=movements.stock_returns,
            tell=(alert(SELLER, "order-told-cancelled"),), fault=BUYER),
        Row("7a", AWAIT_PAYMENT, events.SellerAskedToCancel, SELLER, AWAIT_PAYMENT,
            guards=(guards.nobody_asked,), tell=(alert(BUYER, "order-told-seller-asks"),)),
        Row("7b", AWAIT_PAYMENT, events.CancelAgreed, BUYER, CANCELLED,
            guards=(guards.other_side_asked,), money=movements.escrow_back, stock=movements.stock_returns,
            tell=(alert(SELLER, "order-told-cancel-agreed"),), fault=SELLER),
        Row("7c", AWAIT_PAYMENT, events.CancelDropped, BUYER, AWAIT_PAYMENT,
            guards=(guards.somebody_asked,), tell=(redraw(SELLER),)),
        Row("7c", AWAIT_PAYMENT, events.CancelDropped, SELLER, AWAIT_PAYMENT,
            guards=(guards.somebody_asked,), tell=(redraw(BUYER),)),
        Row("8", AWAIT_PAYMENT, events.WindowPassed, TIMER, EXPIRED,
            checks=(guards.window_is_over, guards.buyer_is_quiet), money=movements.escrow_to_grace,
            tell=(alert(BUYER, "order-told-expired-buyer"), alert(SELLER, "order-told-expired-seller"))),
    ]  # fmt: skip


def _expired() -> list[Row]:
    return [
        Row("8a", EXPIRED, events.GraceEnded, TIMER, EXPIRED,
            guards=(guards.grace_is_over,), checks=(guards.buyer_is_quiet,),
            money=movements.grace_back, stock=movements.stock_returns,
            tell=(redraw(BUYER), alert(SELLER, "order-told-grace-over")), fault=BUYER),
        Row("9", EXPIRED, events.LatePaymentClaimed, BUYER, PAID,
            guards=(guards.inside_grace,), checks=(guards.proof_on_file,), money=movements.grace_to_escrow,
            tell=(alert(SELLER, "order-told-late"),)),
    ]  # fmt: skip


def _paid_only() -> list[Row]:
    return [Row("11", PAID, events.BankCheckStarted, SELLER, RELEASING, tell=(redraw(BUYER),))]


def _paid(source: OrderState) -> list[Row]:
    """Whether the seller is looking at the bank or not."""
    rows = [
        Row("12", source, events.SellerReleased, SELLER, COMPLETED,
            checks=(guards.release_was_confirmed,), money=movements.escrow_to_buyer,
            tell=(alert(BUYER, "order-told-released"),)),
        Row("13a", source, events.PaymentRetracted, BUYER, CANCELLED,
            guards=(guards.no_proof_on_file,), money=movements.escrow_back, stock=movements.stock_returns,
            tell=(alert(SELLER, "order-told-retracted"),), fault=BUYER),
        Row("13b", source, events.RetractionAsked, BUYER, source,
            guards=(guards.proof_on_file, guards.nobody_asked), tell=(alert(SELLER, "order-told-retraction-asked"),)),
        Row("13c", source, events.RetractionAgreed, SELLER, CANCELLED,
            guards=(guards.buyer_asked_to_retract,), money=movements.escrow_back, stock=movements.stock_returns,
            tell=(alert(BUYER, "order-told-cancel-agreed"),), fault=BUYER),
    ]  # fmt: skip
    for asker, other in ((BUYER, SELLER), (SELLER, BUYER)):
        rows += [
            Row("14a", source, events.CancelAsked, asker, source,
                guards=(guards.nobody_asked,), tell=(alert(other, "order-told-cancel-asked"),)),
            Row("14b", source, events.CancelAgreed, asker, CANCELLED,
                guards=(guards.other_side_asked,), money=movements.escrow_back, stock=movements.stock_returns,
                tell=(alert(other, "order-told-cancel-agreed"),)),
            Row("14c", source, events.CancelDropped, asker, source,
                guards=(guards.somebody_asked,), tell=(redraw(other),)),
        ]  # fmt: skip
    overdue = Row("16", source, events.TargetPassed, TIMER, source,
        checks=(guards.target_is_over,), tell=(alert(SELLER, "order-told-overdue"), redraw(BUYER)),
        reminds=True)  # fmt: skip
    return [*rows, overdue]


TABLE: Final = _rows()

BY_TRIPLE: Final = {(row.source, row.event, row.by): row for row in TABLE}
"""At most one row per state, event and role: the dictionary would be smaller than the table otherwise."""
assert len(BY_TRIPLE) == len(TABLE)
