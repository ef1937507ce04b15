"""Killed at any point, the desk keeps every command it acknowledged, does none twice, and opens again sound."""

import multiprocessing
from dataclasses import replace
from multiprocessing.connection import Connection
from random import Random
from typing import Final

import pytest
from sqlalchemy import text

from storage.checks import check
from storage.engine.crashpoints import CrashPoint
from storage.work import StorageWork
from tests.harness import stalls
from tests.harness.gates import open_gates
from tests.harness.size import bounded, dice
from tests.harness.victim import MAKER, Command, Orders, Step, trade

pytestmark = pytest.mark.harness

EACH_POINT: Final = bounded(2, 20)
RANDOM_KILLS: Final = bounded(20, 1_000)
MOST_PASSES: Final = {CrashPoint.BEFORE_STATEMENT: 150, CrashPoint.AFTER_STATEMENT: 150}
"""How far a victim may get before its point strikes; the others come once a transaction."""
OTHERWISE_MOST_PASSES: Final = 12
MOST_WORDS: Final = 150
"""How much a victim may tell before it is killed at no particular point."""
DEADLINE_SECONDS: Final = 30.0

_EFFECT: Final = {
    Step.DEPOSIT: text(r"SELECT COUNT(*) FROM ledger_entries WHERE reference = 'deposit\:' || :name"),
    Step.TAKE: text("SELECT COUNT(*) FROM orders WHERE token = :name"),
    Step.ARM: text("SELECT COUNT(*) FROM orders WHERE token = :name AND armed_at IS NOT NULL"),
    Step.PAY: text(
        "SELECT COUNT(*) FROM order_history h JOIN orders o ON o.id = h.order_id"
        " WHERE o.token = :name AND h.event = 'PaymentMarked'"
    ),
    Step.RELEASE: text(
        "SELECT COUNT(*) FROM ledger_entries e JOIN orders o ON o.id = e.settles_order"
        " WHERE o.token = :name AND o.state = 'completed'"
    ),
}


async def test_kills_lose_nothing_and_double_nothing(migrated_sqlite_url: str) -> None:
    async with open_gates(migrated_sqlite_url, count=1) as [gate]:
        await gate.write(stalls.open_stall, MAKER, 0)
    with dice() as seeded:
        acknowledged: set[Command] = set()
        orders = Orders(migrated_sqlite_url, 1, (), None, 0)
        for point in _kills(seeded):
            passes = seeded.randrange(MOST_PASSES.get(point, OTHERWISE_MOST_PASSES)) if point else 0
            sent, heard = _life(replace(orders, point=point, passes=passes), seeded.randrange(MOST_WORDS))
            newest = max((command.trade for command in sent), default=orders.first_trade)
            # What was in the air is sent again, as Telegram would; trades that were cut off are left as they are.
            orders = replace(orders, first_trade=newest + 1, redelivered=tuple(sorted(sent - heard, key=_in_order)))

            async with open_gates(migrated_sqlite_url, count=1) as [gate]:
                assert await gate.read_snapshot(check) == []
                assert await gate.read_snapshot(wrong_effects, heard, sent - heard) == []
            acknowledged |= heard

        async with open_gates(migrated_sqlite_url, count=1) as [gate]:
            assert await gate.read_snapshot(wrong_effects, acknowledged, set()) == []
        assert acknowledged


def wrong_effects(work: StorageWork, acknowledged: set[Command], unheard: set[Command]) -> list[str]:
    """An acknowledged command has happened once, one whose answer nobody heard at most once."""
    found = []
    for command in acknowledged | unheard:
        row = work.sql.fetch_one(_EFFECT[command.step], name=_name(command))
        assert row is not None
        if row[0] not in ({1} if command in acknowledged else {0, 1}):
            found.append(f"{command} happened {row[0]} times")
    return found


def _kills(seeded: Random) -> list[CrashPoint | None]:
    """Each crash point so many times, and kills at any moment; shuffled."""
    kills = [*(list(CrashPoint) * EACH_POINT), *([None] * RANDOM_KILLS)]
    seeded.shuffle(kills)
    return kills


def _life(orders: Orders, words: int) -> tuple[set[Command], set[Command]]:
    """Lets one victim trade until it dies; what it sent to the gate, and what the gate acknowledged."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.harness.victim"])
    ours, theirs = context.Pipe(duplex=False)
    victim = context.Process(target=trade, args=(orders, theirs), daemon=True)
    victim.start()
    theirs.close()
    try:
        told = [] if orders.point else [ours.recv() for _ in range(words)]
        if orders.point is None:
            victim.kill()
        told += _last_words(ours)
        victim.join(DEADLINE_SECONDS)
        assert victim.exitcode == -9, f"the victim ended by itself: {victim.exitcode}"
    finally:
        victim.kill()
        victim.join(DEADLINE_SECONDS)
        victim.close()
        ours.close()
    return {command for word, command in told if word == "sent"}, {
        command for word, command in told if word == "acknowledged"
    }


def _last_words(ours: Connection) -> list[tuple[str, Command]]:
    """What the victim tells until it is dead."""
    told: list[tuple[str, Command]] = []
    try:
        while ours.poll(DEADLINE_SECONDS):
            told.append(ours.recv())
    except EOFError:
        return told
    raise AssertionError("the victim neither spoke nor died")


def _name(command: Command) -> str:
    return command.reference if command.step is Step.DEPOSIT else command.token


def _in_order(command: Command) -> tuple[int, int]:
    return command.trade, list(Step).index(command.step)
