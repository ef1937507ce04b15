"""Every invariant is broken once by hand, and the check names the row."""

from dataclasses import dataclass

import pytest
from sqlalchemy import text

from domain.ads.decide import AdMove
from domain.kernel.moments import MINUTE
from domain.orders.events import PaymentMarked
from domain.orders.step import TimerKind
from storage.checks import check
from storage.engine import Desk
from storage.rollup import roll_up
from storage.work import StorageWork
from tests.storage.clock import Clock
from tests.storage.tampering import tamper
from tests.storage.trade import TAKER, Trade, eur

BUYER_BALANCE = "user:7002:available:USDT"


@dataclass(frozen=True)
class Crime:
    """What is done to the rows, and who must be found."""

    invariant: str
    subject: str
    statements: tuple[str, ...]
    unchecked: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.invariant}-{self.statements[-1][:40]}"


def crime(invariant: str, subject: str, *statements: str, unchecked: tuple[str, ...] = ()) -> Crime:
    return Crime(invariant, subject, statements, unchecked)


CRIMES = (
    crime("L2", "entry 1", "DELETE FROM ledger_postings WHERE entry_id = 1"),
    crime("L3", "entry 1", "UPDATE ledger_postings SET asset = 'BTC' WHERE entry_id = 1"),
    crime(
        "L4",
        f"account {BUYER_BALANCE}",
        f"UPDATE ledger_accounts SET debits = credits + 1 WHERE name = '{BUYER_BALANCE}'",
        unchecked=("ledger_accounts.never_negative",),
    ),
    crime(
        "L4",
        "account platform:fees:USDT",
        "INSERT INTO ledger_postings VALUES (1, 9, 'platform:fees:USDT', 'world:custody:USDT', 'USDT', 9000000, NULL,"
        " NULL)",
        unchecked=("ledger_postings.platform_never_pays",),
    ),
    crime(
        "L5",
        f"account {BUYER_BALANCE}",
        f"UPDATE ledger_accounts SET credits = credits + 1 WHERE name = '{BUYER_BALANCE}'",
    ),
    crime(
        "L5",
        f"account {BUYER_BALANCE}",
        f"UPDATE ledger_accounts SET owner_id = 7003 WHERE name = '{BUYER_BALANCE}'",
    ),
    crime(
        "L5",
        "account platform:fees:USDT",
        "UPDATE ledger_rollups SET credits = credits + 1 WHERE name = 'platform:fees:USDT'",
    ),
    crime("L6", "entry 1", "UPDATE ledger_entries SET memo = 'somebody else' WHERE id = 1"),
    crime("L6", "entry 1", "UPDATE ledger_postings SET target = 'nonsense' WHERE entry_id = 1"),
    crime("L6", "entry 1", "UPDATE ledger_postings SET target_owner = 7003 WHERE entry_id = 1"),
    crime(
        "L7",
        "reference deposit:tx-1",
        "DROP INDEX uq_ledger_entries_reference",
        "UPDATE ledger_entries SET reference = 'deposit:tx-1' WHERE id = 2",
    ),
    crime("L8", "asset USDT", f"UPDATE ledger_accounts SET credits = credits + 5 WHERE name = '{BUYER_BALANCE}'"),
    crime(
        "L10",
        "entry 4",
        "UPDATE ledger_entries SET kind = 'deposit' WHERE id = 4",
    ),
    crime("O1", "order 2", "UPDATE orders SET version = version + 1 WHERE id = 2"),
    crime("O1", "order 1", "UPDATE order_history SET event = 'SellerReleased' WHERE order_id = 1 AND version = 2"),
    crime("O1", "order 1", "DELETE FROM order_history WHERE order_id = 1 AND version = 1"),
    crime("O2", "order 2", "UPDATE orders SET state = 'cancelled' WHERE id = 2"),
    crime("O2", "account user:7001:grace:USDT", "UPDATE orders SET settled = 1 WHERE id = 3"),
    crime(
        "O3",
        "order 1",
        "DROP INDEX uq_ledger_entries_settles",
        "UPDATE ledger_entries SET settles_order = 1, settles_round = 1 WHERE id = 1",
    ),
    crime("O3", "order 1", "UPDATE orders SET settled = 0 WHERE id = 1"),
    crime(
        "O4",
        "order 1",
        "UPDATE ledger_postings SET target = 'user:7003:available:USDT', target_owner = 7003"
        " WHERE entry_id = 4 AND n = 1",
    ),
    crime("O6", "order 2", "UPDATE order_terms SET details = 'another account' WHERE order_id = 2"),
    crime("O6", "order 2", "UPDATE orders SET buyer_id = 7003, taker_id = 7003 WHERE id = 2"),
    crime("O9", "order 2", "DELETE FROM deadlines WHERE order_id = 2"),
    crime("O9", "order 1", "INSERT INTO deadlines VALUES (1, 'window', 1, 1, NULL)"),
    crime("O9", "order 3", "UPDATE order_history SET at = 1 WHERE order_id = 3 AND event = 'WindowPassed'"),
    crime("O10", "ad 1", "UPDATE ads SET stock_units = stock_units + 1 WHERE id = 1"),
    crime("O10", "order 1", "UPDATE ads SET most_units = least_units WHERE id = 1"),
    crime("O10", "ad 1", "UPDATE ledger_accounts SET debits = credits WHERE name = 'ad:1:reserve:USDT'"),
    crime("O10", "ad 2", "UPDATE ledger_accounts SET credits = credits + 1 WHERE name = 'ad:2:reserve:USDT'"),
    crime("O11", "order 2", "UPDATE order_terms SET maker_id = 7002 WHERE order_id = 2"),
    crime("O12", "user 7001", "UPDATE records SET completed = completed + 1 WHERE user_id = 7001"),
    crime("O13", "order 2", "INSERT INTO ratings VALUES (2, 7002, 7001, 'positive', '', 2, 3)"),
    crime("O13", "order 1", "INSERT INTO ratings VALUES (1, 7002, 7003, 'positive', '', 9000000000000, 9000000000001)"),
    crime("M1", "ad 1", "DELETE FROM ad_listings WHERE ad_id = 1"),
)


@pytest.fixture
async def desk_with_history(desk: Desk[StorageWork], clock: Clock) -> Desk[StorageWork]:
    """Order 1 completed, 2 awaiting payment, 3 expired and in its grace; ad 1 open, ad 2 closed."""
    trade = Trade(desk)
    ad = await trade.open_for_business()
    paid = await trade.press(await trade.take(ad, eur(90)), TAKER, PaymentMarked())
    await trade.release(paid)
    await trade.take(ad, eur(50))
    clock.pass_by(MINUTE)
    late = await trade.take(ad, eur(60))
    await trade.move(await trade.post(), AdMove.CLOSE)
    clock.pass_by(31 * MINUTE)
    await trade.time_out(late.id, TimerKind.WINDOW)
    await desk.write(roll_up)
    return desk


async def test_sound_desk_has_no_findings(desk_with_history: Desk[StorageWork]) -> None:
    assert await desk_with_history.read_snapshot(check) == []


@pytest.mark.parametrize("done", CRIMES, ids=str)
async def test_crime_is_found(desk_with_history: Desk[StorageWork], database_url: str, done: Crime) -> None:
    await tamper(database_url, *done.statements, unchecked=done.unchecked)

    found = await desk_with_history.read_snapshot(check)

    assert (done.invariant, done.subject) in {(finding.invariant, finding.subject) for finding in found}
    assert all(finding.detail for finding in found)


@pytest.mark.parametrize("table", ["ledger_entries", "ledger_postings", "order_terms", "proof_matches"])
async def test_lost_trigger_is_found(desk: Desk[StorageWork], database_url: str, table: str) -> None:
    is_sqlite = database_url.startswith("sqlite")
    remedy = {True: f"DROP TRIGGER {table}_refuses_update", False: f"DROP TRIGGER {table}_refuses_change ON {table}"}
    await desk.write(lambda work: work.sql.execute(text(remedy[is_sqlite])))

    found = await desk.read_snapshot(check)

    assert [(finding.invariant, finding.subject) for finding in found] == [("L6", f"table {table}")]
