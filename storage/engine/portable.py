"""Constructs that mean the same on both engines, for the places where the two dialects differ."""

from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, bindparam, cast, func, literal_column
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import ARRAY, NullType

__all__ = ["MOST_CLAIMED", "insert", "one_of", "total"]
# `insert` is PostgreSQL's: its ON CONFLICT clauses compile to the same words on SQLite, while SQLite's own
# construct does not compile on PostgreSQL.

MOST_CLAIMED: Final = literal_column("1000", BigInteger())
"""The limit inside a claim; the caller's own comes outside. PostgreSQL plans before it knows a parameter, and without
a number it can read it expects to need a tenth of the table, which it then reads from end to end."""


class one_of(FunctionElement[Any]):  # noqa: N801 - reads as a function where it is used
    """`where(one_of(orders.c.id, "ids"))`: the column is one of the values in the list given at call time.

    The list may be empty (nothing matches) and holds integers or texts, never bytes.
    """

    name = "one_of"
    type = NullType()  # A Boolean would be compared with 1 on SQLite, which hides the index.
    inherit_cache = True

    def __init__(self, column: ColumnElement[Any], list_name: str) -> None:
        super().__init__(column, bindparam(list_name, type_=ARRAY(column.type)))


@compiles(one_of, "postgresql")
def _any_of_array(element: one_of, compiler: SQLCompiler, **keywords: Any) -> str:
    column, values = element.clauses
    return f"({compiler.process(column, **keywords)} = ANY ({compiler.process(values, **keywords)}))"


@compiles(one_of, "sqlite")
def _in_json_list(element: one_of, compiler: SQLCompiler, **keywords: Any) -> str:
    column, values = element.clauses
    listed = compiler.process(values, **keywords)
    return f"({compiler.process(column, **keywords)} IN (SELECT value FROM json_each({listed})))"  # noqa: S608


def total(amounts: ColumnElement[Any]) -> ColumnElement[int]:
    """The sum as an integer, 0 of nothing; PostgreSQL alone would answer with a Decimal, or NULL."""
    return cast(func.coalesce(func.sum(amounts), 0), BigInteger)
