"""Whole trades through the use cases; after each step every invariant holds."""

from domain.orders.events import PaymentMarked
from domain.orders.model import OrderState
from domain.ledger.accounts import available, fees
from storage.engine import Desk
from storage.work import StorageWork
from tests.storage.trade import MAKER, TAKER, USDT, Trade, eur, usdt


async def test_happy_trade(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business()
    order = await trade.take(ad, eur(90))
    await trade.prove(order)
    order = await trade.press(order, TAKER, PaymentMarked())

    order = await trade.release(order)

    assert order.state is OrderState.COMPLETED
    assert await desk.read(lambda work: work.book.balance(available(TAKER, USDT))) == usdt(100)
    assert (await desk.read(lambda work: work.book.balance(fees(USDT)))).units == 300_000
