"""The operators' side of both queues: see what waits or was set aside, let it try again, forget what is done."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, Select, bindparam, delete, select, update

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant
from domain.notices.model import NoticeKind
from storage.outbox import AGAIN
from storage.schema.inbox import DONE, inbox
from storage.schema.notices import ENDED, outbox

if TYPE_CHECKING:
    from storage.work import StorageWork

DROPPED_AT_ONCE: Final = 1_000

INBOX_STATES: Final = ("new", "leased", "done", "quarantined")
OUTBOX_STATES: Final = ("queued", "leased", "sent", "dead")


@dataclass(frozen=True, slots=True)
class InboxLine:
    """One update as operators list it; its content is not for the screen."""

    id: int
    bot_id: int
    update_id: int
    lane: int
    state: str
    received_at: Instant
    tries: int
    error: str | None


@dataclass(frozen=True, slots=True)
class OutboxLine:
    """One notice as operators list it."""

    id: int
    recipient: UserId
    kind: NoticeKind
    order: OrderId | None
    headline: str
    state: str
    queued_at: Instant
    ready_at: Instant
    tries: int
    reason: str | None


_INBOX: Final[Select[Any]] = (
    select(
        inbox.c.id,
        inbox.c.bot_id,
        inbox.c.update_id,
        inbox.c.lane,
        inbox.c.state,
        inbox.c.received_at,
        inbox.c.tries,
        inbox.c.error,
    )
    .where(inbox.c.state == bindparam("wanted"))
    .order_by(inbox.c.id.desc())
    .limit(bindparam("most", type_=BigInteger()))
)
_OUTBOX: Final[Select[Any]] = (
    select(
        outbox.c.id,
        outbox.c.recipient,
        outbox.c.kind,
        outbox.c.order_id,
        outbox.c.headline,
        outbox.c.state,
        outbox.c.queued_at,
        outbox.c.ready_at,
        outbox.c.tries,
        outbox.c.reason,
    )
    .where(outbox.c.state == bindparam("wanted"))
    .order_by(outbox.c.id.desc())
    .limit(bindparam("most", type_=BigInteger()))
)
_REPLAY: Final = (
    update(inbox)
    .where(inbox.c.id == bindparam("row"), inbox.c.state == "quarantined")
    .values(state="new", tries=0, ready_at=bindparam("now"), error=None)
)
_REQUEUE: Final = update(outbox).where(outbox.c.id == bindparam("row"), outbox.c.state == "dead").values(AGAIN)
_done: Final = (
    select(inbox.c.id)
    .where(DONE, inbox.c.received_at < bindparam("before"))
    .order_by(inbox.c.received_at)
    .limit(DROPPED_AT_ONCE)
)
_DROP_DONE: Final = delete(inbox).where(inbox.c.id.in_(_done))
_ended: Final = (
    select(outbox.c.id)
    .where(ENDED, outbox.c.ended_at < bindparam("before"))
    .order_by(outbox.c.ended_at)
    .limit(DROPPED_AT_ONCE)
)
_DROP_ENDED: Final = delete(outbox).where(outbox.c.id.in_(_ended))


def list_inbox(work: "StorageWork", state: str, limit: int) -> list[InboxLine]:
    """The newest updates in one of `INBOX_STATES`."""
    assert state in INBOX_STATES
    return [InboxLine(*row) for row in work.sql.fetch_all(_INBOX, wanted=state, most=limit)]


def list_outbox(work: "StorageWork", state: str, limit: int) -> list[OutboxLine]:
    """The newest notices in one of `OUTBOX_STATES`."""
    assert state in OUTBOX_STATES
    rows = work.sql.fetch_all(_OUTBOX, wanted=state, most=limit)
    return [OutboxLine(row[0], row[1], NoticeKind(row[2]), *row[3:]) for row in rows]


def replay(work: "StorageWork", number: int) -> bool:
    """An update that was set aside gets all its tries again. False when it is not set aside."""
    return work.sql.execute(_REPLAY, row=number, now=work.now) == 1


def requeue(work: "StorageWork", number: int) -> bool:
    """A dead notice tries again. False when it is not dead."""
    return work.sql.execute(_REQUEUE, row=number, now=work.now) == 1


def drop_done_updates(work: "StorageWork", before: Instant) -> int:
    """Forgets up to a thousand finished updates received before then; how many. Set-aside ones stay."""
    return work.sql.execute(_DROP_DONE, before=before)


def drop_ended_notices(work: "StorageWork", before: Instant) -> int:
    """Forgets up to a thousand notices that were sent or given up before then; how many."""
    return work.sql.execute(_DROP_ENDED, before=before)
