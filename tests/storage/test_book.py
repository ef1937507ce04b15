"""Money first: nothing is overdrawn, booked twice, settled twice or changed afterwards."""

import asyncio
from collections.abc import Callable

import pytest
from sqlalchemy import text

from domain.kernel.ids import AdId
from domain.kernel.money import Money, zero
from domain.kernel.refusal import Refusal, Rule
from domain.ledger.accounts import Account, AccountKind, available, custody, fees, reserve
from domain.ledger.entry import Entry, EntryKind, Settlement, transfers
from domain.ledger.ports import Holding
from domain.orders.events import PaymentMarked
from storage.engine import Desk
from storage.engine.errors import Constraint, ConstraintBroken
from storage.rollup import roll_up
from storage.work import StorageWork
from tests.storage.trade import MAKER, TAKER, USDT, Trade, eur, usdt

PURSE = available(MAKER, USDT)


def deposit(reference: str, amount: Money) -> Entry:
    return Entry(reference, EntryKind.DEPOSIT, transfers((custody(USDT), PURSE, amount)))


def funding(ad: int, amount: Money) -> Entry:
    return Entry(f"ad:{ad}:fund", EntryKind.AD_FUNDED, transfers((PURSE, reserve(MAKER, AdId(ad), USDT), amount)))


def posting(entry: Entry) -> Callable[[StorageWork], bool]:
    return lambda work: work.book.post(entry)


async def balance(desk: Desk[StorageWork], account: Account) -> Money:
    return await desk.read(lambda work: work.book.balance(account))


async def test_entry_moves_money(desk: Desk[StorageWork]) -> None:
    await desk.write(posting(deposit("d1", usdt(10))))

    is_new = await desk.write(posting(funding(1, usdt(4))))

    assert is_new
    assert await balance(desk, PURSE) == usdt(6)
    assert await balance(desk, custody(USDT)) == Money(-usdt(10).units, USDT)
    assert await desk.read(lambda work: work.book.holdings(MAKER)) == (
        Holding(AccountKind.AVAILABLE, usdt(6), None),
        Holding(AccountKind.RESERVE, usdt(4), 1),
    )


async def test_overdraft_is_refused_and_leaves_nothing(desk: Desk[StorageWork]) -> None:
    await desk.write(posting(deposit("d1", usdt(3))))

    with pytest.raises(Refusal) as refused:
        await desk.write(posting(funding(1, usdt(4))))

    assert refused.value.rule is Rule.FUNDS_SHORT
    assert refused.value.facts == {"value": usdt(4), "limit": usdt(3)}
    assert await balance(desk, PURSE) == usdt(3)
    assert len(await desk.read(lambda work: work.book.statement(MAKER, before=None, limit=10))) == 1


async def test_concurrent_spenders_never_overdraw(desk: Desk[StorageWork]) -> None:
    await desk.write(posting(deposit("d1", usdt(10))))

    results = await asyncio.gather(
        *(desk.write(posting(funding(ad, usdt(1)))) for ad in range(1, 31)), return_exceptions=True
    )

    assert sum(result is True for result in results) == 10
    assert {result.rule for result in results if isinstance(result, Refusal)} == {Rule.FUNDS_SHORT}
    assert await balance(desk, PURSE) == zero(USDT)


async def test_same_reference_books_once(desk: Desk[StorageWork]) -> None:
    booked = await asyncio.gather(*(desk.write(posting(deposit("d1", usdt(10)))) for _ in range(8)))

    assert sorted(booked) == [False] * 7 + [True]
    assert await balance(desk, PURSE) == usdt(10)


async def test_same_reference_for_something_else_is_refused(desk: Desk[StorageWork]) -> None:
    await desk.write(posting(deposit("d1", usdt(10))))

    with pytest.raises(Refusal) as refused:
        await desk.write(posting(deposit("d1", usdt(11))))

    assert refused.value.rule is Rule.REFERENCE_REUSED
    assert await balance(desk, PURSE) == usdt(10)


async def test_order_settles_once_even_under_another_reference(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    await trade.release(await trade.press(order, TAKER, PaymentMarked()))
    moves = transfers((custody(USDT), PURSE, usdt(1)))
    again = Entry("forged", EntryKind.ORDER_SETTLED, moves, order.id, Settlement(order.id, order.round))

    with pytest.raises(ConstraintBroken) as broken:
        await desk.write(posting(again))

    assert broken.value.kind is Constraint.UNIQUE


async def test_reserve_and_back_over_many_entries_at_once(desk: Desk[StorageWork]) -> None:
    """Entries that touch the same accounts from both sides wait for each other, and none is lost."""
    await desk.write(posting(deposit("d1", usdt(50))))
    lent = reserve(MAKER, AdId(1), USDT)
    await desk.write(posting(Entry("seed", EntryKind.AD_FUNDED, transfers((PURSE, lent, usdt(20))))))
    there = [Entry(f"to-{n}", EntryKind.AD_FUNDED, transfers((PURSE, lent, usdt(1)))) for n in range(20)]
    back = [Entry(f"back-{n}", EntryKind.AD_RETURNED, transfers((lent, PURSE, usdt(1)))) for n in range(20)]

    await asyncio.gather(*(desk.write(posting(entry)) for pair in zip(there, back, strict=True) for entry in pair))

    assert (await balance(desk, PURSE), await balance(desk, lent)) == (usdt(30), usdt(20))


async def test_roll_up_changes_no_balance(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business()
    await trade.release(await trade.press(await trade.take(ad, eur(90)), TAKER, PaymentMarked()))
    before = [await balance(desk, account) for account in (fees(USDT), custody(USDT))]

    folded = await desk.write(roll_up)
    await desk.write(posting(deposit("after", usdt(7))))

    assert folded == 2
    assert [await balance(desk, fees(USDT)), await balance(desk, custody(USDT))] == [before[0], before[1] - usdt(7)]
    assert await desk.write(roll_up) == 1
    assert await balance(desk, custody(USDT)) == before[1] - usdt(7)


async def test_statement_pages_end_between_entries(desk: Desk[StorageWork]) -> None:
    await desk.write(posting(deposit("d1", usdt(50))))
    for ad in range(1, 6):
        await desk.write(posting(funding(ad, usdt(1))))

    first = await desk.read(lambda work: work.book.statement(MAKER, before=None, limit=5))
    second = await desk.read(lambda work: work.book.statement(MAKER, before=first[-1].entry, limit=50))

    assert [line.reference for line in first] == ["ad:5:fund"] * 2 + ["ad:4:fund"] * 2
    assert [line.change.units for line in first[:2]] == [-usdt(1).units, usdt(1).units]
    assert [line.subject for line in first[:2]] == [None, 5]
    assert [line.entry for line in second] == [4, 4, 3, 3, 2, 2, 1]


async def test_a_tiny_page_still_shows_a_whole_entry(desk: Desk[StorageWork]) -> None:
    await desk.write(posting(deposit("d1", usdt(50))))
    await desk.write(posting(funding(1, usdt(1))))

    page = await desk.read(lambda work: work.book.statement(MAKER, before=None, limit=1))

    assert [line.reference for line in page] == ["ad:1:fund", "ad:1:fund"]


@pytest.mark.parametrize(
    "forgery",
    [
        "UPDATE ledger_entries SET memo = 'other'",
        "DELETE FROM ledger_entries",
        "UPDATE ledger_postings SET units = 1",
        "DELETE FROM ledger_postings",
        "UPDATE order_terms SET digest = ''",
        "DELETE FROM order_terms",
        "UPDATE order_history SET at = 1",
        "DELETE FROM order_history",
        "UPDATE proofs SET sha256 = ''",
        "DELETE FROM proofs",
        "UPDATE chat_lines SET text = ''",
        "DELETE FROM chat_lines",
    ],
)
async def test_what_was_written_stays(desk: Desk[StorageWork], forgery: str) -> None:
    await _write_one_of_everything(desk)

    with pytest.raises(ConstraintBroken) as broken:
        await desk.write(lambda work: work.sql.execute(text(forgery)))

    assert broken.value.kind is Constraint.TRIGGER


@pytest.mark.parametrize(
    ("constraint", "forgery"),
    [
        ("ck_ledger_accounts_never_negative", "UPDATE ledger_accounts SET debits = credits + 1"),
        (
            "ck_ledger_postings_moves_something",
            "INSERT INTO ledger_postings VALUES (1, 9, 'a:USDT', 'b:USDT', 'USDT', 0, NULL, NULL)",
        ),
        (
            "ck_ledger_postings_goes_elsewhere",
            "INSERT INTO ledger_postings VALUES (1, 9, 'a:USDT', 'a:USDT', 'USDT', 1, NULL, NULL)",
        ),
        (
            "ck_ledger_postings_platform_never_pays",
            "INSERT INTO ledger_postings VALUES (1, 9, 'platform:fees:USDT', 'a:USDT', 'USDT', 1, NULL, NULL)",
        ),
        ("ck_ads_stock_in_total", "UPDATE ads SET stock_units = -1"),
        ("ck_orders_two_people", "UPDATE orders SET buyer_id = seller_id, taker_id = seller_id"),
    ],
)
async def test_database_itself_refuses(desk: Desk[StorageWork], constraint: str, forgery: str) -> None:
    await _write_one_of_everything(desk)

    with pytest.raises(ConstraintBroken) as broken:
        await desk.write(lambda work: work.sql.execute(text(forgery)))

    assert (broken.value.kind, broken.value.name) == (Constraint.CHECK, constraint)


async def _write_one_of_everything(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    order = await trade.take(await trade.open_for_business(), eur(90))
    await trade.prove(order)
    await trade.say(order.id, "hello")
