"""Two workers on each queue, some of them slow or dead: lanes keep their order and nothing happens twice."""

import asyncio
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from random import Random
from typing import Final

import pytest
from sqlalchemy import bindparam, text

from domain.kernel.ids import UserId
from domain.kernel.moments import Instant, after
from domain.kernel.refusal import Refusal
from domain.notices.model import Notice, NoticeKind
from storage import inbox, outbox
from storage.engine import Desk
from storage.inbox import Claimed, LeaseLost, Received
from storage.work import StorageWork
from tests.harness.gates import clock, open_gates
from tests.harness.size import bounded, dice

pytestmark = [pytest.mark.harness, pytest.mark.pg]

BOT: Final = 7
LANES: Final = 12
EACH_LANE: Final = bounded(12, 200)
LEASE_MS: Final = 150
NAP_SECONDS: Final = 0.2
"""Longer than a lease: who naps with one has lost it."""
NAPS_ONE_IN: Final = 12
DEADLINE_SECONDS: Final = bounded(30, 600)

LOG: Final = text("CREATE TABLE harness_log (n BIGSERIAL PRIMARY KEY, lane BIGINT, number BIGINT)")
WRITE_LOG: Final = text("INSERT INTO harness_log (lane, number) VALUES (:lane, :number)").bindparams(
    bindparam("lane"), bindparam("number")
)
READ_LOG: Final = text("SELECT lane, number FROM harness_log ORDER BY n")
UNFINISHED: Final = text("SELECT COUNT(*) FROM inbox WHERE state <> 'done'")


@pytest.fixture
async def gates(migrated_postgresql_url: str) -> AsyncIterator[list[Desk[StorageWork]]]:
    async with open_gates(migrated_postgresql_url) as opened:
        await opened[0].write(lambda work: work.sql.execute(LOG))
        yield opened


async def test_inbox_keeps_lanes_in_order_and_applies_once(gates: list[Desk[StorageWork]]) -> None:
    with dice() as seeded:
        for batch in _batches(seeded):
            # The same batch by both doors at once: Telegram repeats what it thinks we have not heard.
            await asyncio.gather(*(_now(gate, inbox.receive, BOT, batch, "door", 0) for gate in gates))
        async with asyncio.timeout(DEADLINE_SECONDS):
            lost = await asyncio.gather(*(_work_off(gate, f"worker-{n}", seeded) for n, gate in enumerate(gates)))

        log = await gates[0].read(lambda work: work.sql.fetch_all(READ_LOG))
        assert _by_lane(log) == {lane: list(range(EACH_LANE)) for lane in range(LANES)}
        assert sum(lost) > 0, "no worker ever lost a lease: the harness is too kind"


async def test_outbox_keeps_the_order_of_each_recipient(gates: list[Desk[StorageWork]]) -> None:
    with dice() as seeded:
        notices = [
            Notice(UserId(lane), NoticeKind.ALERT, headline=f"{number}")
            for number in range(EACH_LANE)
            for lane in seeded.sample(range(LANES), LANES)
        ]
        await _now(gates[0], lambda work: work.outbox.put(notices))
        delivered: list[tuple[int, int]] = []
        async with asyncio.timeout(DEADLINE_SECONDS):
            await asyncio.gather(*(_send(gate, f"sender-{n}", seeded, delivered) for n, gate in enumerate(gates)))

        heard = _by_lane(delivered)
        assert {lane: sorted(set(numbers)) for lane, numbers in heard.items()} == {
            lane: list(range(EACH_LANE)) for lane in range(LANES)
        }
        assert {lane: sorted(numbers) for lane, numbers in heard.items()} == heard
        assert len(delivered) > LANES * EACH_LANE, "no sender ever died over a notice: the harness is too kind"


async def _work_off(gate: Desk[StorageWork], owner: str, seeded: Random) -> int:
    """Until nothing is left; how many leases it lost."""
    lost = 0
    while await gate.read(lambda work: work.sql.fetch_one(UNFINISHED)) != (0,):
        waiting = await _now(gate, inbox.claim, BOT, owner, 4, LEASE_MS)
        while waiting:
            update = waiting.pop(0)
            if seeded.randrange(NAPS_ONE_IN) == 0:
                await asyncio.sleep(NAP_SECONDS)
            try:
                await _now(gate, _apply, update)
            except LeaseLost:
                lost += 1
                continue
            except Refusal:
                pass  # Applied under an earlier lease, whose holder napped before it could say so.
            waiting += await _now(gate, inbox.claim_next, [update], LEASE_MS)
    return lost


def _apply(work: StorageWork, update: Claimed) -> None:
    inbox.apply(work, update)
    work.sql.execute(WRITE_LOG, lane=update.received.lane, number=int(update.received.payload))


async def _send(gate: Desk[StorageWork], owner: str, seeded: Random, delivered: list[tuple[int, int]]) -> None:
    """Sends until everything has ended; sometimes it dies after Telegram heard and before the row knew."""
    while len(set(delivered)) < LANES * EACH_LANE:
        leased_until = time.time() + LEASE_MS / 1_000
        for queued in await _now(gate, outbox.claim, owner, 4, LEASE_MS):
            if time.time() >= leased_until:
                break  # Somebody else may be sending by now; what Telegram was told cannot be fenced afterwards.
            delivered.append((queued.notice.to, int(queued.notice.headline)))
            if seeded.randrange(NAPS_ONE_IN) == 0:
                await asyncio.sleep(NAP_SECONDS)
                break
            if seeded.randrange(NAPS_ONE_IN) == 0:
                await _now(gate, _again_soon, queued)
            else:
                await _now(gate, outbox.sent, [queued.id])


def _again_soon(work: StorageWork, queued: outbox.Queued) -> bool:
    return outbox.retry(work, queued, after(work.now, 5), "flood")


def _batches(seeded: Random) -> Sequence[list[Received]]:
    """Every lane's updates in their order, the lanes shuffled into one another, cut into batches."""
    waiting = [iter(range(EACH_LANE)) for _ in range(LANES)]
    order = [lane for lane in range(LANES) for _ in range(EACH_LANE)]
    seeded.shuffle(order)
    updates = []
    for lane in order:
        number = next(waiting[lane])
        updates.append(Received(1_000 * lane + number, lane, f"{number}"))
    return [updates[start : start + 10] for start in range(0, len(updates), 10)]


def _by_lane(log: Sequence[tuple[int, ...]]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for lane, number in log:
        found[lane].append(number)
    return dict(found)


async def _now(gate, use_case, *arguments):
    """Queues live by real time: leases run out while others sleep."""
    clock.set(Instant(time.time_ns() // 1_000_000))
    return await gate.write(use_case, *arguments)
