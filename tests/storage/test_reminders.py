"""Deadlines that only remind, and the wishes and extensions that move others, as both engines keep them."""

from domain.kernel.moments import MINUTE, after
from domain.orders.events import (
    CancelAgreed,
    PaymentMarked,
    PaymentRetracted,
    RetractionAgreed,
    RetractionAsked,
    SellerAskedToCancel,
    WindowExtended,
)
from domain.orders.model import AskKind, CancelAsk, OrderState, Role, SellerReason
from domain.orders.step import TimerKind
from domain.users.model import Record
from storage.checks import check
from storage.deadlines import next_due
from storage.engine import Desk
from storage.upkeep import list_outbox
from storage.work import StorageWork
from tests.storage.clock import NOON, Clock
from tests.storage.trade import MAKER, TAKER, Trade, eur

WINDOW = 30 * MINUTE
TARGET = 15 * MINUTE


async def told(desk: Desk[StorageWork]) -> list[str]:
    return [line.notice.headline for line in await desk.read(list_outbox, "queued", 50) if line.notice.headline]


async def test_a_window_speaks_three_times_and_changes_the_order_once(desk: Desk[StorageWork], clock: Clock) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    due = []
    versions = []
    for _ in range(3):
        due.append(await desk.read(next_due))
        clock.now = due[-1]
        assert await trade.time_out(order.id, TimerKind.WINDOW)
        versions.append((await desk.write(lambda work: work.orders.get(order.id))).version)

    assert due == [after(NOON, WINDOW // 2), after(NOON, WINDOW * 9 // 10), order.pay_until]
    assert versions == [1, 1, 2]
    assert await desk.read_snapshot(check) == []


async def test_after_an_outage_only_the_end_of_the_window_speaks(desk: Desk[StorageWork], clock: Clock) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    clock.now = after(order.pay_until, MINUTE)

    assert await trade.time_out(order.id, TimerKind.WINDOW)

    stored = await desk.write(lambda work: work.orders.get(order.id))
    assert stored.state is OrderState.EXPIRED
    assert await desk.read_snapshot(check) == []


async def test_more_time_moves_the_deadline(desk: Desk[StorageWork], clock: Clock) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    clock.now = after(order.pay_until, -MINUTE)

    extended = await trade.press(order, MAKER, WindowExtended())

    assert await desk.write(lambda work: work.orders.get(order.id)) == extended
    assert (extended.pay_until, extended.extensions) == (after(order.pay_until, WINDOW), 1)
    assert await desk.read(next_due) == after(order.pay_until, WINDOW // 2)
    assert not await trade.time_out(order.id, TimerKind.WINDOW)
    assert await desk.read_snapshot(check) == []


async def test_a_late_seller_is_reminded_and_the_order_stays(desk: Desk[StorageWork], clock: Clock) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    paid = await trade.press(order, TAKER, PaymentMarked())
    for wait_ms in (0, 5 * MINUTE, 10 * MINUTE):
        clock.now = after(NOON, TARGET + wait_ms)
        assert await trade.time_out(order.id, TimerKind.TARGET)

    assert await desk.read(next_due) is None
    assert await desk.write(lambda work: work.orders.get(order.id)) == paid
    assert await desk.read_snapshot(check) == []


async def test_a_released_order_reminds_nobody(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))

    await trade.release(await trade.press(order, TAKER, PaymentMarked()))

    assert await desk.read(next_due) is None
    assert await desk.read_snapshot(check) == []


async def test_a_sellers_wish_comes_back_with_its_reason(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    asked = await trade.press(order, MAKER, SellerAskedToCancel(SellerReason.NAME_DIFFERS))
    stored = await desk.write(lambda work: work.orders.get(order.id))

    await trade.press(asked, TAKER, CancelAgreed())

    until = after(NOON, 10 * MINUTE)
    assert stored.cancel_ask == CancelAsk(Role.SELLER, 2, until, AskKind.BEFORE_PAYMENT, SellerReason.NAME_DIFFERS)
    maker = await desk.read(lambda work: work.users.profile(MAKER))
    assert maker.record == Record(at_fault=1)
    assert await desk.read_snapshot(check) == []


async def test_paid_is_taken_back_with_and_without_a_proof(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business()
    bare = await trade.press(await trade.take(ad, eur(90)), TAKER, PaymentMarked())
    proven = await trade.press(await trade.take(ad, eur(90)), TAKER, PaymentMarked())
    await trade.prove(proven)

    alone = await trade.press(bare, TAKER, PaymentRetracted())
    agreed = await trade.press(await trade.press(proven, TAKER, RetractionAsked()), MAKER, RetractionAgreed())

    assert {alone.state, agreed.state} == {OrderState.CANCELLED}
    taker = await desk.read(lambda work: work.users.profile(TAKER))
    assert taker.record == Record(at_fault=2)
    assert await desk.read_snapshot(check) == []
