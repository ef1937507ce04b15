"""Who may rate an order, and with which words."""

import pytest

from domain.kernel.moments import DAY, Instant, after
from domain.kernel.refusal import Refusal, Rule
from domain.orders.model import OrderState
from domain.trust.model import RATING_MS, TAGS, Rating, Tag, Verdict
from domain.trust.rating import can_rate, in_order, rating_opens_at
from tests.domain.cast import NOON, an_order

ENDED = an_order(OrderState.COMPLETED, ended_at=NOON, settled=True)
LAST_MOMENT = Instant(NOON + RATING_MS - 1)


@pytest.mark.parametrize("now", [NOON, LAST_MOMENT])
def test_an_order_can_be_rated_for_a_week(now: Instant) -> None:
    assert rating_opens_at(ENDED, now) == after(NOON, 7 * DAY)
    assert can_rate(ENDED, None, now)


@pytest.mark.parametrize("state", [state for state in OrderState if state is not OrderState.COMPLETED])
def test_only_a_completed_order_can_be_rated(state: OrderState) -> None:
    order = an_order(state, ended_at=NOON)

    with pytest.raises(Refusal) as refused:
        rating_opens_at(order, NOON)

    assert refused.value.rule is Rule.NOT_NOW
    assert not can_rate(order, None, NOON)


def test_a_week_later_it_is_too_late_and_the_refusal_says_so() -> None:
    with pytest.raises(Refusal) as refused:
        rating_opens_at(ENDED, after(NOON, RATING_MS))

    assert (refused.value.rule, refused.value.facts["limit"]) == (Rule.RATING_OVER, 7)
    assert not can_rate(ENDED, None, after(NOON, RATING_MS))


def test_nobody_is_asked_twice() -> None:
    assert not can_rate(ENDED, Rating(Verdict.POSITIVE), NOON)


def test_tags_are_kept_once_and_in_the_desks_order() -> None:
    given = Rating(Verdict.POSITIVE, (Tag.RELIABLE, Tag.FAST, Tag.RELIABLE))

    assert in_order(given) == Rating(Verdict.POSITIVE, (Tag.FAST, Tag.RELIABLE))


def test_a_tag_belongs_to_one_verdict() -> None:
    with pytest.raises(Refusal) as refused:
        in_order(Rating(Verdict.POSITIVE, (Tag.RUDE,)))

    assert refused.value.rule is Rule.NOT_FOUND
    assert sorted(tag for tags in TAGS.values() for tag in tags) == sorted(Tag)
