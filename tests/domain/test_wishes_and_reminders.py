"""More time to pay, wishes to cancel on either side of "paid", and what the clock reminds people of."""

from dataclasses import replace

import pytest

from domain.kernel.moments import HOUR, MINUTE, Instant, after
from domain.kernel.refusal import Refusal, Rule
from domain.orders import events
from domain.orders.decide import decide, offers
from domain.orders.events import Event
from domain.orders.facts import Facts
from domain.orders.model import Order, OrderState, Role, SellerReason
from domain.orders.step import Timer, TimerKind
from domain.orders.timers import waits_for
from tests.domain.cast import MAKER, NOON, TAKER, an_order

S = OrderState
LATER = after(NOON, HOUR)
ASK = events.SellerAskedToCancel(SellerReason.AD_WRONG)


def refused(order: Order, event: Event, by: Role, facts: Facts) -> Rule:
    with pytest.raises(Refusal) as refusal:
        decide(order, event, by, facts)
    return refusal.value.rule


def paid() -> Order:
    return an_order(S.PAID, paid_at=NOON)


@pytest.mark.parametrize(("window", "more"), [(15, 15), (30, 30), (120, 30)])
def test_more_time_is_one_window_and_half_an_hour_at_most(window: int, more: int) -> None:
    order = an_order()
    order = replace(
        order, terms=replace(order.terms, window_ms=window * MINUTE), pay_until=after(NOON, window * MINUTE)
    )
    late = Facts(after(order.pay_until, -MINUTE))

    step = decide(order, events.WindowExtended(), Role.SELLER, late)

    assert (step.order.pay_until, step.order.extensions) == (after(order.pay_until, more * MINUTE), 1)
    assert step.timers == (waits_for(step.order, late.now),)
    assert (step.entry, step.order.state) == (None, S.AWAIT_PAYMENT)


def test_more_time_is_given_in_the_last_five_minutes_and_twice() -> None:
    order = an_order()
    begins = after(order.pay_until, -5 * MINUTE)

    early = refused(order, events.WindowExtended(), Role.SELLER, Facts(Instant(begins - 1)))
    over = refused(order, events.WindowExtended(), Role.SELLER, Facts(order.pay_until))
    enough = refused(replace(order, extensions=2), events.WindowExtended(), Role.SELLER, Facts(begins))

    assert (early, over, enough) == (Rule.EXTEND_EARLY, Rule.NOT_NOW, Rule.EXTENDED_ENOUGH)
    assert decide(replace(order, extensions=1), events.WindowExtended(), Role.SELLER, Facts(begins))


def test_a_buyer_agrees_to_the_sellers_wish_and_it_counts_against_the_seller() -> None:
    asked = decide(an_order(), ASK, Role.SELLER, Facts(NOON))

    agreed = decide(asked.order, events.CancelAgreed(), Role.BUYER, Facts(after(NOON, 10 * MINUTE - 1)))

    assert asked.entry is None
    assert asked.order.cancel_ask is not None
    assert asked.order.cancel_ask.reason is SellerReason.AD_WRONG
    assert (agreed.order.state, agreed.order.settled) == (S.CANCELLED, True)
    assert [(user, record.at_fault) for user, record in agreed.counts] == [(MAKER, 1)]


def test_silence_is_no_answer_to_a_seller_before_payment() -> None:
    asked = decide(an_order(), ASK, Role.SELLER, Facts(NOON)).order
    lapsed = Facts(after(NOON, 10 * MINUTE))

    assert refused(asked, events.CancelAgreed(), Role.BUYER, lapsed) is Rule.CANCEL_NOT_ASKED
    assert refused(asked, ASK, Role.SELLER, Facts(NOON)) is Rule.CANCEL_ASKED
    assert events.SellerAskedToCancel in offers(asked, Role.SELLER, lapsed)
    assert decide(asked, events.PaymentMarked(), Role.BUYER, Facts(NOON)).order.state is S.PAID


def test_without_a_proof_the_buyer_takes_paid_back_alone() -> None:
    step = decide(paid(), events.PaymentRetracted(), Role.BUYER, Facts(NOON))

    assert (step.order.state, step.order.settled, step.timers) == (S.CANCELLED, True, ())
    assert [(user, record.at_fault) for user, record in step.counts] == [(TAKER, 1)]
    assert refused(paid(), events.PaymentRetracted(), Role.BUYER, Facts(NOON, proofs=1)) is Rule.PROOF_ON_FILE


def test_with_a_proof_the_seller_must_agree_in_ten_minutes() -> None:
    asked = decide(paid(), events.RetractionAsked(), Role.BUYER, Facts(NOON, proofs=1))
    in_time, lapsed = Facts(after(NOON, 10 * MINUTE - 1), proofs=1), Facts(after(NOON, 10 * MINUTE), proofs=1)

    agreed = decide(asked.order, events.RetractionAgreed(), Role.SELLER, in_time)

    assert (asked.entry, asked.order.state) == (None, S.PAID)
    assert [(user, record.at_fault) for user, record in agreed.counts] == [(TAKER, 1)]
    assert refused(asked.order, events.RetractionAgreed(), Role.SELLER, lapsed) is Rule.CANCEL_NOT_ASKED
    assert refused(asked.order, events.CancelAgreed(), Role.SELLER, in_time) is Rule.CANCEL_NOT_ASKED


def test_cancel_together_needs_both_on_the_same_version() -> None:
    order = an_order(S.PAID, paid_at=NOON)
    asked = decide(order, events.CancelAsked(), Role.BUYER, Facts(LATER)).order
    checking = decide(asked, events.BankCheckStarted(), Role.SELLER, Facts(LATER)).order

    with pytest.raises(Refusal) as own:
        decide(asked, events.CancelAgreed(), Role.BUYER, Facts(LATER))
    with pytest.raises(Refusal) as moved:
        decide(checking, events.CancelAgreed(), Role.SELLER, Facts(LATER))
    with pytest.raises(Refusal) as lapsed:
        decide(asked, events.CancelAgreed(), Role.SELLER, Facts(Instant(LATER + 30 * MINUTE)))
    agreed = decide(asked, events.CancelAgreed(), Role.SELLER, Facts(LATER))

    assert {own.value.rule, moved.value.rule, lapsed.value.rule} == {Rule.CANCEL_NOT_ASKED}
    assert (agreed.order.state, agreed.counts) == (S.CANCELLED, ())


def test_a_wish_to_cancel_together_is_no_retraction() -> None:
    asked = decide(paid(), events.CancelAsked(), Role.BUYER, Facts(NOON)).order

    assert refused(asked, events.RetractionAgreed(), Role.SELLER, Facts(NOON)) is Rule.CANCEL_NOT_ASKED


def test_the_clock_speaks_at_half_at_a_tenth_and_at_the_end_of_the_window() -> None:
    order = an_order()
    half, tenth = after(order.pay_until, -450_000), after(order.pay_until, -90_000)

    assert waits_for(order, NOON) == Timer(TimerKind.WINDOW, half)
    assert waits_for(order, half) == Timer(TimerKind.WINDOW, tenth)
    assert waits_for(order, tenth) == Timer(TimerKind.WINDOW, order.pay_until)
    assert waits_for(order, after(order.pay_until, HOUR)) == Timer(TimerKind.WINDOW, order.pay_until)


def test_a_late_seller_is_reminded_three_times_and_then_left_alone() -> None:
    target = after(NOON, paid().terms.release_target_ms)
    moments = [target, after(target, 5 * MINUTE), after(target, 10 * MINUTE)]

    steps = [decide(paid(), events.TargetPassed(), Role.TIMER, Facts(moment)) for moment in moments]

    assert waits_for(paid(), NOON) == Timer(TimerKind.TARGET, target)
    following = [Timer(TimerKind.TARGET, moment) for moment in moments[1:]]
    assert [step.timers for step in steps] == [(following[0],), (following[1],), ()]
    assert refused(paid(), events.TargetPassed(), Role.TIMER, Facts(Instant(target - 1))) is Rule.NOT_NOW


def test_a_wish_spoken_while_a_reminder_is_due_does_not_swallow_it() -> None:
    last_due = after(NOON, paid().terms.release_target_ms + 10 * MINUTE)

    asked = decide(paid(), events.CancelAsked(), Role.BUYER, Facts(last_due))
    released = decide(paid(), events.SellerReleased(), Role.SELLER, Facts(last_due, armed_at=last_due))

    assert asked.timers is None
    assert released.timers == ()
