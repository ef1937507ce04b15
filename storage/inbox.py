"""Updates in: stored before they are acknowledged, worked off one at a time per person, applied once.

A lane is a Telegram user. A lease is named by owner and count of tries; whoever holds a later one voids it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, NewType

from sqlalchemy import BigInteger, Select, and_, bindparam, or_, select, text, update

from domain.kernel.ids import UserId
from domain.kernel.moments import Instant, after
from domain.kernel.refusal import Refusal, Rule
from domain.work import Overtaken
from storage.engine import Row, Sql
from storage.engine.portable import MOST_CLAIMED, insert, one_of
from storage.schema.inbox import UNFINISHED, inbox

if TYPE_CHECKING:
    from storage.work import StorageWork

InboxId = NewType("InboxId", int)

MOST_TRIES: Final = 5
"""How often an update may fail, or kill its worker, before it is set aside for a person to look at."""


class LeaseLost(Overtaken):
    """Another worker holds this update by now; nothing may be done in its name any more."""


@dataclass(frozen=True, slots=True)
class Received:
    """One update as it came in. `lane` is the Telegram user it comes from; `payload` its JSON."""

    update_id: int
    lane: int
    payload: str


@dataclass(frozen=True, slots=True)
class Claimed:
    """One leased update. `applied` says that an earlier lease has committed its effects."""

    id: InboxId
    bot_id: int
    received: Received
    owner: str
    tries: int
    applied: bool


_STORE: Final = (
    insert(inbox)
    .values(
        bot_id=bindparam("bot"),
        update_id=bindparam("update_number"),
        lane=bindparam("person"),
        payload=bindparam("content"),
        received_at=bindparam("now"),
        ready_at=bindparam("now"),
        state="new",
        applied=0,
        tries=0,
    )
    .on_conflict_do_nothing(index_elements=[inbox.c.bot_id, inbox.c.update_id])
)
_other: Final = inbox.alias("other")
_is_head: Final = ~(
    select(1)
    .where(
        _other.c.lane == inbox.c.lane,
        _other.c.bot_id == inbox.c.bot_id,
        text("other.state IN ('new', 'leased')"),
        or_(
            _other.c.id < inbox.c.id,
            and_(_other.c.id > inbox.c.id, _other.c.owner.is_not(None), _other.c.ready_at > bindparam("now")),
        ),
    )
    .exists()
)
"""Nothing older of this lane is unfinished, and nothing newer is at work (an operator may replay an old one)."""

_CLAIMED: Final = (
    inbox.c.id,
    inbox.c.bot_id,
    inbox.c.update_id,
    inbox.c.lane,
    inbox.c.payload,
    inbox.c.owner,
    inbox.c.tries,
    inbox.c.applied,
)
_LEASE: Final = {
    "state": "leased",
    "owner": bindparam("claimer"),
    "ready_at": bindparam("lease_until"),
    "tries": inbox.c.tries + 1,
}
_LEASE_FRESH: Final = (
    update(inbox)
    .where(
        inbox.c.bot_id == bindparam("bot"),
        one_of(inbox.c.update_id, "update_numbers"),
        inbox.c.state == "new",
        inbox.c.tries == 0,
        _is_head,
    )
    .values(_LEASE)
    .returning(*_CLAIMED)
)
_heads: Final = (
    select(inbox.c.id)
    .where(
        inbox.c.bot_id == bindparam("bot"),
        text("inbox.state IN ('new', 'leased')"),
        inbox.c.ready_at <= bindparam("now"),
        _is_head,
    )
    .order_by(inbox.c.id)
    .limit(MOST_CLAIMED)
    .with_for_update(of=inbox, skip_locked=True)
    .cte("heads")
)
_CLAIM: Final = (
    update(inbox)
    .where(inbox.c.id.in_(select(_heads.c.id).limit(bindparam("most", type_=BigInteger()))))
    .values(_LEASE)
    .returning(*_CLAIMED)
)
_SET_ASIDE: Final = (
    update(inbox)
    .where(
        inbox.c.bot_id == bindparam("bot"),
        UNFINISHED,
        inbox.c.ready_at <= bindparam("now"),
        inbox.c.tries >= MOST_TRIES,
    )
    .values(state="quarantined", owner=None)
)
_LEASE_NEXT: Final = (
    update(inbox)
    .where(
        inbox.c.bot_id == bindparam("bot"),
        one_of(inbox.c.lane, "people"),
        text("inbox.state IN ('new', 'leased')"),
        inbox.c.ready_at <= bindparam("now"),
        inbox.c.tries < MOST_TRIES,
        _is_head,
    )
    .values(_LEASE)
    .returning(*_CLAIMED)
)
_held: Final = and_(
    inbox.c.id == bindparam("row"),
    inbox.c.state == "leased",
    inbox.c.owner == bindparam("holder"),
    inbox.c.tries == bindparam("lease"),
)
_APPLY: Final = update(inbox).where(_held).values(applied=1)
_FINISH: Final = update(inbox).where(_held).values(state="done", owner=None)
_FAIL: Final = (
    update(inbox)
    .where(_held)
    .values(state=bindparam("new_state"), owner=None, ready_at=bindparam("at"), error=bindparam("why"))
)
_WAITING: Final[Select[Any]] = (
    select(inbox.c.id)
    .where(inbox.c.lane == bindparam("person"), UNFINISHED, inbox.c.received_at <= bindparam("now"))
    .limit(1)
)
_LOCK_LANES: Final = text(
    "SELECT pg_advisory_xact_lock(hashtextextended('inbox ' || CAST(:bot AS bigint) || ' ' || lane, 0))"
    " FROM unnest(CAST(:people AS bigint[])) AS lane"
)


def receive(work: "StorageWork", bot_id: int, updates: Sequence[Received], owner: str, lease_ms: int) -> list[Claimed]:
    """Stores a batch, durable once this commits; an update that is known already is ignored.

    What may be worked on at once comes back leased to `owner`; the rest of a lane waits for its turn.
    """
    if not updates:
        return []
    _lock_lanes(work.sql, bot_id, [update.lane for update in updates])
    work.sql.execute_many(
        _STORE,
        [
            {"bot": bot_id, "update_number": u.update_id, "person": u.lane, "content": u.payload, "now": work.now}
            for u in updates
        ],
    )
    rows = work.sql.fetch_all(
        _LEASE_FRESH, bot=bot_id, update_numbers=[u.update_id for u in updates], **_lease(work, owner, lease_ms)
    )
    return _claimed(rows)


def claim(work: "StorageWork", bot_id: int, owner: str, limit: int, lease_ms: int) -> list[Claimed]:
    """The head of each lane that nobody works on, oldest first; what failed too often is set aside instead."""
    work.sql.execute(_SET_ASIDE, bot=bot_id, now=work.now)
    return _claimed(work.sql.fetch_all(_CLAIM, bot=bot_id, most=limit, **_lease(work, owner, lease_ms)))


def claim_next(work: "StorageWork", finished: Sequence[Claimed], lease_ms: int) -> list[Claimed]:
    """Finishes updates of one bot and owner and takes the next of each lane; where a lease was lost it ends nothing."""
    bot, owner = finished[0].bot_id, finished[0].owner
    lanes = [claimed.received.lane for claimed in finished]
    # Otherwise an update that is stored at this moment could believe the lane at work while we believe it empty.
    _lock_lanes(work.sql, bot, lanes)
    finish(work, finished)
    return _claimed(work.sql.fetch_all(_LEASE_NEXT, people=lanes, bot=bot, **_lease(work, owner, lease_ms)))


def apply(work: "StorageWork", claimed: Claimed) -> None:
    """Ties a use case's effects to its update, in the use case's own transaction: they happen at most once.

    Several use cases may do so within one lease. Raises `LeaseLost`, and `Refusal` (already-done) when an earlier
    lease got as far as committing.
    """
    hold(work, claimed)
    if claimed.applied:
        raise Refusal(Rule.ALREADY_DONE)


def hold(work: "StorageWork", claimed: Claimed) -> None:
    """Makes sure that the update is still ours, for drawing again what an earlier lease committed.

    Raises `LeaseLost`.
    """
    if work.sql.execute(_APPLY, **_fence(claimed)) != 1:
        raise LeaseLost(f"update {claimed.received.update_id} belongs to another worker")


def finish(work: "StorageWork", finished: Sequence[Claimed]) -> None:
    """The updates are worked off. Where the lease was lost nothing changes: then its holder says how it ends."""
    work.sql.execute_many(_FINISH, [_fence(claimed) for claimed in finished])


def fail(work: "StorageWork", claimed: Claimed, error: str, retry_at: Instant) -> bool:
    """It went wrong: again at `retry_at`, or set aside after the last try. True when it was set aside."""
    is_last = claimed.tries >= MOST_TRIES
    state = "quarantined" if is_last else "new"
    changed = work.sql.execute(_FAIL, new_state=state, at=retry_at, why=error, **_fence(claimed))
    return is_last and changed == 1


class PressReader:
    """See `domain.orders.ports.Presses`."""

    def __init__(self, sql: Sql, now: Instant) -> None:
        self._sql = sql
        self._now = now

    def waiting(self, user: UserId) -> bool:
        return self._sql.fetch_one(_WAITING, person=user, now=self._now) is not None


def _lock_lanes(sql: Sql, bot_id: int, lanes: Sequence[int]) -> None:
    """Until this transaction ends nobody else adds to these lanes; in one order, so that two batches never cross."""
    if sql.dialect == "postgresql":
        sql.fetch_all(_LOCK_LANES, bot=bot_id, people=sorted(set(lanes)))


def _lease(work: "StorageWork", owner: str, lease_ms: int) -> dict[str, Any]:
    return {"now": work.now, "claimer": owner, "lease_until": after(work.now, lease_ms)}


def _fence(claimed: Claimed) -> dict[str, Any]:
    return {"row": claimed.id, "holder": claimed.owner, "lease": claimed.tries}


def _claimed(rows: Sequence[Row]) -> list[Claimed]:
    return [
        Claimed(InboxId(number), bot, Received(update_id, lane, payload), owner, tries, bool(applied))
        for number, bot, update_id, lane, payload, owner, tries, applied in sorted(rows)
    ]
