"""Runs planned statements on a raw sqlite3 connection."""

import sqlite3
from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, Final, Literal

from storage.engine.crashpoints import CrashPoint, reach
from storage.engine.errors import Constraint, ConstraintBroken, EngineError, StatementFailed, UnfitValue, WriteInRead
from storage.engine.sql import Row, Statement
from storage.engine.statements import Plan, plan_of

_CONSTRAINTS: Final = {
    "SQLITE_CONSTRAINT_UNIQUE": Constraint.UNIQUE,
    "SQLITE_CONSTRAINT_PRIMARYKEY": Constraint.UNIQUE,
    "SQLITE_CONSTRAINT_ROWID": Constraint.UNIQUE,
    "SQLITE_CONSTRAINT_CHECK": Constraint.CHECK,
    "SQLITE_CONSTRAINT_FOREIGNKEY": Constraint.FOREIGN_KEY,
    "SQLITE_CONSTRAINT_NOTNULL": Constraint.NOT_NULL,
    "SQLITE_CONSTRAINT_TRIGGER": Constraint.TRIGGER,
}

_FAILURES: Final = (sqlite3.Error, OverflowError, UnicodeError)


class SqliteSql:
    """The seam over one transaction of one connection."""

    __slots__ = ("_connection", "_read_only", "failure")
    dialect: Literal["sqlite"] = "sqlite"

    def __init__(self, connection: sqlite3.Connection, *, read_only: bool) -> None:
        self._connection = connection
        self._read_only = read_only
        self.failure: Exception | None = None

    def fetch_all(self, statement: Statement, /, **parameters: Any) -> list[Row]:
        plan = self._plan(statement)
        return self._run(plan, plan.arguments(parameters))[0]

    def fetch_one(self, statement: Statement, /, **parameters: Any) -> Row | None:
        rows = self.fetch_all(statement, **parameters)
        assert len(rows) <= 1, "one row at most was expected"
        return rows[0] if rows else None

    def execute(self, statement: Statement, /, **parameters: Any) -> int:
        plan = self._plan(statement)
        rows, changed = self._run(plan, plan.arguments(parameters))
        return len(rows) if plan.returns_rows else max(changed, 0)

    def execute_later(
        self,
        statement: Statement,
        /,
        *,
        row: Hashable = None,
        then: Callable[[int], None] | None = None,
        **parameters: Any,
    ) -> None:
        """At once: there is no way to the server that could be saved."""
        changed = self.execute(statement, **parameters)
        if then is not None:
            self._hear(then, changed)

    def settle(self) -> None:
        """Nothing waits."""

    def execute_many(self, statement: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        plan = self._plan(statement)
        arguments = [plan.arguments(row) for row in rows]
        reach(CrashPoint.BEFORE_STATEMENT)
        try:
            self._connection.executemany(plan.sql, arguments)
        except _FAILURES as error:
            raise self._doomed_by(error) from error
        reach(CrashPoint.AFTER_STATEMENT)

    def _hear(self, then: Callable[[int], None], changed: int) -> None:
        try:
            then(changed)
        except Exception as error:
            self.failure = error
            raise

    def _plan(self, statement: Statement) -> Plan:
        if self.failure is not None:
            raise self.failure
        plan = plan_of(statement, "sqlite")
        if self._read_only and not plan.only_reads:
            raise WriteInRead(plan.sql)
        return plan

    def _run(self, plan: Plan, arguments: tuple[Any, ...]) -> tuple[list[Row], int]:
        reach(CrashPoint.BEFORE_STATEMENT)
        try:
            cursor = self._connection.execute(plan.sql, arguments)
            rows = cursor.fetchall() if plan.returns_rows else []
        except _FAILURES as error:
            raise self._doomed_by(error) from error
        reach(CrashPoint.AFTER_STATEMENT)
        return rows, cursor.rowcount

    def _doomed_by(self, error: Exception) -> EngineError:
        failure = translated(error)
        self.failure = failure
        return failure


def translated(error: Exception) -> EngineError:
    """The driver's complaint in the engine's words."""
    if isinstance(error, OverflowError | UnicodeError):
        return UnfitValue(str(error))
    kind = _CONSTRAINTS.get(getattr(error, "sqlite_errorname", ""))
    if kind is not None:
        # The message ends in the constraint's name for a CHECK, in "table.column, …" for a unique key.
        return ConstraintBroken(kind, str(error).partition("constraint failed: ")[2] or str(error))
    return StatementFailed(str(error))
