"""Orders: one per token, one winner per version, one taker for the last coin, and what screens read of them."""

import asyncio
from collections import Counter

import pytest

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import MINUTE
from domain.kernel.refusal import Refusal, Rule
from domain.orders.decide import decide
from domain.orders.events import BuyerCancelled, PaymentMarked
from domain.orders.facts import Facts
from domain.orders.model import CancelReason, OrderState, Role
from domain.orders.step import TimerKind
from domain.users.model import Record
from storage.checks import check
from storage.engine import Desk
from storage.engine.errors import EngineError
from storage.inbox import Received, finish, receive
from storage.work import StorageWork
from tests.storage.clock import NOON, Clock
from tests.storage.trade import MAKER, STRANGER, TAKER, Trade, eur, usdt

CANCEL = BuyerCancelled(CancelReason.CHANGED_MIND)


def outcome(result: object) -> object:
    """The state an attempt reached, or the rule that refused it."""
    return result.rule if isinstance(result, Refusal) else result.state


async def test_order_comes_back_as_it_was_opened(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))

    stored = await desk.write(lambda work: work.orders.get(order.id))

    assert stored == order
    assert (stored.terms.amount, stored.pay_until) == (usdt(100), NOON + 30 * MINUTE)


async def test_token_opens_one_order(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business()

    orders = await asyncio.gather(*(trade.take(ad, eur(90), token="once") for _ in range(5)))

    assert {order.id for order in orders} == {orders[0].id}
    assert (await trade.ad(ad)).stock == usdt(900)


async def test_step_from_an_old_version_is_stale(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    late = decide(order, CANCEL, Role.BUYER, Facts(NOON))
    await trade.press(order, TAKER, PaymentMarked())

    with pytest.raises(Refusal) as refused:
        await desk.write(lambda work: work.orders.save(late, work.now))

    assert refused.value.rule is Rule.STALE


async def test_contenders_of_one_version_have_one_winner(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))

    results = await asyncio.gather(
        *(trade.press(order, TAKER, event) for event in (CANCEL, PaymentMarked()) * 5), return_exceptions=True
    )

    told = Counter(map(outcome, results))
    assert told[Rule.STALE] == 9
    assert told[OrderState.CANCELLED] + told[OrderState.PAID] == 1
    assert await desk.read_snapshot(check) == []


async def test_last_stock_goes_to_one_taker(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business()
    crowd = [UserId(8_000 + number) for number in range(12)]
    await trade.join(*crowd)

    results = await asyncio.gather(*(trade.take(ad, eur(300), actor) for actor in crowd), return_exceptions=True)

    told = Counter(map(outcome, results))
    assert not any(isinstance(result, EngineError) for result in results)
    assert told[OrderState.AWAIT_PAYMENT] == 3
    assert told[Rule.AD_NOT_ACTIVE] + told[Rule.AMOUNT_ABOVE] + told[Rule.AD_STOCK] == 9
    assert await desk.read_snapshot(check) == []


async def test_release_pays_once_however_often_it_is_pressed(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    paid = await trade.press(order, TAKER, PaymentMarked())

    results = await asyncio.gather(*(trade.release(paid) for _ in range(6)), return_exceptions=True)

    assert Counter(map(outcome, results)) == {OrderState.COMPLETED: 1, Rule.STALE: 5}
    assert await desk.read_snapshot(check) == []


async def test_arming_counts_for_one_version(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    await desk.write(lambda work: work.orders.arm_release(order, work.now))

    moved = await trade.press(order, TAKER, PaymentMarked())

    assert await desk.read(lambda work: work.orders.armed_at(order)) == NOON
    assert await desk.read(lambda work: work.orders.armed_at(moved)) is None


async def test_view_shows_each_party_the_other(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    await trade.prove(order)

    seen = await desk.read(lambda work: work.orders.view(order.id, TAKER))
    mirrored = await desk.read(lambda work: work.orders.view(order.id, MAKER))

    assert (seen.order, seen.role, seen.counterparty.id) == (order, Role.BUYER, MAKER)
    assert (mirrored.role, mirrored.counterparty.id, mirrored.facts.proofs) == (Role.SELLER, TAKER, 1)


async def test_strangers_see_no_order(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))

    with pytest.raises(Refusal) as refused:
        await desk.read(lambda work: work.orders.view(order.id, STRANGER))

    assert refused.value.rule is Rule.NOT_FOUND


async def test_lists_are_newest_first_and_paged(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business()
    ended = [(await trade.press(await trade.take(ad, eur(30)), TAKER, CANCEL)).id for _ in range(3)]
    live = await trade.take(ad, eur(30))

    def listed(*, is_live: bool, before: OrderId | None, person: UserId = TAKER) -> list[OrderId]:
        return lambda work: [o.id for o, _ in work.orders.of_user(person, live=is_live, before=before, limit=2)]

    assert await desk.read(listed(is_live=True, before=None)) == [live.id]
    assert await desk.read(listed(is_live=False, before=None)) == [ended[2], ended[1]]
    assert await desk.read(listed(is_live=False, before=ended[1])) == [ended[0]]
    assert await desk.read(listed(is_live=True, before=None, person=MAKER)) == [live.id]
    assert await desk.read(lambda work: work.orders.count_live(MAKER)) == 1
    assert await desk.read(lambda work: work.orders.count_open_as_taker(TAKER)) == 1


async def test_history_tells_every_step(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    await trade.release(await trade.press(order, TAKER, PaymentMarked()))

    lines = await desk.read(lambda work: work.orders.history(order.id))

    assert [(line.version, line.event, line.by, line.state) for line in lines] == [
        (1, "Taken", Role.BUYER, OrderState.AWAIT_PAYMENT),
        (2, "PaymentMarked", Role.BUYER, OrderState.PAID),
        (3, "SellerReleased", Role.SELLER, OrderState.COMPLETED),
    ]


async def test_ended_orders_make_records(desk: Desk[StorageWork], clock: Clock) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business()
    paid = await trade.press(await trade.take(ad, eur(90)), TAKER, PaymentMarked())
    clock.pass_by(2 * MINUTE)
    await trade.release(paid)
    await trade.press(await trade.take(ad, eur(30)), TAKER, CANCEL)

    maker, taker = await desk.read(lambda work: (work.users.profile(MAKER), work.users.profile(TAKER)))

    assert maker.record == Record(completed=1, release_ms=2 * MINUTE, released=1)
    assert taker.record == Record(completed=1, at_fault=1)


async def test_buyer_s_waiting_press_stops_the_clock(desk: Desk[StorageWork], clock: Clock) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    clock.pass_by(30 * MINUTE)
    [claimed] = await desk.write(receive, 1, [Received(1, TAKER, "{}")], "worker", MINUTE)

    held = await trade.time_out(order.id, TimerKind.WINDOW)
    await desk.write(finish, [claimed])

    assert not held
    assert await trade.time_out(order.id, TimerKind.WINDOW)


async def test_orders_of_one_seller_end_at_once(desk: Desk[StorageWork]) -> None:
    """All of them add to one record and one set of fees; whoever comes second waits, and nobody is lost."""
    trade = Trade(desk)
    ad = await trade.open_for_business()
    people = [UserId(8_000 + number) for number in range(6)]
    await trade.join(*people)
    orders = [await trade.take(ad, eur(30), person) for person in people]
    paid = [await trade.press(order, order.terms.buyer, PaymentMarked()) for order in orders]

    await asyncio.gather(*(trade.release(order) for order in paid))

    assert (await desk.read(lambda work: work.users.profile(MAKER))).record.completed == 6
    assert await desk.read_snapshot(check) == []
