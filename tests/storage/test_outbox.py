"""Notices out: in order per person, one sender at a time, every one sent or dead with a reason."""

import asyncio

import pytest

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import HOUR, MINUTE, Instant
from domain.kernel.refusal import Refusal, Rule
from domain.notices.model import Notice, NoticeKind
from domain.notices.use_cases.come_back import come_back
from storage import outbox, upkeep
from storage.engine import Desk
from storage.outbox import Queued
from storage.work import StorageWork
from tests.storage.clock import NOON, Clock
from tests.storage.trade import Trade

ADA, BOB = UserId(7_001), UserId(7_002)
ORDER = OrderId(5)


def alert(to: UserId, headline: str) -> Notice:
    return Notice(to, NoticeKind.ALERT, ORDER, headline)


async def put(desk: Desk[StorageWork], *notices: Notice) -> None:
    await desk.write(lambda work: work.outbox.put(notices))


async def claim(desk: Desk[StorageWork], owner: str = "a", limit: int = 10) -> list[Queued]:
    return await desk.write(outbox.claim, owner, limit, MINUTE)


def headlines(queued: list[Queued]) -> list[str]:
    return [one.notice.headline for one in queued]


async def test_notice_comes_out_as_it_went_in(desk: Desk[StorageWork]) -> None:
    notice = Notice(ADA, NoticeKind.LINE, ORDER, "", 3)
    await put(desk, notice)

    [queued] = await claim(desk)

    assert (queued.notice, queued.queued_at, queued.tries) == (notice, NOON, 1)


async def test_each_person_s_oldest_comes_first_and_alone(desk: Desk[StorageWork]) -> None:
    await put(desk, alert(ADA, "1"), alert(BOB, "2"), alert(ADA, "3"))

    first = await claim(desk)
    nothing = await claim(desk, "b")
    await desk.write(outbox.sent, [one.id for one in first])

    assert headlines(first) == ["1", "2"]
    assert nothing == []
    assert headlines(await claim(desk, "b")) == ["3"]


async def test_refused_use_case_tells_nobody(desk: Desk[StorageWork]) -> None:
    def refuses(work: StorageWork) -> None:
        work.outbox.put((alert(ADA, "never"),))
        raise Refusal(Rule.NOT_NOW)

    with pytest.raises(Refusal):
        await desk.write(refuses)

    assert await claim(desk) == []


async def test_waiting_card_is_not_queued_twice(desk: Desk[StorageWork]) -> None:
    card = Notice(ADA, NoticeKind.CARD, ORDER)
    await put(desk, card, card, alert(ADA, "1"), alert(ADA, "2"))

    [leased] = await claim(desk)
    await put(desk, card)

    assert leased.notice == card
    assert [line.kind for line in await desk.read(upkeep.list_outbox, "queued", 10)] == [
        NoticeKind.CARD,
        NoticeKind.ALERT,
        NoticeKind.ALERT,
    ]


async def test_senders_share_the_queue(desk: Desk[StorageWork]) -> None:
    await put(desk, *(alert(UserId(9_000 + n), str(n)) for n in range(40)))

    shares = await asyncio.gather(*(claim(desk, owner, 15) for owner in "abcd"))

    taken = [one.id for share in shares for one in share]
    assert len(taken) == len(set(taken))
    assert len(taken) + len(await claim(desk, "e", 50)) == 40


async def test_retry_waits_and_so_does_what_is_behind(desk: Desk[StorageWork], clock: Clock) -> None:
    await put(desk, alert(ADA, "1"), alert(ADA, "2"))
    [first] = await claim(desk)

    await desk.write(outbox.retry, first, Instant(clock.now + MINUTE), "flood: 60 s")
    too_early = await claim(desk)
    clock.pass_by(MINUTE)
    [again] = await claim(desk)

    assert too_early == []
    assert (again.notice.headline, again.tries) == ("1", 2)


async def test_expired_lease_goes_to_another_sender(desk: Desk[StorageWork], clock: Clock) -> None:
    await put(desk, alert(ADA, "1"))
    [lost] = await claim(desk, "a")
    clock.pass_by(2 * MINUTE)

    [again] = await claim(desk, "b")

    assert again.id == lost.id
    assert not await desk.write(outbox.dead, lost, "too late")
    assert await desk.write(outbox.dead, again, "gone")


async def test_dead_notice_has_a_reason_and_can_try_again(desk: Desk[StorageWork]) -> None:
    await put(desk, alert(ADA, "1"))
    [queued] = await claim(desk)
    await desk.write(outbox.dead, queued, "chat not found")
    [line] = await desk.read(upkeep.list_outbox, "dead", 10)

    requeued = await desk.write(upkeep.requeue, queued.id)

    assert (line.reason, line.recipient, line.order) == ("chat not found", ADA, ORDER)
    assert requeued
    assert headlines(await claim(desk)) == ["1"]


async def test_unreachable_person_s_notices_die_and_revive_in_order(desk: Desk[StorageWork], clock: Clock) -> None:
    await Trade(desk).join(ADA, BOB)
    await put(desk, alert(ADA, "1"), alert(ADA, "2"), alert(BOB, "3"))
    await claim(desk, limit=1)

    killed = await desk.write(outbox.dead_for, ADA, "bot was blocked")
    others = await claim(desk)
    await desk.write(outbox.sent, [one.id for one in others])
    clock.pass_by(HOUR)
    revived = await desk.write(come_back, ADA)
    [first] = await claim(desk)
    await desk.write(outbox.sent, [first.id])

    assert (killed, headlines(others), revived) == (2, ["3"], 2)
    assert [first.notice.headline, *headlines(await claim(desk, "b", 1))] == ["1", "2"]
    assert await desk.write(come_back, ADA) == 0


async def test_old_notices_are_dropped_once_they_ended(desk: Desk[StorageWork], clock: Clock) -> None:
    await put(desk, alert(ADA, "1"), alert(BOB, "2"))
    [first] = await claim(desk, limit=1)
    await desk.write(outbox.sent, [first.id])
    clock.pass_by(HOUR)

    dropped = await desk.write(upkeep.drop_ended_notices, clock.now)

    assert dropped == 1
    assert headlines(await claim(desk)) == ["2"]
