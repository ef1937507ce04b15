"""Runs planned statements on a raw asyncpg connection, from synchronous code inside a greenlet."""

from collections.abc import Awaitable, Callable, Hashable, Mapping, Sequence
from typing import Any, Final, Literal, TypeVar

from sqlalchemy.util import await_only

from storage.engine.crashpoints import CrashPoint, reach
from storage.engine.errors import WriteInRead
from storage.engine.postgresql.connections import Connection
from storage.engine.postgresql.failures import DRIVER_FAILURES, ConnectionLost, translated
from storage.engine.postgresql.later import (
    MOST_AT_ONCE,
    Change,
    can_be_answered_within,
    can_see,
    counted,
    together,
)
from storage.engine.sql import Row, Statement
from storage.engine.statements import Plan, plan_of

T = TypeVar("T")

FEW_ROWS: Final = 4
"""Up to here rows wait singly; more go in one statement of their own."""


class PostgresqlSql:
    """The seam over one transaction of one connection."""

    __slots__ = ("_connection", "_later", "_read_only", "failure")
    dialect: Literal["postgresql"] = "postgresql"

    def __init__(self, connection: Connection, *, read_only: bool) -> None:
        self._connection = connection
        self._read_only = read_only
        self._later: list[Change] = []
        self.failure: Exception | None = None

    def fetch_all(self, statement: Statement, /, **parameters: Any) -> list[Row]:
        plan = self._plan(statement)
        self.settle()
        return self._fetch(plan.sql, plan.arguments(parameters))

    def fetch_one(self, statement: Statement, /, **parameters: Any) -> Row | None:
        plan = self._plan(statement)
        if self._later and can_be_answered_within(plan) and not can_see(plan, self._later):
            return self._run_together(plan, plan.arguments(parameters))
        self.settle()
        rows = self._fetch(plan.sql, plan.arguments(parameters))
        assert len(rows) <= 1, "one row at most was expected"
        return rows[0] if rows else None

    def execute(self, statement: Statement, /, **parameters: Any) -> int:
        plan = self._plan(statement)
        self.settle()
        status: str = self._wait(self._connection.execute(plan.sql, *plan.arguments(parameters)))
        # "UPDATE 3", "INSERT 0 1", but "LOCK TABLE" for what has no rows.
        count = status.rpartition(" ")[2]
        return int(count) if count.isdecimal() else 0

    def execute_later(
        self,
        statement: Statement,
        /,
        *,
        row: Hashable = None,
        then: Callable[[int], None] | None = None,
        **parameters: Any,
    ) -> None:
        plan = self._plan(statement)
        assert plan.writes_to is not None, "only a plain INSERT, UPDATE or DELETE can wait"
        self._postpone(Change(plan, plan.arguments(parameters), row, then))

    def execute_many(self, statement: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        plan = self._plan(statement)
        if len(rows) <= FEW_ROWS and plan.writes_to is not None and plan.only_adds:
            for row in rows:
                self._postpone(Change(plan, plan.arguments(row), None, None))
            return
        self.settle()
        self._wait(self._connection.executemany(plan.sql, [plan.arguments(row) for row in rows]))

    def settle(self) -> None:
        """Nothing waits after this."""
        if self._later:
            self._run_together(None, ())

    def _postpone(self, change: Change) -> None:
        if len(self._later) >= MOST_AT_ONCE or not all(map(change.can_run_beside, self._later)):
            self.settle()
        self._later.append(change)

    def _run_together(self, question: Plan | None, arguments: tuple[Any, ...]) -> Row | None:
        """The answer to the question, if there is one; everything that waited has happened."""
        changes, self._later = self._later, []
        sql = together(
            tuple([counted(change.plan) for change in changes]),
            tuple([len(change.arguments) for change in changes]),
            None if question is None else question.sql,
        )
        given = [value for change in changes for value in change.arguments]
        rows = self._fetch(sql, (*given, *arguments))
        assert len(rows) == 1, "one row at most was expected"
        counts, answer = rows[0][: len(changes)], rows[0][len(changes) :]
        for change, count in zip(changes, counts, strict=True):
            self._tell(change, count)
        return answer[1:] if answer and answer[0] is not None else None

    def _tell(self, change: Change, count: int) -> None:
        if change.then is None:
            return
        try:
            change.then(count)
        except Exception as error:
            # The other changes have happened: whoever swallows this must not commit them.
            self.failure = error
            raise

    def _fetch(self, sql: str, arguments: tuple[Any, ...]) -> list[Row]:
        return [tuple(record) for record in self._wait(self._connection.fetch(sql, *arguments))]

    def _plan(self, statement: Statement) -> Plan:
        if self.failure is not None:
            raise self.failure
        plan = plan_of(statement, "postgresql")
        if self._read_only and not plan.only_reads:
            raise WriteInRead(plan.sql)
        return plan

    def _wait(self, answer: Awaitable[T]) -> T:
        reach(CrashPoint.BEFORE_STATEMENT)
        try:
            result = await_only(answer)
        except DRIVER_FAILURES as error:
            failure = translated(error)
            self.failure = failure
            if isinstance(failure, ConnectionLost):
                self._connection.terminate()
            raise failure from error
        reach(CrashPoint.AFTER_STATEMENT)
        return result
