"""Updates in: durable, in order per person, applied once, whichever worker has them."""

import asyncio

import pytest

from domain.kernel.moments import HOUR, MINUTE, SECOND, Instant
from domain.kernel.refusal import Refusal, Rule
from storage import inbox, upkeep
from storage.engine import Desk
from storage.inbox import MOST_TRIES, Claimed, LeaseLost, Received
from storage.work import StorageWork
from tests.storage.clock import Clock
from tests.storage.trade import TAKER, Trade

BOT = 42
ADA, BOB = 7_001, 7_002


def update(number: int, lane: int = ADA) -> Received:
    return Received(number, lane, f'{{"update_id": {number}}}')


async def receive(desk: Desk[StorageWork], *updates: Received, owner: str = "a") -> list[Claimed]:
    return await desk.write(inbox.receive, BOT, updates, owner, MINUTE)


async def claim(desk: Desk[StorageWork], owner: str = "b", limit: int = 100) -> list[Claimed]:
    return await desk.write(inbox.claim, BOT, owner, limit, MINUTE)


def numbers(claimed: list[Claimed]) -> list[int]:
    return [one.received.update_id for one in claimed]


async def test_heads_of_lanes_come_back_leased(desk: Desk[StorageWork]) -> None:
    claimed = await receive(desk, update(1), update(2), update(3, BOB))

    assert numbers(claimed) == [1, 3]
    assert claimed[0].received == update(1)
    assert await claim(desk) == []


async def test_known_update_is_ignored(desk: Desk[StorageWork]) -> None:
    await receive(desk, update(1))

    again = await receive(desk, update(1), update(2, BOB))

    assert numbers(again) == [2]
    assert len(await desk.read(upkeep.list_inbox, "leased", 10)) == 2


async def test_lower_number_after_a_higher_one_is_still_new(desk: Desk[StorageWork]) -> None:
    await receive(desk, update(900))

    assert numbers(await receive(desk, update(5, BOB))) == [5]


async def test_next_of_a_lane_follows_the_finished_one(desk: Desk[StorageWork]) -> None:
    [first] = await receive(desk, update(1), update(2), update(3))

    [second] = await desk.write(inbox.claim_next, [first], MINUTE)
    [third] = await desk.write(inbox.claim_next, [second], MINUTE)

    assert (second.received.update_id, third.received.update_id) == (2, 3)
    assert await desk.write(inbox.claim_next, [third], MINUTE) == []
    assert len(await desk.read(upkeep.list_inbox, "done", 10)) == 3


async def test_several_finish_together_and_each_lane_goes_on(desk: Desk[StorageWork]) -> None:
    heads = await receive(desk, update(1), update(2), update(3, BOB), update(4, BOB), update(5, 7_003))

    following = await desk.write(inbox.claim_next, heads, MINUTE)

    assert numbers(heads) == [1, 3, 5]
    assert numbers(following) == [2, 4]
    assert len(await desk.read(upkeep.list_inbox, "done", 10)) == 3


async def test_a_lost_lease_moves_its_lane_nowhere(desk: Desk[StorageWork], clock: Clock) -> None:
    [lost] = await receive(desk, update(1), update(2))
    clock.pass_by(2 * MINUTE)
    await claim(desk, "b")

    assert await desk.write(inbox.claim_next, [lost], MINUTE) == []
    assert len(await desk.read(upkeep.list_inbox, "done", 10)) == 0


async def test_two_doors_keep_one_lane_in_order(desk: Desk[StorageWork]) -> None:
    """Twenty batches of one person through two doors at once: only one update is ever at work."""
    batches = await asyncio.gather(*(receive(desk, update(number), owner="ab"[number % 2]) for number in range(1, 21)))
    at_work = [one for batch in batches for one in batch]
    order, current = [], at_work
    for _ in range(20):
        order += [one.id for one in current]
        current = await desk.write(inbox.claim_next, current, MINUTE)
    assert len(at_work) == 1
    assert (len(order), order) == (20, sorted(order))
    assert current == []


async def test_claimers_share_the_lanes(desk: Desk[StorageWork], clock: Clock) -> None:
    await receive(desk, *(update(number, 9_000 + number) for number in range(1, 41)))
    clock.pass_by(2 * MINUTE)

    shares = await asyncio.gather(*(claim(desk, owner, 10) for owner in "abcd"))

    taken = [number for share in shares for number in numbers(share)]
    assert len(taken) == len(set(taken))
    assert sorted(taken + numbers(await claim(desk, "e"))) == list(range(1, 41))


async def test_expired_lease_goes_to_another(desk: Desk[StorageWork], clock: Clock) -> None:
    [lost] = await receive(desk, update(1))
    clock.pass_by(2 * MINUTE)

    [again] = await claim(desk, "b")

    assert (again.owner, again.tries) == ("b", 2)
    await desk.write(inbox.finish, [lost])
    assert len(await desk.read(upkeep.list_inbox, "leased", 10)) == 1
    await desk.write(inbox.finish, [again])
    assert len(await desk.read(upkeep.list_inbox, "done", 10)) == 1


async def test_a_lost_lease_can_apply_nothing(desk: Desk[StorageWork], clock: Clock) -> None:
    [lost] = await receive(desk, update(1, TAKER))
    clock.pass_by(2 * MINUTE)
    await claim(desk, "b")

    def late(work: StorageWork) -> None:
        inbox.apply(work, lost)
        work.users.add(TAKER, alias="Late", language="en")

    with pytest.raises(LeaseLost):
        await desk.write(late)

    assert await desk.read(lambda work: work.users.find(TAKER)) is None


async def test_effects_happen_once(desk: Desk[StorageWork], clock: Clock) -> None:
    """The worker dies after committing the effects and before finishing; the next one learns that they happened."""
    [first] = await receive(desk, update(1))
    await desk.write(inbox.apply, first)
    await desk.write(inbox.apply, first)
    clock.pass_by(2 * MINUTE)
    [second] = await claim(desk, "b")

    with pytest.raises(Refusal) as refused:
        await desk.write(inbox.apply, second)

    assert (first.applied, second.applied) == (False, True)
    assert refused.value.rule is Rule.ALREADY_DONE
    await desk.write(inbox.finish, [second])
    assert len(await desk.read(upkeep.list_inbox, "done", 10)) == 1


async def test_effects_that_rolled_back_may_happen_again(desk: Desk[StorageWork], clock: Clock) -> None:
    [first] = await receive(desk, update(1))

    def fails(work: StorageWork) -> None:
        inbox.apply(work, first)
        raise Refusal(Rule.NOT_NOW)

    with pytest.raises(Refusal):
        await desk.write(fails)
    clock.pass_by(2 * MINUTE)
    [second] = await claim(desk, "b")

    assert not second.applied
    await desk.write(inbox.apply, second)


async def test_failed_update_holds_its_lane_until_it_is_due(desk: Desk[StorageWork], clock: Clock) -> None:
    [first] = await receive(desk, update(1), update(2))

    set_aside = await desk.write(inbox.fail, first, "boom", Instant(clock.now + 5 * SECOND))
    too_early = await claim(desk)
    clock.pass_by(5 * SECOND)

    assert not set_aside
    assert too_early == []
    assert numbers(await claim(desk)) == [1]


async def test_poison_is_set_aside_and_blocks_nobody(desk: Desk[StorageWork], clock: Clock) -> None:
    [poison] = await receive(desk, update(1), update(2))
    told = [await desk.write(inbox.fail, poison, "boom", clock.now)]
    for _ in range(MOST_TRIES - 1):
        [poison] = await claim(desk)
        told.append(await desk.write(inbox.fail, poison, "boom", clock.now))

    [line] = await desk.read(upkeep.list_inbox, "quarantined", 10)

    assert told == [False] * (MOST_TRIES - 1) + [True]
    assert (line.update_id, line.error) == (1, "boom")
    assert numbers(await claim(desk)) == [2]


async def test_update_that_kills_its_workers_is_set_aside(desk: Desk[StorageWork], clock: Clock) -> None:
    await receive(desk, update(1))
    for _ in range(MOST_TRIES - 1):
        clock.pass_by(2 * MINUTE)
        assert len(await claim(desk)) == 1
    clock.pass_by(2 * MINUTE)

    assert await claim(desk) == []
    assert len(await desk.read(upkeep.list_inbox, "quarantined", 10)) == 1


async def test_replayed_update_waits_for_what_is_at_work(desk: Desk[StorageWork], clock: Clock) -> None:
    [poison] = await receive(desk, update(1))
    for _ in range(MOST_TRIES):
        await desk.write(inbox.fail, poison, "boom", clock.now)
        poison = next(iter(await claim(desk)), poison)
    [at_work] = await receive(desk, update(2))

    replayed = await desk.write(upkeep.replay, poison.id)
    during = await claim(desk)
    await desk.write(inbox.finish, [at_work])

    assert replayed
    assert during == []
    assert numbers(await claim(desk)) == [1]


async def test_waiting_means_arrived_and_unfinished(desk: Desk[StorageWork]) -> None:
    await Trade(desk).join(TAKER)

    def is_waiting(work: StorageWork) -> bool:
        return work.presses.waiting(TAKER)

    before = await desk.read(is_waiting)
    [first] = await receive(desk, update(1, TAKER))
    during = await desk.read(is_waiting)
    await desk.write(inbox.finish, [first])

    assert (before, during, await desk.read(is_waiting)) == (False, True, False)


async def test_old_finished_updates_are_dropped(desk: Desk[StorageWork], clock: Clock) -> None:
    [done, _] = await receive(desk, update(1), update(2, BOB))
    await desk.write(inbox.finish, [done])
    clock.pass_by(HOUR)

    dropped = await desk.write(upkeep.drop_done_updates, clock.now)

    assert dropped == 1
    assert [line.update_id for line in await desk.read(upkeep.list_inbox, "leased", 10)] == [2]
