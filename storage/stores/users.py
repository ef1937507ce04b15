"""People and their records."""

from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, Select, bindparam, cast, func, select, update

from domain.kernel.codes import Coded, code_of
from domain.kernel.ids import UserId
from domain.kernel.moments import Instant
from domain.kernel.refusal import Refusal, Rule
from domain.users.model import Profile, Record, User
from storage.engine import Row, Sql
from storage.engine.portable import insert
from storage.schema.users import records, users

USER_COLUMNS: Final = (
    users.c.id,
    users.c.number,
    users.c.alias,
    users.c.language,
    users.c.is_merchant,
    users.c.payer_name,
    users.c.joined_at,
)


def _counter(column: ColumnElement[Any]) -> ColumnElement[Any]:
    return func.coalesce(column, 0)


PROFILE_COLUMNS: Final = (
    users.c.id,
    users.c.number,
    users.c.alias,
    users.c.is_merchant,
    users.c.joined_at,
    _counter(records.c.completed),
    _counter(records.c.at_fault),
    _counter(records.c.release_ms),
    _counter(records.c.released),
)
"""What `profile_of` reads; the records are joined from outside, because most people have none yet."""

_FIND: Final[Select[Any]] = select(*USER_COLUMNS).where(users.c.id == bindparam("user"))
_ADD: Final = (
    insert(users)
    .values(
        id=bindparam("user"),
        alias=bindparam("name"),
        language=bindparam("spoken"),
        is_merchant=0,
        payer_name=None,
        joined_at=bindparam("now"),
        unreachable_at=None,
    )
    .on_conflict_do_nothing(index_elements=[users.c.id])
)
_BY_ID: Final = users.c.id == bindparam("user")
_RENAME: Final = update(users).where(_BY_ID).values(alias=bindparam("name"))
_SPEAK: Final = update(users).where(_BY_ID).values(language=bindparam("spoken"))
_PAY_AS: Final = update(users).where(_BY_ID).values(payer_name=bindparam("name"))
_MAKE_MERCHANT: Final = update(users).where(_BY_ID).values(is_merchant=bindparam("granted"))
_PROFILE: Final[Select[Any]] = (
    select(*PROFILE_COLUMNS).select_from(users.outerjoin(records, records.c.user_id == users.c.id)).where(_BY_ID)
)
_fresh: Final = insert(records).values(
    user_id=bindparam("user"),
    completed=bindparam("more_completed"),
    at_fault=bindparam("more_at_fault"),
    release_ms=bindparam("more_release_ms"),
    released=bindparam("more_released"),
)
_COUNT: Final = _fresh.on_conflict_do_update(
    index_elements=[records.c.user_id],
    set_={
        column.name: cast(column + _fresh.excluded[column.name], BigInteger)
        for column in (records.c.completed, records.c.at_fault, records.c.release_ms, records.c.released)
    },
)


class UserStore:
    """See `domain.users.ports.Users`."""

    def __init__(self, sql: Sql, now: Instant) -> None:
        self._sql = sql
        self._now = now

    def find(self, user: UserId) -> User | None:
        row = self._sql.fetch_one(_FIND, user=user)
        return None if row is None else user_of(row)

    def get(self, user: UserId) -> User:
        found = self.find(user)
        if found is None:
            raise Refusal(Rule.NOT_REGISTERED)
        return found

    def add(self, user: UserId, *, alias: str, language: str) -> User:
        self._sql.execute(_ADD, user=user, name=alias, spoken=language, now=self._now)
        return self.get(user)

    def rename(self, user: UserId, alias: str) -> None:
        _one_person(self._sql.execute(_RENAME, user=user, name=alias))

    def speak(self, user: UserId, language: str) -> None:
        _one_person(self._sql.execute(_SPEAK, user=user, spoken=language))

    def pay_as(self, user: UserId, payer_name: str) -> None:
        _one_person(self._sql.execute(_PAY_AS, user=user, name=payer_name))

    def make_merchant(self, user: UserId, *, is_merchant: bool) -> None:
        _one_person(self._sql.execute(_MAKE_MERCHANT, user=user, granted=int(is_merchant)))

    def profile(self, user: UserId) -> Profile:
        row = self._sql.fetch_one(_PROFILE, user=user)
        if row is None:
            raise Refusal(Rule.NOT_REGISTERED)
        return profile_of(row)

    def count(self, user: UserId, change: Record) -> None:
        self._sql.execute_later(
            _COUNT,
            row=user,
            user=user,
            more_completed=change.completed,
            more_at_fault=change.at_fault,
            more_release_ms=change.release_ms,
            more_released=change.released,
        )


def profile_of(row: Row) -> Profile:
    """A profile from the values of `PROFILE_COLUMNS`."""
    user, number, alias, is_merchant, joined_at, completed, at_fault, release_ms, released = row
    return Profile(
        id=user,
        alias=alias,
        code=code_of(Coded.USER, number),
        is_merchant=bool(is_merchant),
        joined_at=joined_at,
        record=Record(completed, at_fault, release_ms, released),
    )


def user_of(row: Row) -> User:
    """A user from the values of `USER_COLUMNS`."""
    user, number, alias, language, is_merchant, payer_name, joined_at = row
    return User(user, number, alias, language, bool(is_merchant), payer_name, joined_at)


def _one_person(changed: int) -> None:
    if changed != 1:
        raise Refusal(Rule.NOT_REGISTERED)
