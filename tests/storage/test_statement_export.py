"""An exported statement ties to the ledger: whole or cut, its last totals are what the person owns."""

import pytest

from domain.kernel.ids import UserId
from domain.kernel.money import zero
from domain.orders.events import BuyerCancelled, PaymentMarked
from domain.orders.model import CancelReason
from handlers.wallet.papers import exported
from storage.engine import Desk
from storage.work import StorageWork
from tests.storage.trade import MAKER, TAKER, USDT, Trade, eur


async def _after_some_trades(desk: Desk[StorageWork]) -> Trade:
    """A sale, a cancelled order and one still running, so that coins lie in every kind of place."""
    trade = Trade(desk)
    ad = await trade.open_for_business()
    await trade.release(await trade.press(await trade.take(ad, eur(90)), TAKER, PaymentMarked()))
    await trade.press(await trade.take(ad, eur(45)), TAKER, BuyerCancelled(CancelReason.CHANGED_MIND))
    await trade.take(ad, eur(63))
    return trade


@pytest.mark.parametrize("person", [MAKER, TAKER])
@pytest.mark.parametrize("limit", [1, 4, 5_000])
async def test_last_totals_are_what_the_ledger_says(desk: Desk[StorageWork], person: UserId, limit: int) -> None:
    await _after_some_trades(desk)

    statement = await desk.read(exported, person, limit)

    held = await desk.read(lambda work: work.book.holdings(person))
    assert statement.lines
    assert statement.closing() == {USDT: sum((holding.amount for holding in held), start=zero(USDT))}


async def test_a_whole_statement_begins_with_nothing_and_has_every_line(desk: Desk[StorageWork]) -> None:
    await _after_some_trades(desk)

    statement = await desk.read(exported, MAKER, 5_000)

    newest_first = await desk.read(lambda work: work.book.statement(MAKER, before=None, limit=5_000))
    assert statement.opening == ()
    assert statement.lines == newest_first[::-1]


async def test_a_cut_statement_begins_with_what_was_owned_before(desk: Desk[StorageWork]) -> None:
    await _after_some_trades(desk)
    whole = await desk.read(exported, MAKER, 5_000)

    cut = await desk.read(exported, MAKER, 4)

    left_out = whole.lines[: len(whole.lines) - len(cut.lines)]
    assert 0 < len(cut.lines) <= 4
    assert cut.opening == (sum((line.change for line in left_out), start=zero(USDT)),)


async def test_somebody_without_a_past_has_no_lines(desk: Desk[StorageWork]) -> None:
    await Trade(desk).join(TAKER)

    statement = await desk.read(exported, TAKER, 5_000)

    assert (statement.opening, statement.lines) == ((), ())
