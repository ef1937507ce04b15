"""The lines of the orders' chats."""

from typing import Any, Final

from sqlalchemy import BigInteger, Select, bindparam, func, select

from domain.chat.model import Line, NewLine
from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant
from domain.kernel.refusal import Refusal, Rule
from storage.engine import Row, Sql
from storage.engine.portable import insert
from storage.schema.chat import chat_lines

_COLUMNS: Final = (
    chat_lines.c.number,
    chat_lines.c.at,
    chat_lines.c.order_id,
    chat_lines.c.by_id,
    chat_lines.c.text,
    chat_lines.c.picture,
    chat_lines.c.source,
)
_OF_ORDER: Final = chat_lines.c.order_id == bindparam("order")
_FIND: Final[Select[Any]] = select(*_COLUMNS).where(chat_lines.c.source == bindparam("message"))
_GET: Final[Select[Any]] = select(*_COLUMNS).where(_OF_ORDER, chat_lines.c.number == bindparam("line"))
_COUNT_SINCE: Final = (
    select(func.count())
    .select_from(chat_lines)
    .where(chat_lines.c.by_id == bindparam("user"), chat_lines.c.at >= bindparam("since"))
)
_NEWEST: Final[Select[Any]] = (
    select(*_COLUMNS).where(_OF_ORDER).order_by(chat_lines.c.number.desc()).limit(bindparam("most", type_=BigInteger()))
)
_following: Final = select(func.coalesce(func.max(chat_lines.c.number), 0) + 1).where(_OF_ORDER).scalar_subquery()
_ADD: Final = (
    insert(chat_lines)
    .values(
        order_id=bindparam("order"),
        number=_following,
        by_id=bindparam("by"),
        text=bindparam("said"),
        picture=bindparam("shown"),
        source=bindparam("message"),
        at=bindparam("now"),
    )
    .returning(chat_lines.c.number)
)


class LineStore:
    """See `domain.chat.ports.Lines`."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def find(self, source: str) -> Line | None:
        row = self._sql.fetch_one(_FIND, message=source)
        return None if row is None else _line_of(row)

    def get(self, order: OrderId, number: int) -> Line:
        row = self._sql.fetch_one(_GET, order=order, line=number)
        if row is None:
            raise Refusal(Rule.NOT_FOUND)
        return _line_of(row)

    def count_since(self, by: UserId, since: Instant) -> int:
        row = self._sql.fetch_one(_COUNT_SINCE, user=by, since=since)
        assert row is not None
        return int(row[0])

    def add(self, new: NewLine, now: Instant) -> Line:
        row = self._sql.fetch_one(
            _ADD, order=new.order, by=new.by, said=new.text, shown=new.picture, message=new.source, now=now
        )
        assert row is not None
        return Line(row[0], new, now)

    def newest(self, order: OrderId, limit: int) -> tuple[Line, ...]:
        rows = self._sql.fetch_all(_NEWEST, order=order, most=limit)
        return tuple(_line_of(row) for row in reversed(rows))


def _line_of(row: Row) -> Line:
    number, at, *said = row
    return Line(number, NewLine(*said), at)
