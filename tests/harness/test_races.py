"""Whoever wins a race, one wins: the others are told why not, and the money is where the winner sent it."""

import asyncio
from collections.abc import Sequence
from random import Random
from typing import Final

import pytest

from storage.checks import check
from storage.engine import Desk
from storage.work import StorageWork
from tests.harness.audit import order_faults
from tests.harness.gates import open_gates
from tests.harness.races import Track, run, verdict
from tests.harness.second_process import second_process
from tests.harness.size import bounded, dice

pytestmark = pytest.mark.harness

SCHEDULES: Final = bounded(160, 10_000)
AT_ONCE: Final = 4
"""Races of different orders that run side by side: they meet on the ad's row and the merchant's accounts."""


async def test_one_wins_and_nothing_settles_twice(database_url: str) -> None:
    with dice() as seeded:
        async with open_gates(database_url) as gates:
            track = await Track.open(gates[0], seeded)
            faults: list[str] = []
            for _ in range(SCHEDULES // AT_ONCE):
                lanes = await asyncio.gather(*(race(track, gates, seeded) for _ in range(AT_ONCE)))
                faults += [fault for lane in lanes for fault in lane]

            assert faults == []
            assert await gates[0].read_snapshot(check) == []


@pytest.mark.pg
async def test_one_wins_among_two_processes(migrated_postgresql_url: str) -> None:
    with dice() as seeded:
        async with (
            open_gates(migrated_postgresql_url, count=1) as gates,
            second_process(migrated_postgresql_url) as second,
        ):
            track = await Track.open(gates[0], seeded)
            faults: list[str] = []
            for _ in range(SCHEDULES // 2):
                race = await track.next_race()
                here, there = race.contenders[::2], race.contenders[1::2]
                *own, foreign = await asyncio.gather(*(run(one, gates[0]) for one in here), second.run_all(there))
                faults += verdict(race, list(zip((*here, *there), (*own, *foreign), strict=True)))
                faults += [] if race.order is None else await gates[0].read(order_faults, race.order)

            assert faults == []
            assert await gates[0].read_snapshot(check) == []


async def race(track: Track, gates: Sequence[Desk[StorageWork]], seeded: Random) -> list[str]:
    """One schedule; what was wrong with it."""
    race = await track.next_race()
    starts = [(contender, seeded.choice(gates)) for contender in race.contenders]
    results = await asyncio.gather(*(run(contender, gate) for contender, gate in starts))
    faults = verdict(race, list(zip(race.contenders, results, strict=True)))
    if race.order is not None:
        faults += await gates[0].read(order_faults, race.order)
    return faults
