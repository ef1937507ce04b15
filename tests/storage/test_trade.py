"""Whole trades through the use cases the bot calls; after each step every invariant holds."""

import pytest

from domain.ads.decide import AdMove
from domain.ads.model import AdState
from domain.kernel.moments import MINUTE
from domain.kernel.money import Money, zero
from domain.ledger.accounts import Account, available, fees, grace_lock, reserve
from domain.orders.events import BuyerCancelled, CancelAgreed, CancelAsked, LatePaymentClaimed, PaymentMarked
from domain.orders.model import CancelReason, OrderState
from domain.orders.step import TimerKind
from storage.checks import check
from storage.engine import Desk
from storage.work import StorageWork
from tests.storage.clock import Clock
from tests.storage.trade import AD, MAKER, TAKER, USDT, Trade, eur, usdt


@pytest.fixture
async def trade(desk: Desk[StorageWork]) -> Trade:
    """Every write through this trade is followed by a check of the whole database."""
    return Trade(Checked(desk))


class Checked:
    """The desk, with an auditor behind each transaction."""

    def __init__(self, desk: Desk[StorageWork]) -> None:
        self._desk = desk
        self.read = desk.read

    async def write(self, use_case, *args):
        result = await self._desk.write(use_case, *args)
        assert await self._desk.read_snapshot(check) == []
        return result


async def balance(trade: Trade, account: Account) -> Money:
    return await trade.desk.read(lambda work: work.book.balance(account))


async def test_happy_trade(trade: Trade) -> None:
    ad = await trade.open_for_business()
    order = await trade.take(ad, eur(90))
    await trade.prove(order)
    order = await trade.press(order, TAKER, PaymentMarked())

    order = await trade.release(order)

    assert (order.state, order.settled) == (OrderState.COMPLETED, True)
    assert await balance(trade, available(TAKER, USDT)) == usdt(100)
    assert await balance(trade, fees(USDT)) == Money(300_000, USDT)
    assert (await trade.ad(ad)).stock == usdt(900)


async def test_cancel_gives_stock_and_coins_back_to_the_ad(trade: Trade) -> None:
    ad = await trade.open_for_business()
    before = await balance(trade, reserve(MAKER, ad.id, USDT))
    order = await trade.take(ad, eur(90))

    order = await trade.press(order, TAKER, BuyerCancelled(CancelReason.CANNOT_PAY))

    assert order.state is OrderState.CANCELLED
    assert await balance(trade, reserve(MAKER, ad.id, USDT)) == before
    assert (await trade.ad(ad)).stock == ad.total


async def test_expiry_locks_the_coins_and_grace_gives_them_back(trade: Trade, clock: Clock) -> None:
    ad = await trade.open_for_business()
    order = await trade.take(ad, eur(90))
    clock.pass_by(30 * MINUTE)
    await trade.time_out(order.id, TimerKind.WINDOW)
    locked = await balance(trade, grace_lock(MAKER, USDT))
    clock.pass_by(15 * MINUTE)

    happened = await trade.time_out(order.id, TimerKind.GRACE)

    assert happened
    assert locked == order.terms.locked
    assert await balance(trade, grace_lock(MAKER, USDT)) == zero(USDT)
    assert (await trade.ad(ad)).stock == ad.total


async def test_late_proof_revives_an_expired_order(trade: Trade, clock: Clock) -> None:
    ad = await trade.open_for_business()
    order = await trade.take(ad, eur(90))
    clock.pass_by(31 * MINUTE)
    await trade.time_out(order.id, TimerKind.WINDOW)
    filed = await trade.prove(order)

    revived = await trade.press(filed.order, TAKER, LatePaymentClaimed())
    released = await trade.release(revived)

    assert revived.state is OrderState.PAID
    assert released.state is OrderState.COMPLETED
    assert await balance(trade, available(TAKER, USDT)) == usdt(100)


async def test_both_agree_to_cancel(trade: Trade) -> None:
    ad = await trade.open_for_business()
    order = await trade.press(await trade.take(ad, eur(90)), TAKER, PaymentMarked())
    order = await trade.press(order, MAKER, CancelAsked())

    order = await trade.press(order, TAKER, CancelAgreed())

    assert order.state is OrderState.CANCELLED
    assert (await trade.ad(ad)).stock == ad.total


async def test_closed_ad_lets_its_orders_live_and_returns_the_rest(trade: Trade) -> None:
    ad = await trade.open_for_business()
    order = await trade.take(ad, eur(90))

    closed = await trade.move(ad, AdMove.CLOSE)
    await trade.press(order, TAKER, BuyerCancelled(CancelReason.CHANGED_MIND))

    assert closed.state is AdState.CLOSED
    assert await balance(trade, available(MAKER, USDT)) == usdt(5_000)
    assert await balance(trade, reserve(MAKER, ad.id, USDT)) == zero(USDT)


async def test_ad_leaves_the_market_while_it_rests(trade: Trade) -> None:
    ad = await trade.open_for_business()

    paused = await trade.move(ad, AdMove.PAUSE)
    resumed = await trade.move(ad, AdMove.RESUME)

    assert (paused.state, resumed.state) == (AdState.PAUSED, AdState.ACTIVE)
    assert AD.total == resumed.stock
