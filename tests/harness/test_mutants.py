"""The race harness bites: without guards it finds double settlements, and any one guard is enough to stop them."""

import asyncio
from collections.abc import Sequence
from functools import partial
from random import Random
from typing import Final

import pytest

from storage.engine import Desk
from storage.engine.errors import EngineError
from storage.work import StorageWork
from tests.harness.audit import settlements
from tests.harness.gates import open_gates
from tests.harness.mutants import Guard, Unguarded, unguard
from tests.harness.races import Contender, Track, release_or_cancel, run
from tests.harness.size import bounded, dice

pytestmark = [pytest.mark.harness, pytest.mark.pg]

BATCHES: Final = 10
SCHEDULES_A_BATCH: Final = 10
GUARDED_SCHEDULES: Final = bounded(15, 2_000)


async def test_without_guards_orders_settle_twice(migrated_postgresql_url: str) -> None:
    await unguard(migrated_postgresql_url, *Guard)
    with dice() as seeded:
        async with open_gates(migrated_postgresql_url, wrap=partial(Unguarded, dropped=tuple(Guard))) as gates:
            track = await Track.open(gates[0], seeded)
            caught = [any(await twice_settled(track, gates, seeded, SCHEDULES_A_BATCH)) for _ in range(BATCHES)]

        assert sum(caught) >= BATCHES * 9 // 10


@pytest.mark.parametrize("kept", Guard)
async def test_any_one_guard_is_enough(migrated_postgresql_url: str, kept: Guard) -> None:
    dropped = tuple(guard for guard in Guard if guard is not kept)
    await unguard(migrated_postgresql_url, *dropped)
    with dice() as seeded:
        async with open_gates(migrated_postgresql_url, wrap=partial(Unguarded, dropped=dropped)) as gates:
            track = await Track.open(gates[0], seeded)
            twice = await twice_settled(track, gates, seeded, GUARDED_SCHEDULES)

        assert not any(twice)


async def twice_settled(
    track: Track, gates: Sequence[Desk[StorageWork]], seeded: Random, schedules: int
) -> Sequence[bool]:
    """Of each schedule, whether its order was settled more than once."""
    return [await _settled_twice(track, gates, seeded) for _ in range(schedules)]


async def _settled_twice(track: Track, gates: Sequence[Desk[StorageWork]], seeded: Random) -> bool:
    race = track.shuffled(await release_or_cancel(track))
    assert race.order is not None
    await asyncio.gather(*(_run_anyhow(contender, seeded.choice(gates)) for contender in race.contenders))
    return await gates[0].read(settlements, race.order) > 1


async def _run_anyhow(contender: Contender, gate: Desk[StorageWork]) -> None:
    """A mutant may break in words that people never see."""
    try:
        await run(contender, gate)
    except EngineError:
        return
