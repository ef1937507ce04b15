"""Runs planned statements on a raw asyncpg connection, from synchronous code inside a greenlet."""

from collections.abc import Awaitable, Mapping, Sequence
from typing import Any, Literal, TypeVar

from sqlalchemy.util import await_only

from storage.engine.crashpoints import CrashPoint, reach
from storage.engine.errors import WriteInRead
from storage.engine.postgresql.connections import Connection
from storage.engine.postgresql.failures import DRIVER_FAILURES, ConnectionLost, translated
from storage.engine.sql import Row, Statement
from storage.engine.statements import Plan, plan_of

T = TypeVar("T")


class PostgresqlSql:
    """The seam over one transaction of one connection."""

    __slots__ = ("_connection", "_read_only", "failure")
    dialect: Literal["postgresql"] = "postgresql"

    def __init__(self, connection: Connection, *, read_only: bool) -> None:
        self._connection = connection
        self._read_only = read_only
        self.failure: Exception | None = None

    def fetch_all(self, statement: Statement, /, **parameters: Any) -> list[Row]:
        plan = self._plan(statement)
        return [tuple(record) for record in self._wait(self._connection.fetch(plan.sql, *plan.arguments(parameters)))]

    def fetch_one(self, statement: Statement, /, **parameters: Any) -> Row | None:
        rows = self.fetch_all(statement, **parameters)
        assert len(rows) <= 1, "one row at most was expected"
        return rows[0] if rows else None

    def execute(self, statement: Statement, /, **parameters: Any) -> int:
        plan = self._plan(statement)
        status: str = self._wait(self._connection.execute(plan.sql, *plan.arguments(parameters)))
        # "UPDATE 3", "INSERT 0 1", but "LOCK TABLE" for what has no rows.
        count = status.rpartition(" ")[2]
        return int(count) if count.isdecimal() else 0

    def execute_many(self, statement: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        plan = self._plan(statement)
        self._wait(self._connection.executemany(plan.sql, [plan.arguments(row) for row in rows]))

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
