"""Ratings and marks. What is blind is decided here, by the query, at the moment somebody looks."""

from collections import Counter
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import BigInteger, Select, and_, bindparam, case, delete, func, literal_column, or_, select, union_all

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant
from domain.kernel.money import LARGEST_UNITS
from domain.kernel.refusal import Refusal, Rule
from domain.trust.model import RATINGS_HEARD, TAGS_SHOWN, Mark, Rating, Regard, Standing, Tag, Verdict
from domain.users.model import Profile
from storage.engine import Row, Sql
from storage.engine.portable import insert
from storage.schema.trust import marks, ratings
from storage.schema.users import records, users
from storage.stores.users import PROFILE_COLUMNS, profile_of

_HEARD, _MARK, _APART, _GIVEN, _RECEIVED = "heard", "mark", "apart", "given", "received"
"""What a row of `_REGARD` is about."""
_NO_ORDER: Final = 0

_viewer: Final = bindparam("viewer", type_=BigInteger())
_about: Final = bindparam("about", type_=BigInteger())
_answer: Final = ratings.alias("answer")
_is_open: Final = or_(
    ratings.c.opens_at <= bindparam("now", type_=BigInteger()),
    select(1).where(_answer.c.order_id == ratings.c.order_id, _answer.c.by_id == ratings.c.about_id).exists(),
)
_newest: Final = (
    select(ratings.c.verdict, ratings.c.tags)
    .where(ratings.c.about_id == _about, _is_open)
    .order_by(ratings.c.order_id.desc())
    .limit(RATINGS_HEARD)
    .subquery("newest")
)
_REGARD: Final = union_all(
    select(literal_column(f"'{_HEARD}'"), _newest.c.verdict, _newest.c.tags, func.count()).group_by(
        _newest.c.verdict, _newest.c.tags
    ),
    select(
        case((marks.c.by_id == _viewer, literal_column(f"'{_MARK}'")), else_=literal_column(f"'{_APART}'")),
        marks.c.kind,
        literal_column("''"),
        literal_column("1"),
    ).where(
        or_(
            and_(marks.c.by_id == _viewer, marks.c.about_id == _about),
            and_(marks.c.by_id == _about, marks.c.about_id == _viewer, marks.c.kind == Mark.BLOCKED.value),
        )
    ),
    select(
        case((ratings.c.by_id == _viewer, literal_column(f"'{_GIVEN}'")), else_=literal_column(f"'{_RECEIVED}'")),
        ratings.c.verdict,
        ratings.c.tags,
        literal_column("1"),
    ).where(
        ratings.c.order_id == bindparam("order", type_=BigInteger()),
        or_(ratings.c.by_id == _viewer, and_(ratings.c.about_id == _viewer, _is_open)),
    ),
)
"""One statement for all that a card shows of trust: at most sixteen sums, two marks and two ratings."""
_APART_NOW: Final[Select[Any]] = (
    select(func.count())
    .select_from(marks)
    .where(
        marks.c.kind == Mark.BLOCKED.value,
        or_(
            and_(marks.c.by_id == bindparam("one"), marks.c.about_id == bindparam("other")),
            and_(marks.c.by_id == bindparam("other"), marks.c.about_id == bindparam("one")),
        ),
    )
)
_RATE: Final = (
    insert(ratings)
    .values({column.name: bindparam(column.name) for column in ratings.columns})
    .on_conflict_do_nothing(index_elements=[ratings.c.order_id, ratings.c.by_id])
)
_fresh: Final = insert(marks).values({column.name: bindparam(column.name) for column in marks.columns})
_SET_MARK: Final = _fresh.on_conflict_do_update(
    index_elements=[marks.c.by_id, marks.c.about_id],
    set_={"kind": _fresh.excluded.kind, "at": _fresh.excluded.at},
)
_TAKE_AWAY: Final = delete(marks).where(marks.c.by_id == bindparam("by"), marks.c.about_id == bindparam("about"))
_COUNT_MARKS: Final[Select[Any]] = select(func.count()).select_from(marks).where(marks.c.by_id == bindparam("by"))
_people: Final = (
    select(*PROFILE_COLUMNS)
    .select_from(
        marks.join(users, users.c.id == marks.c.about_id).outerjoin(records, records.c.user_id == marks.c.about_id)
    )
    .where(marks.c.by_id == bindparam("by"))
)
_MARKED: Final[Select[Any]] = (
    _people.where(marks.c.kind == bindparam("kind"), users.c.number < bindparam("below"))
    .order_by(users.c.number.desc())
    .limit(bindparam("most", type_=BigInteger()))
)
_MARKED_ONE: Final[Select[Any]] = _people.where(users.c.number == bindparam("number"))


class TrustStore:
    """See `domain.trust.ports.Trust`."""

    def __init__(self, sql: Sql, now: Instant) -> None:
        self._sql = sql
        self._now = now

    def regard(self, viewer: UserId, about: UserId, order: OrderId | None) -> Regard:
        rows = self._sql.fetch_all(_REGARD, viewer=viewer, about=about, order=order or _NO_ORDER, now=self._now)
        mark = next((Mark(detail) for what, detail, _, _ in rows if what == _MARK), None)
        return Regard(
            standing=_standing([row for row in rows if row[0] == _HEARD]),
            mark=mark,
            apart=mark is Mark.BLOCKED or any(row[0] == _APART for row in rows),
            given=_rating(rows, _GIVEN),
            received=_rating(rows, _RECEIVED),
        )

    def are_apart(self, one: UserId, other: UserId) -> bool:
        row = self._sql.fetch_one(_APART_NOW, one=one, other=other)
        return row is not None and row[0] > 0

    def rate(self, order: OrderId, *, by: UserId, about: UserId, rating: Rating, opens_at: Instant) -> None:
        added = self._sql.execute(
            _RATE,
            order_id=order,
            by_id=by,
            about_id=about,
            verdict=rating.verdict.value,
            tags=",".join(rating.tags),
            at=self._now,
            opens_at=opens_at,
        )
        if added != 1:
            raise Refusal(Rule.ALREADY_DONE)

    def mark(self, by: UserId, about: UserId, mark: Mark | None) -> None:
        if mark is None:
            self._sql.execute(_TAKE_AWAY, by=by, about=about)
        else:
            self._sql.execute(_SET_MARK, by_id=by, about_id=about, kind=mark.value, at=self._now)

    def count_marks(self, by: UserId) -> int:
        row = self._sql.fetch_one(_COUNT_MARKS, by=by)
        assert row is not None
        return int(row[0])

    def marked(self, by: UserId, mark: Mark, *, before: int | None, limit: int) -> Sequence[Profile]:
        below = LARGEST_UNITS if before is None else before
        return [
            profile_of(row) for row in self._sql.fetch_all(_MARKED, by=by, kind=mark.value, below=below, most=limit)
        ]

    def marked_one(self, by: UserId, number: int) -> Profile:
        row = self._sql.fetch_one(_MARKED_ONE, by=by, number=number)
        if row is None:
            raise Refusal(Rule.NOT_FOUND)
        return profile_of(row)


def _standing(rows: Sequence[Row]) -> Standing:
    verdicts: Counter[str] = Counter()
    given: Counter[Tag] = Counter()
    for _, verdict, tags, count in rows:
        verdicts[verdict] += count
        given.update(dict.fromkeys(_tags(tags), count))
    ranked = sorted(given, key=lambda tag: (-given[tag], tag))
    return Standing(verdicts[Verdict.POSITIVE], verdicts[Verdict.NEGATIVE], tuple(ranked[:TAGS_SHOWN]))


def _rating(rows: Sequence[Row], wanted: str) -> Rating | None:
    return next((Rating(Verdict(verdict), _tags(tags)) for what, verdict, tags, _ in rows if what == wanted), None)


def _tags(kept: str) -> tuple[Tag, ...]:
    return tuple(Tag(tag) for tag in kept.split(",") if tag)
