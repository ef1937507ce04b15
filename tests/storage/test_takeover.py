"""A lone process that comes back does not wait for its own dead leases; among many, leases are left alone."""

from domain.kernel.ids import UserId
from domain.kernel.moments import MINUTE
from domain.notices.model import Notice, NoticeKind
from storage import inbox, outbox
from storage.engine import Desk
from storage.inbox import Received
from storage.takeover import take_over
from storage.work import StorageWork

ADA = UserId(7_001)
BOT = 1


async def test_the_dead_hold_up_nobody(desk: Desk[StorageWork]) -> None:
    await desk.write(inbox.receive, BOT, [Received(1, ADA, "{}")], "dead", MINUTE)
    await desk.write(lambda work: work.outbox.put([Notice(ADA, NoticeKind.MONEY, headline="x")]))
    await desk.write(outbox.claim, "dead", 10, MINUTE)
    alone = await desk.read(lambda work: work.sql.dialect == "sqlite")

    voided = await desk.write(take_over)

    updates = await desk.write(inbox.claim, BOT, "alive", 10, MINUTE)
    notices = await desk.write(outbox.claim, "alive", 10, MINUTE)
    assert (voided, len(updates), len(notices)) == ((2, 1, 1) if alone else (0, 0, 0))


async def test_what_waits_for_a_retry_goes_on_waiting(desk: Desk[StorageWork]) -> None:
    [claimed] = await desk.write(inbox.receive, BOT, [Received(1, ADA, "{}")], "dead", MINUTE)
    await desk.write(lambda work: inbox.fail(work, claimed, "Trouble", work.now + MINUTE))

    await desk.write(take_over)

    assert await desk.write(inbox.claim, BOT, "alive", 10, MINUTE) == []
