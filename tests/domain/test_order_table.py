"""Every state, event and role: either a row of the table with its effect, or a refusal that says why."""

from dataclasses import replace
from itertools import product

import pytest

from domain.kernel.moments import MINUTE, Instant
from domain.kernel.refusal import Refusal, Rule
from domain.ledger.entry import EntryKind
from domain.notices.model import NoticeKind
from domain.orders import events
from domain.orders.decide import decide, offers
from domain.orders.events import Event
from domain.orders.facts import Facts
from domain.orders.model import LIVE, AskKind, CancelAsk, CancelReason, Order, OrderState, Role, SellerReason
from domain.orders.step import TimerKind
from domain.orders.table import BY_TRIPLE, TABLE, Row
from tests.domain.cast import MAKER, NOON, TAKER, an_order

S = OrderState
EVENTS: tuple[Event, ...] = (
    events.PaymentMarked(),
    events.BuyerCancelled(CancelReason.CANNOT_PAY),
    events.WindowHalfOver(),
    events.WindowNearlyOver(),
    events.WindowExtended(),
    events.SellerAskedToCancel(SellerReason.CANNOT_RECEIVE),
    events.WindowPassed(),
    events.LatePaymentClaimed(),
    events.GraceEnded(),
    events.BankCheckStarted(),
    events.TargetPassed(),
    events.SellerReleased(),
    events.CancelAsked(),
    events.CancelAgreed(),
    events.CancelDropped(),
    events.PaymentRetracted(),
    events.RetractionAsked(),
    events.RetractionAgreed(),
)
LATER = Instant(NOON + 60 * MINUTE)
OTHER = {Role.BUYER: Role.SELLER, Role.SELLER: Role.BUYER}
REMINDERS = (events.WindowHalfOver, events.WindowNearlyOver, events.TargetPassed)


def ripe(state: OrderState, by: Role, event: Event) -> tuple[Order, Facts]:
    """An order and a world in which nothing but state, event and role can stand in the way."""
    facts = Facts(LATER, proofs=0 if isinstance(event, events.PaymentRetracted) else 1, armed_at=LATER)
    order = an_order(state, paid_at=NOON if state in {S.PAID, S.RELEASING} else None)
    if state is S.EXPIRED:
        in_grace = isinstance(event, events.LatePaymentClaimed)
        order = replace(order, grace_until=Instant(LATER + 1) if in_grace else Instant(LATER), ended_at=NOON)
    if isinstance(event, events.WindowExtended):
        order = replace(order, pay_until=Instant(LATER + 1))
    if isinstance(event, events.RetractionAgreed):
        ask = CancelAsk(Role.BUYER, order.version, Instant(LATER + 1), AskKind.RETRACTION)
        order = replace(order, cancel_ask=ask)
    if isinstance(event, events.CancelAgreed | events.CancelDropped) and by in OTHER:
        order = replace(order, cancel_ask=CancelAsk(OTHER[by], order.version, Instant(LATER + 1)))
    return order, facts


EXPECTED = {
    (S.AWAIT_PAYMENT, events.PaymentMarked, Role.BUYER): S.PAID,
    (S.AWAIT_PAYMENT, events.BuyerCancelled, Role.BUYER): S.CANCELLED,
    (S.AWAIT_PAYMENT, events.WindowHalfOver, Role.TIMER): S.AWAIT_PAYMENT,
    (S.AWAIT_PAYMENT, events.WindowNearlyOver, Role.TIMER): S.AWAIT_PAYMENT,
    (S.AWAIT_PAYMENT, events.WindowExtended, Role.SELLER): S.AWAIT_PAYMENT,
    (S.AWAIT_PAYMENT, events.SellerAskedToCancel, Role.SELLER): S.AWAIT_PAYMENT,
    (S.AWAIT_PAYMENT, events.CancelAgreed, Role.BUYER): S.CANCELLED,
    (S.AWAIT_PAYMENT, events.CancelDropped, Role.BUYER): S.AWAIT_PAYMENT,
    (S.AWAIT_PAYMENT, events.CancelDropped, Role.SELLER): S.AWAIT_PAYMENT,
    (S.AWAIT_PAYMENT, events.WindowPassed, Role.TIMER): S.EXPIRED,
    (S.EXPIRED, events.LatePaymentClaimed, Role.BUYER): S.PAID,
    (S.EXPIRED, events.GraceEnded, Role.TIMER): S.EXPIRED,
    (S.PAID, events.BankCheckStarted, Role.SELLER): S.RELEASING,
    (S.PAID, events.SellerReleased, Role.SELLER): S.COMPLETED,
    (S.RELEASING, events.SellerReleased, Role.SELLER): S.COMPLETED,
    (S.PAID, events.PaymentRetracted, Role.BUYER): S.CANCELLED,
    (S.RELEASING, events.PaymentRetracted, Role.BUYER): S.CANCELLED,
    (S.PAID, events.RetractionAsked, Role.BUYER): S.PAID,
    (S.RELEASING, events.RetractionAsked, Role.BUYER): S.RELEASING,
    (S.PAID, events.RetractionAgreed, Role.SELLER): S.CANCELLED,
    (S.RELEASING, events.RetractionAgreed, Role.SELLER): S.CANCELLED,
    (S.PAID, events.TargetPassed, Role.TIMER): S.PAID,
    (S.RELEASING, events.TargetPassed, Role.TIMER): S.RELEASING,
    (S.PAID, events.CancelAsked, Role.BUYER): S.PAID,
    (S.PAID, events.CancelAsked, Role.SELLER): S.PAID,
    (S.RELEASING, events.CancelAsked, Role.BUYER): S.RELEASING,
    (S.RELEASING, events.CancelAsked, Role.SELLER): S.RELEASING,
    (S.PAID, events.CancelAgreed, Role.BUYER): S.CANCELLED,
    (S.PAID, events.CancelAgreed, Role.SELLER): S.CANCELLED,
    (S.RELEASING, events.CancelAgreed, Role.BUYER): S.CANCELLED,
    (S.RELEASING, events.CancelAgreed, Role.SELLER): S.CANCELLED,
    (S.PAID, events.CancelDropped, Role.BUYER): S.PAID,
    (S.PAID, events.CancelDropped, Role.SELLER): S.PAID,
    (S.RELEASING, events.CancelDropped, Role.BUYER): S.RELEASING,
    (S.RELEASING, events.CancelDropped, Role.SELLER): S.RELEASING,
}
"""Written out by hand from the trading rules, so that the table is held against something other than itself."""
TRIPLES = tuple(product(S, EVENTS, Role))


def test_table_holds_exactly_the_rows_of_the_rules() -> None:
    found = {triple: row.to for triple, row in BY_TRIPLE.items()}

    assert found == EXPECTED


@pytest.mark.parametrize(("state", "event", "by"), [t for t in TRIPLES if (t[0], type(t[1]), t[2]) in EXPECTED])
def test_a_row_moves_on_by_exactly_one_version_unless_it_only_reminds(
    state: OrderState, event: Event, by: Role
) -> None:
    order, facts = ripe(state, by, event)

    step = decide(order, event, by, facts)

    assert step.order.state is EXPECTED[(state, type(event), by)]
    assert step.order.version == order.version + (type(event) not in REMINDERS)
    assert step.order.terms == order.terms


@pytest.mark.parametrize("row", [row for row in TABLE if row.reminds], ids=lambda row: f"{row.number}-{row.source}")
def test_a_reminder_changes_nothing_and_waits_for_the_next(row: Row) -> None:
    event = row.event()
    order, facts = ripe(row.source, Role.TIMER, event)

    step = decide(order, event, Role.TIMER, facts)

    assert row.event in REMINDERS
    assert step.order is order
    assert (step.entry, step.stock_back, step.counts) == (None, None, ())
    assert step.notices
    assert step.timers is not None


@pytest.mark.parametrize(("state", "event", "by"), [t for t in TRIPLES if (t[0], type(t[1]), t[2]) not in EXPECTED])
def test_everything_else_is_refused_with_a_reason(state: OrderState, event: Event, by: Role) -> None:
    order, facts = ripe(state, by, event)

    with pytest.raises(Refusal) as refused:
        decide(order, event, by, facts)

    strangers = Rule.NOT_YOURS
    reasons = {Rule.NOT_NOW, Rule.NOT_YOUR_MOVE, Rule.ALREADY_DONE}
    assert refused.value.rule is strangers if by is Role.STRANGER else refused.value.rule in reasons


@pytest.mark.parametrize("state", sorted(set(S) - LIVE - {S.EXPIRED}))
def test_terminal_states_absorb(state: OrderState) -> None:
    assert not [row for row in TABLE if row.source is state]


@pytest.mark.parametrize("source", [S.PAID, S.RELEASING])
def test_after_paid_no_timer_moves_anything(source: OrderState) -> None:
    rows = [row for row in TABLE if row.source is source and row.by is Role.TIMER]

    assert [(row.event, row.to, row.money, row.reminds) for row in rows] == [(events.TargetPassed, source, None, True)]


def test_seller_never_cancels_alone() -> None:
    ending = [row for row in TABLE if row.to is S.CANCELLED and row.by is Role.SELLER]

    assert {row.event for row in ending} == {events.CancelAgreed, events.RetractionAgreed}
    assert {row.source for row in ending} == {S.PAID, S.RELEASING}


def test_before_paid_only_the_buyer_cancels() -> None:
    ending = [row for row in TABLE if row.source is S.AWAIT_PAYMENT and row.to is S.CANCELLED]

    assert {row.by for row in ending} == {Role.BUYER}


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row.number}-{row.source}-{row.by}")
def test_buttons_offer_only_what_the_table_allows(row: object) -> None:
    for state, event, by in TRIPLES:
        order, facts = ripe(state, by, event)
        for offered in offers(order, by, facts):
            assert (state, offered, by) in EXPECTED


def test_live_means_locked_and_ended_means_settled_once() -> None:
    for (state, kind, by), to in EXPECTED.items():
        event = next(event for event in EVENTS if type(event) is kind)
        order, facts = ripe(state, by, event)

        step = decide(order, event, by, facts)

        settles = step.entry is not None and step.entry.settles is not None
        ends = to not in LIVE and not (to is S.EXPIRED and state is S.AWAIT_PAYMENT)
        assert settles == ends
        assert step.order.settled == ends


def test_release_pays_buyer_and_platform_and_nobody_else() -> None:
    order = an_order(S.PAID, paid_at=NOON)

    step = decide(order, events.SellerReleased(), Role.SELLER, Facts(LATER, armed_at=LATER))

    assert step.entry is not None
    assert step.entry.kind is EntryKind.ORDER_SETTLED
    moved = {transfer.target.name: transfer.amount.units for transfer in step.entry.transfers}
    assert moved == {"user:77:available:USDT": 157_894_736, "platform:fees:USDT": 473_685}
    assert sum(moved.values()) == order.terms.locked.units


def test_release_needs_its_first_step_and_for_large_sums_a_pause() -> None:
    order = an_order(S.PAID, paid_at=NOON)
    large = replace(order, terms=replace(order.terms, release_wait_ms=30_000))

    with pytest.raises(Refusal) as unarmed:
        decide(order, events.SellerReleased(), Role.SELLER, Facts(LATER))
    with pytest.raises(Refusal) as hasty:
        decide(large, events.SellerReleased(), Role.SELLER, Facts(Instant(LATER + 29_999), armed_at=LATER))
    with pytest.raises(Refusal) as stale:
        decide(order, events.SellerReleased(), Role.SELLER, Facts(Instant(LATER + 10 * MINUTE + 1), armed_at=LATER))

    assert unarmed.value.rule is Rule.RELEASE_NOT_ARMED
    assert (hasty.value.rule, hasty.value.facts["until"]) == (Rule.RELEASE_WAIT, LATER + 30_000)
    assert stale.value.rule is Rule.RELEASE_NOT_ARMED
    assert decide(large, events.SellerReleased(), Role.SELLER, Facts(Instant(LATER + 30_000), armed_at=LATER))


def test_window_does_not_pass_a_moment_early_nor_over_a_busy_buyer() -> None:
    order = an_order()

    with pytest.raises(Refusal) as early:
        decide(order, events.WindowPassed(), Role.TIMER, Facts(Instant(order.pay_until - 1)))
    with pytest.raises(Refusal) as busy:
        decide(order, events.WindowPassed(), Role.TIMER, Facts(order.pay_until, buyer_busy=True))

    assert (early.value.rule, busy.value.rule) == (Rule.NOT_NOW, Rule.NOT_NOW)


def test_expiry_keeps_the_coins_for_the_grace_and_then_gives_them_back() -> None:
    order = an_order()

    expired = decide(order, events.WindowPassed(), Role.TIMER, Facts(order.pay_until))
    assert expired.order.grace_until is not None
    over = decide(expired.order, events.GraceEnded(), Role.TIMER, Facts(expired.order.grace_until))

    assert [timer.kind for timer in expired.timers or ()] == [TimerKind.GRACE]
    assert _targets(expired) == [f"user:{MAKER}:grace:USDT"]
    assert (_targets(over), over.stock_back, over.timers) == (["ad:5:reserve:USDT"], order.terms.amount, ())
    assert over.counts[0][0] == TAKER


def test_grace_ends_once() -> None:
    over = an_order(S.EXPIRED, settled=True, grace_until=NOON)

    with pytest.raises(Refusal) as refused:
        decide(over, events.GraceEnded(), Role.TIMER, Facts(LATER))

    assert refused.value.rule is Rule.GRACE_OVER


def test_late_claim_needs_proof_and_comes_inside_the_grace() -> None:
    expired = decide(an_order(), events.WindowPassed(), Role.TIMER, Facts(LATER)).order
    assert expired.grace_until is not None
    last = Instant(expired.grace_until - 1)

    with pytest.raises(Refusal) as bare:
        decide(expired, events.LatePaymentClaimed(), Role.BUYER, Facts(last))
    with pytest.raises(Refusal) as late:
        decide(expired, events.LatePaymentClaimed(), Role.BUYER, Facts(expired.grace_until, proofs=1))
    revived = decide(expired, events.LatePaymentClaimed(), Role.BUYER, Facts(last, proofs=1))

    assert (bare.value.rule, late.value.rule) == (Rule.PROOF_MISSING, Rule.GRACE_OVER)
    assert (_targets(revived), revived.order.ended_at) == (["order:17:escrow:USDT"], None)


def test_a_closed_ad_takes_nothing_back() -> None:
    cancelled = events.BuyerCancelled(CancelReason.CHANGED_MIND)

    step = decide(an_order(), cancelled, Role.BUYER, Facts(LATER, ad_closed=True))

    assert (_targets(step), step.stock_back) == ([f"user:{MAKER}:available:USDT"], None)


def test_who_must_act_or_got_money_hears_it_aloud() -> None:
    aloud = {(row.event, tell.side) for row in TABLE for tell in row.tell if tell.kind is NoticeKind.ALERT}

    assert (events.PaymentMarked, Role.SELLER) in aloud
    assert (events.SellerReleased, Role.BUYER) in aloud
    assert (events.WindowPassed, Role.BUYER) in aloud


def _targets(step: object) -> list[str]:
    return [transfer.target.name for transfer in step.entry.transfers]  # type: ignore[attr-defined]
