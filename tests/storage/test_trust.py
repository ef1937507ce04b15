"""Ratings stay blind for as long as they must, and marks keep two people apart without saying whose they are."""

import pytest

from domain.ads.ports import MarketFilter
from domain.kernel.moments import DAY
from domain.kernel.refusal import Refusal, Rule
from domain.orders.events import PaymentMarked
from domain.orders.model import Order
from domain.trust.model import MOST_MARKS, Mark, Rating, Regard, Standing, Tag, Verdict
from domain.trust.use_cases.mark import mark
from domain.trust.use_cases.rate import Rate, rate
from storage.engine import Desk
from storage.engine.errors import ConstraintBroken
from storage.schema.trust import ratings
from storage.work import StorageWork
from tests.storage.clock import Clock
from tests.storage.trade import AD, MAKER, STRANGER, TAKER, Trade, eur

GOOD = Rating(Verdict.POSITIVE, (Tag.FAST, Tag.FRIENDLY))
BAD = Rating(Verdict.NEGATIVE, (Tag.SLOW,))


async def completed(trade: Trade, *, sells: int = 1) -> list[Order]:
    ad = await trade.open_for_business()
    ended = []
    for _ in range(sells):
        ad = await trade.ad(ad)
        ended.append(await trade.release(await trade.press(await trade.take(ad, eur(50)), TAKER, PaymentMarked())))
    return ended


async def regard(desk: Desk[StorageWork], viewer: int, about: int, order: Order | None = None) -> Regard:
    number = None if order is None else order.id
    return await desk.read(lambda work: work.trust.regard(viewer, about, number))


async def test_a_rating_is_blind_until_the_other_one_is_in(desk: Desk[StorageWork]) -> None:
    (order,) = await completed(Trade(desk))

    await desk.write(rate, Rate(order.id, TAKER, GOOD))
    alone = await regard(desk, MAKER, TAKER, order)
    told = await regard(desk, STRANGER, MAKER)
    await desk.write(rate, Rate(order.id, MAKER, BAD))
    both = await regard(desk, MAKER, TAKER, order)

    assert (alone, told.standing) == (Regard(), Standing())
    assert (both.given, both.received) == (BAD, GOOD)
    assert both.standing == Standing(0, 1, (Tag.SLOW,))
    assert (await regard(desk, STRANGER, MAKER)).standing == Standing(1, 0, (Tag.FAST, Tag.FRIENDLY))


async def test_a_rating_that_nobody_answers_opens_after_a_week(desk: Desk[StorageWork], clock: Clock) -> None:
    (order,) = await completed(Trade(desk))
    await desk.write(rate, Rate(order.id, TAKER, GOOD))

    clock.pass_by(7 * DAY - 1)
    last_blind = await regard(desk, MAKER, TAKER, order)
    clock.pass_by(1)

    assert (last_blind.received, (await regard(desk, STRANGER, TAKER)).standing) == (None, Standing())
    assert (await regard(desk, MAKER, TAKER, order)).received == GOOD
    assert (await regard(desk, STRANGER, MAKER)).standing.praised == 1


async def test_the_tags_given_most_come_first(desk: Desk[StorageWork], clock: Clock) -> None:
    orders = await completed(Trade(desk), sells=3)
    given = (GOOD, Rating(Verdict.POSITIVE, (Tag.RELIABLE, Tag.FRIENDLY)), BAD)

    for order, rating in zip(orders, given, strict=True):
        await desk.write(rate, Rate(order.id, TAKER, rating))
    clock.pass_by(7 * DAY)

    assert (await regard(desk, STRANGER, MAKER)).standing == Standing(2, 1, (Tag.FRIENDLY, Tag.FAST, Tag.RELIABLE))


async def test_nobody_rates_twice_or_late_or_from_outside(desk: Desk[StorageWork], clock: Clock) -> None:
    (order,) = await completed(Trade(desk))
    await desk.write(rate, Rate(order.id, TAKER, GOOD))

    refused = [await _refusal(desk, Rate(order.id, who, BAD)) for who in (TAKER, STRANGER)]
    clock.pass_by(7 * DAY)
    refused.append(await _refusal(desk, Rate(order.id, MAKER, BAD)))

    assert refused == [Rule.ALREADY_DONE, Rule.NOT_FOUND, Rule.RATING_OVER]
    assert (await regard(desk, TAKER, MAKER, order)).given == GOOD


async def test_a_rating_can_be_neither_changed_nor_removed(desk: Desk[StorageWork]) -> None:
    (order,) = await completed(Trade(desk))
    await desk.write(rate, Rate(order.id, TAKER, GOOD))

    for statement in (ratings.update().values(verdict="negative"), ratings.delete()):
        with pytest.raises(ConstraintBroken):
            await desk.write(lambda work, statement=statement: work.sql.execute(statement))

    assert (await regard(desk, TAKER, MAKER, order)).given == GOOD


@pytest.mark.parametrize(("by", "about"), [(TAKER, MAKER), (MAKER, TAKER)])
async def test_a_block_keeps_both_from_the_ad_and_does_not_say_whose_it_is(
    desk: Desk[StorageWork], by: int, about: int
) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business()
    await desk.write(mark, by, about, Mark.BLOCKED)

    with pytest.raises(Refusal) as refused:
        await trade.take(ad, eur(50))
    await desk.write(mark, by, about, None)

    assert (refused.value.rule, refused.value.facts) == (Rule.PAIR_BLOCKED, {})
    assert (await trade.take(ad, eur(50))).terms.maker == MAKER


async def test_only_the_one_who_marked_sees_the_mark(desk: Desk[StorageWork]) -> None:
    await Trade(desk).join(MAKER, TAKER)

    await desk.write(mark, TAKER, MAKER, Mark.BLOCKED)

    assert await regard(desk, TAKER, MAKER) == Regard(mark=Mark.BLOCKED, apart=True)
    assert await regard(desk, MAKER, TAKER) == Regard(apart=True)
    assert await regard(desk, STRANGER, MAKER) == Regard()


async def test_a_new_mark_replaces_the_old_one(desk: Desk[StorageWork]) -> None:
    await Trade(desk).join(MAKER, TAKER)
    await desk.write(mark, TAKER, MAKER, Mark.BLOCKED)

    await desk.write(mark, TAKER, MAKER, Mark.FAVOURITE)

    assert await regard(desk, TAKER, MAKER) == Regard(mark=Mark.FAVOURITE)
    assert await _marked(desk, Mark.BLOCKED) == []
    assert await _marked(desk, Mark.FAVOURITE) == [MAKER]


async def test_marks_have_a_limit(desk: Desk[StorageWork]) -> None:
    people = [STRANGER + number for number in range(1, MOST_MARKS + 2)]
    await Trade(desk).join(TAKER, *people)
    await desk.write(lambda work: [mark(work, TAKER, person, Mark.FAVOURITE) for person in people[:-1]])

    with pytest.raises(Refusal) as refused:
        await desk.write(mark, TAKER, people[-1], Mark.BLOCKED)

    assert (refused.value.rule, refused.value.facts["limit"]) == (Rule.TOO_MANY_MARKS, MOST_MARKS)


async def test_the_market_shows_each_reader_their_own_marks(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    await trade.open_for_business()
    await trade.join(STRANGER)
    await desk.write(mark, TAKER, MAKER, Mark.FAVOURITE)
    await desk.write(mark, STRANGER, MAKER, Mark.BLOCKED)
    wanted = MarketFilter(AD.side, AD.total.unit, AD.least.unit)

    pages = [
        await desk.read(lambda work, who=who: work.market.page(wanted, None, who)) for who in (TAKER, STRANGER, MAKER)
    ]

    assert [page.offers[0].regard.mark for page in pages] == [Mark.FAVOURITE, Mark.BLOCKED, None]


async def _refusal(desk: Desk[StorageWork], command: Rate) -> Rule:
    with pytest.raises(Refusal) as refused:
        await desk.write(rate, command)
    return refused.value.rule


async def _marked(desk: Desk[StorageWork], kind: Mark) -> list[int]:
    found = await desk.read(lambda work: work.trust.marked(TAKER, kind, before=None, limit=9))
    return [profile.id for profile in found]
