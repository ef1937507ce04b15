"""Conditions of the table's rows. Each returns nothing, or refuses with rule, value and limit."""

from typing import Final

from domain.kernel.moments import MINUTE, after
from domain.kernel.refusal import Refusal, Rule
from domain.orders.facts import Facts
from domain.orders.model import AskKind, Order, Role
from domain.orders.timers import half_over_at, nearly_over_at, release_target

ARMED_FOR_MS: Final = 10 * MINUTE
"""How long the release confirmation stays good."""

EXTEND_IN_LAST_MS: Final = 5 * MINUTE
MOST_EXTENSIONS: Final = 2


def window_is_over(order: Order, facts: Facts, by: Role) -> None:
    if facts.now < order.pay_until:
        raise Refusal(Rule.NOT_NOW, until=order.pay_until)


def window_runs(order: Order, facts: Facts, by: Role) -> None:
    if facts.now >= order.pay_until:
        raise Refusal(Rule.NOT_NOW)


def half_is_over(order: Order, facts: Facts, by: Role) -> None:
    if facts.now < half_over_at(order):
        raise Refusal(Rule.NOT_NOW, until=half_over_at(order))


def a_tenth_is_left(order: Order, facts: Facts, by: Role) -> None:
    if facts.now < nearly_over_at(order):
        raise Refusal(Rule.NOT_NOW, until=nearly_over_at(order))


def extensions_are_left(order: Order, facts: Facts, by: Role) -> None:
    if order.extensions >= MOST_EXTENSIONS:
        raise Refusal(Rule.EXTENDED_ENOUGH, value=order.extensions, limit=MOST_EXTENSIONS)


def little_time_is_left(order: Order, facts: Facts, by: Role) -> None:
    """More time is given when it is needed, not in advance."""
    begins = after(order.pay_until, -EXTEND_IN_LAST_MS)
    if facts.now < begins:
        raise Refusal(Rule.EXTEND_EARLY, limit=EXTEND_IN_LAST_MS // MINUTE, until=begins)


def target_is_over(order: Order, facts: Facts, by: Role) -> None:
    target = release_target(order)
    if target is None or facts.now < target:
        raise Refusal(Rule.NOT_NOW, until=target)


def buyer_is_quiet(order: Order, facts: Facts, by: Role) -> None:
    """A press or upload that came in time is worked off before the clock may speak."""
    if facts.buyer_busy:
        raise Refusal(Rule.NOT_NOW)


def grace_is_over(order: Order, facts: Facts, by: Role) -> None:
    if order.settled or order.grace_until is None:
        raise Refusal(Rule.GRACE_OVER)
    if facts.now < order.grace_until:
        raise Refusal(Rule.NOT_NOW, until=order.grace_until)


def inside_grace(order: Order, facts: Facts, by: Role) -> None:
    if order.settled or order.grace_until is None or facts.now >= order.grace_until:
        raise Refusal(Rule.GRACE_OVER, until=order.grace_until)


def proof_on_file(order: Order, facts: Facts, by: Role) -> None:
    if facts.proofs == 0:
        raise Refusal(Rule.PROOF_MISSING)


def no_proof_on_file(order: Order, facts: Facts, by: Role) -> None:
    """Whoever sent a proof can't take their word back alone."""
    if facts.proofs:
        raise Refusal(Rule.PROOF_ON_FILE, value=facts.proofs)


def payer_is_named(order: Order, facts: Facts, by: Role) -> None:
    if not order.terms.payer_name:
        raise Refusal(Rule.NAME_MISSING)


def release_was_confirmed(order: Order, facts: Facts, by: Role) -> None:
    """The second step counts only after the first, and for large sums only after a pause to look."""
    if facts.armed_at is None or facts.now > facts.armed_at + ARMED_FOR_MS:
        raise Refusal(Rule.RELEASE_NOT_ARMED)
    ready = facts.armed_at + order.terms.release_wait_ms
    if facts.now < ready:
        raise Refusal(Rule.RELEASE_WAIT, until=ready)


def nobody_asked(order: Order, facts: Facts, by: Role) -> None:
    ask = order.cancel_ask
    if ask is not None and ask.version == order.version and facts.now < ask.until:
        raise Refusal(Rule.CANCEL_ASKED, until=ask.until)


def other_side_asked(order: Order, facts: Facts, by: Role) -> None:
    """Both must mean the same order: any change since the wish makes it lapse."""
    somebody_asked(order, facts, by)
    ask = order.cancel_ask
    if ask is None or ask.by is by or ask.kind is AskKind.RETRACTION:
        raise Refusal(Rule.CANCEL_NOT_ASKED)


def buyer_asked_to_retract(order: Order, facts: Facts, by: Role) -> None:
    """A yes to this one counts against the buyer, so it is no other wish's yes."""
    somebody_asked(order, facts, by)
    ask = order.cancel_ask
    if ask is None or ask.kind is not AskKind.RETRACTION:
        raise Refusal(Rule.CANCEL_NOT_ASKED)


def somebody_asked(order: Order, facts: Facts, by: Role) -> None:
    ask = order.cancel_ask
    if ask is None or ask.version != order.version or facts.now >= ask.until:
        raise Refusal(Rule.CANCEL_NOT_ASKED)
