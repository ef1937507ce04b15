"""Compiles a statement once per engine into the driver's own SQL and the order of its parameters."""

import json
import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, cast

from sqlalchemy import CTE, ClauseElement, Executable, Insert, Table, TextClause, UpdateBase
from sqlalchemy.dialects.postgresql.asyncpg import dialect as postgresql_dialect
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.engine import Dialect as SqlAlchemyDialect
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.selectable import SelectBase
from sqlalchemy.sql.visitors import iterate
from sqlalchemy.types import ARRAY

from storage.engine.sql import Dialect, PerDialect, Statement

PLANS_LIMIT: Final = 4_096
"""Far above the number of statements written in the stores; reaching it means somebody builds them per call."""

_WORD: Final = re.compile(r"\w+")
_WRITING_WORDS: Final = frozenset({"INSERT", "UPDATE", "DELETE", "MERGE"})

_log: Final = logging.getLogger(__name__)

_dialects: Final[dict[Dialect, SqlAlchemyDialect]] = {
    "sqlite": sqlite_dialect(),
    "postgresql": postgresql_dialect(),  # type: ignore[no-untyped-call]
}


@dataclass(frozen=True, slots=True)
class Plan:
    """A statement as its driver wants it."""

    sql: str
    names: tuple[str, ...]
    """Parameter names in the driver's order; on SQLite a name may come twice."""
    fixed: Mapping[str, Any]
    """Values written in the statement itself; a caller may override them by name."""
    required: frozenset[str]
    """Names the caller must give, no more and no fewer."""
    lists: frozenset[str]
    """Parameters that are lists and travel as JSON, because SQLite has no arrays."""
    returns_rows: bool
    only_reads: bool
    words: frozenset[str]
    """Every word of the statement, tables among them: what does not name a table does not touch it."""
    writes_to: str | None = None
    """The one table it changes, when it is a plain INSERT, UPDATE or DELETE that may be one step of a larger one."""
    only_adds: bool = False
    """Whether it never touches a row that is there already."""

    def arguments(self, given: Mapping[str, Any]) -> tuple[Any, ...]:
        """The values in the driver's order; a wrong name is a TypeError before anything is sent."""
        if given.keys() != self.required:
            self._check_names(given)
        values = {**self.fixed, **given} if self.fixed else given
        if self.lists:
            values = {name: json.dumps(list(value)) if name in self.lists else value for name, value in values.items()}
        return tuple([values[name] for name in self.names])

    def _check_names(self, given: Mapping[str, Any]) -> None:
        missing = self.required - given.keys()
        unknown = given.keys() - self.required - self.fixed.keys()
        if missing or unknown:
            raise TypeError(f"missing {sorted(missing)}, unknown {sorted(unknown)} in: {self.sql}")


_plans: Final[dict[tuple[int, Dialect], tuple[Statement, Plan]]] = {}
"""Keyed by identity; the statement is kept beside its plan so that its identity cannot be given to another."""


def plan_of(statement: Statement, dialect: Dialect) -> Plan:
    """The plan of a statement, compiled at its first use. Safe from any thread."""
    known = _plans.get((id(statement), dialect))
    if known is not None:
        return known[1]
    plan = _compile(statement, dialect)
    if len(_plans) >= PLANS_LIMIT:
        _log.warning("the statement cache is full: statements are built per call somewhere", extra={"sql": plan.sql})
        _plans.clear()
    _plans[(id(statement), dialect)] = (statement, plan)
    return plan


def _compile(statement: Statement, dialect: Dialect) -> Plan:
    worded = getattr(statement, dialect) if isinstance(statement, PerDialect) else statement
    if isinstance(worded, Insert) and not worded._returning:
        # Otherwise SQLAlchemy asks PostgreSQL for the new key, which nobody here reads.
        worded = worded.inline()
    compiled = cast("ClauseElement", worded).compile(dialect=_dialects[dialect])
    if not isinstance(compiled, SQLCompiler):
        return _definition(compiled.string)
    if compiled.insert_prefetch or compiled.update_prefetch:
        raise TypeError(f"a Python-side column default cannot be used by the engine: {compiled.string}")

    binds = {bind.key: bind for bind in compiled.binds.values()}
    for bind in binds.values():
        if bind.expanding and bind.required:
            raise TypeError(f"use portable.one_of for a list given at call time: {bind.key}")
    required = frozenset(name for name, bind in binds.items() if bind.required)
    expanded = compiled.construct_expanded_state(dict.fromkeys(required))
    lists = frozenset(name for name, bind in binds.items() if isinstance(bind.type, ARRAY))
    names = tuple(expanded.positiontup or ())
    return Plan(
        sql=expanded.statement,
        names=names,
        fixed={name: value for name, value in expanded.parameters.items() if name not in required},
        required=required,
        lists=lists if dialect == "sqlite" else frozenset(),
        returns_rows=_returns_rows(worded, expanded.statement),
        only_reads=_only_reads(worded, expanded.statement),
        words=frozenset(_WORD.findall(expanded.statement)),
        writes_to=_writes_to(worded),
        only_adds=isinstance(worded, Insert) and "DO UPDATE" not in expanded.statement,
    )


def _definition(sql: str) -> Plan:
    """CREATE and DROP take no parameters."""
    nothing: frozenset[str] = frozenset()
    return Plan(sql, (), {}, nothing, nothing, returns_rows=False, only_reads=False, words=nothing)


def _writes_to(statement: Executable) -> str | None:
    if not isinstance(statement, UpdateBase) or any(isinstance(part, CTE) for part in iterate(statement)):
        return None
    return cast("Table", statement.table).name


def _returns_rows(statement: Executable, sql: str) -> bool:
    if isinstance(statement, SelectBase):
        return True
    if isinstance(statement, UpdateBase):
        return bool(statement._returning)
    words = _WORD.findall(sql.upper())
    return words[0] in {"SELECT", "WITH", "VALUES", "PRAGMA", "SHOW"} or "RETURNING" in words


def _only_reads(statement: Executable, sql: str) -> bool:
    """Whether a read may run it: no part of it writes, not even a CTE. Hand-written SQL is judged by its words."""
    if isinstance(statement, ClauseElement) and not isinstance(statement, TextClause):
        return not any(isinstance(part, UpdateBase) for part in iterate(statement))
    words = _WORD.findall(sql.upper())
    return words[0] in {"SELECT", "WITH", "VALUES", "SHOW"} and _WRITING_WORDS.isdisjoint(words)
