"""Notices on their way out: queued in the transaction that made them true, leased to one sender at a time."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import BigInteger, Select, and_, bindparam, or_, select, text, update

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant, after
from domain.notices.model import Notice, NoticeKind
from storage.engine import Row, Sql
from storage.engine.portable import MOST_CLAIMED, insert, one_of
from storage.schema.notices import ENDED, UNSENT, outbox
from storage.schema.users import users

if TYPE_CHECKING:
    from storage.work import StorageWork


@dataclass(frozen=True, slots=True)
class Queued:
    """One leased notice. `tries` counts its leases and names this one: a later lease makes it void."""

    id: int
    notice: Notice
    queued_at: Instant
    tries: int


_PUT: Final = (
    insert(outbox)
    .values(
        recipient=bindparam("to"),
        kind=bindparam("shown_as"),
        order_id=bindparam("order"),
        headline=bindparam("text_key"),
        subject=bindparam("about"),
        queued_at=bindparam("now"),
        ready_at=bindparam("now"),
        state="queued",
        tries=0,
    )
    .on_conflict_do_nothing()
)  # The only key that can conflict is that of a card which waits already: it will show the order as it is then.

_other: Final = outbox.alias("other")
_is_head: Final = ~(
    select(1)
    .where(
        _other.c.recipient == outbox.c.recipient,
        text("other.state IN ('queued', 'leased')"),
        or_(
            _other.c.id < outbox.c.id,
            and_(_other.c.id > outbox.c.id, _other.c.owner.is_not(None), _other.c.ready_at > bindparam("now")),
        ),
    )
    .exists()
)
"""Nothing of the same person is older, and nothing of theirs is being sent (one may have become visible late)."""

_heads: Final = (
    select(outbox.c.id)
    .where(text("outbox.state IN ('queued', 'leased')"), outbox.c.ready_at <= bindparam("now"), _is_head)
    .order_by(outbox.c.ready_at, outbox.c.id)
    .limit(MOST_CLAIMED)
    .with_for_update(of=outbox, skip_locked=True)
    .cte("heads")
)
_CLAIM: Final = (
    update(outbox)
    .where(outbox.c.id.in_(select(_heads.c.id).limit(bindparam("most", type_=BigInteger()))))
    .values(state="leased", owner=bindparam("claimer"), ready_at=bindparam("lease_until"), tries=outbox.c.tries + 1)
    .returning(
        outbox.c.id,
        outbox.c.queued_at,
        outbox.c.tries,
        outbox.c.recipient,
        outbox.c.kind,
        outbox.c.order_id,
        outbox.c.headline,
        outbox.c.subject,
    )
)
_SENT: Final = (
    update(outbox)
    .where(one_of(outbox.c.id, "ids"), outbox.c.state == "leased")
    .values(state="sent", owner=None, ended_at=bindparam("now"))
)
_of_lease: Final = and_(
    outbox.c.id == bindparam("row"), outbox.c.state == "leased", outbox.c.tries == bindparam("lease")
)
_RETRY: Final = update(outbox).where(_of_lease).values(owner=None, ready_at=bindparam("at"), reason=bindparam("why"))
_DEAD: Final = (
    update(outbox).where(_of_lease).values(state="dead", owner=None, reason=bindparam("why"), ended_at=bindparam("now"))
)
_DEAD_FOR: Final = (
    update(outbox)
    .where(outbox.c.recipient == bindparam("person"), UNSENT)
    .values(state="dead", owner=None, reason=bindparam("why"), ended_at=bindparam("now"))
)
_UNREACHABLE: Final = (
    update(users)
    .where(users.c.id == bindparam("person"), users.c.unreachable_at.is_(None))
    .values(unreachable_at=bindparam("now"))
)
_UNREACHABLE_SINCE: Final[Select[Any]] = select(users.c.unreachable_at).where(users.c.id == bindparam("person"))
_REACHABLE: Final = update(users).where(users.c.id == bindparam("person")).values(unreachable_at=None)
AGAIN: Final[dict[str, Any]] = {"state": "leased", "owner": None, "ready_at": bindparam("now"), "ended_at": None}
"""Not back to queued, where the key of waiting cards might refuse it."""
_REVIVE: Final = (
    update(outbox)
    .where(
        outbox.c.recipient == bindparam("person"),
        ENDED,
        outbox.c.state == "dead",
        outbox.c.ended_at >= bindparam("since"),
    )
    .values(AGAIN)
)


class OutboxStore:
    """See `domain.notices.ports.Outbox`."""

    def __init__(self, sql: Sql, now: Instant) -> None:
        self._sql = sql
        self._now = now
        self.has_news = False
        """Whether this transaction leaves something to be sent: whoever commits it may call the sender."""

    def put(self, notices: Iterable[Notice]) -> None:
        rows = [
            {
                "to": notice.to,
                "shown_as": notice.kind.value,
                "order": notice.order,
                "text_key": notice.headline,
                "about": notice.subject,
                "now": self._now,
            }
            for notice in notices
        ]
        if rows:
            self._sql.execute_many(_PUT, rows)
            self.has_news = True

    def revive(self, person: UserId) -> int:
        row = self._sql.fetch_one(_UNREACHABLE_SINCE, person=person)
        if row is None or row[0] is None:
            return 0
        self._sql.execute(_REACHABLE, person=person)
        self.has_news = True
        return self._sql.execute(_REVIVE, person=person, since=row[0], now=self._now)


def claim(work: "StorageWork", owner: str, limit: int, lease_ms: int) -> list[Queued]:
    """The oldest notice of each of up to `limit` people, leased until `lease_ms` from now; oldest first."""
    rows = work.sql.fetch_all(_CLAIM, now=work.now, most=limit, claimer=owner, lease_until=after(work.now, lease_ms))
    return sorted(map(_queued_of, rows), key=lambda queued: queued.id)


def sent(work: "StorageWork", ids: Sequence[int]) -> None:
    """Telegram has them."""
    if ids:
        work.sql.execute(_SENT, ids=list(ids), now=work.now)


def retry(work: "StorageWork", queued: Queued, at: Instant, reason: str) -> bool:
    """Not before `at`; everything behind it waits as well. False when another sender holds it by now."""
    return work.sql.execute(_RETRY, row=queued.id, lease=queued.tries, at=at, why=reason) == 1


def dead(work: "StorageWork", queued: Queued, reason: str) -> bool:
    """It will never arrive. False when another sender holds it by now."""
    return work.sql.execute(_DEAD, row=queued.id, lease=queued.tries, why=reason, now=work.now) == 1


def dead_for(work: "StorageWork", recipient: UserId, reason: str) -> int:
    """Nothing reaches this person: everything that waits for them is dead, and they count as unreachable."""
    work.sql.execute(_UNREACHABLE, person=recipient, now=work.now)
    return work.sql.execute(_DEAD_FOR, person=recipient, why=reason, now=work.now)


def _queued_of(row: Row) -> Queued:
    number, queued_at, tries, recipient, kind, order, headline, subject = row
    notice = Notice(UserId(recipient), NoticeKind(kind), None if order is None else OrderId(order), headline, subject)
    return Queued(number, notice, queued_at, tries)
