"""The seam the stores stand on: plain synchronous SQL, whichever of the two engines is beneath."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias

from sqlalchemy import Executable

Dialect: TypeAlias = Literal["sqlite", "postgresql"]

Row: TypeAlias = tuple[Any, ...]
"""A real tuple on both engines, in the order of the statement's columns: `order_id, amount_minor = row`.
Integers arrive as int, TEXT as str, BYTEA and BLOB as bytes; nothing is converted on the way."""


@dataclass(frozen=True, slots=True)
class PerDialect:
    """One meaning in two wordings, for the rare statement which neither SQLAlchemy nor `portable` can bridge."""

    sqlite: Executable
    postgresql: Executable


Statement: TypeAlias = Executable | PerDialect
"""Built once, at module level, with `bindparam` names; compiled once per engine and kept."""


class Sql(Protocol):
    """One open transaction. A statement that fails dooms it: on both engines nothing further is accepted."""

    @property
    def dialect(self) -> Dialect:
        """The engine beneath, for a store that must know."""
        ...

    def fetch_all(self, statement: Statement, /, **parameters: Any) -> list[Row]:
        """Every row the statement yields."""
        ...

    def fetch_one(self, statement: Statement, /, **parameters: Any) -> Row | None:
        """The only row, or None; a second row is a mistake in the statement and an AssertionError."""
        ...

    def execute(self, statement: Statement, /, **parameters: Any) -> int:
        """Runs the statement and returns how many rows it changed."""
        ...

    def execute_later(
        self,
        statement: Statement,
        /,
        *,
        row: Hashable = None,
        then: Callable[[int], None] | None = None,
        **parameters: Any,
    ) -> None:
        """Runs the statement before anything can see that it has not run yet, together with others if it can.

        `then` hears how many rows it changed; what it raises dooms the transaction. `row` names the only row of its
        table that the statement can touch: two with the same name, or without one, never run at once.
        """
        ...

    def execute_many(self, statement: Statement, rows: Sequence[Mapping[str, Any]], /) -> None:
        """Runs the statement once per row, in one round trip."""
        ...
