"""The one async gate to the database, as the rest of the project sees it."""

from collections.abc import Callable
from dataclasses import dataclass
from types import CoroutineType
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar

from domain.kernel.moments import Instant
from storage.engine.errors import TransactionOver
from storage.engine.sql import Sql
from storage.engine.transaction_scope import inside_transaction

W = TypeVar("W")
W_co = TypeVar("W_co", covariant=True)
P = ParamSpec("P")
R = TypeVar("R")


class Desk(Protocol[W_co]):
    """Runs plain synchronous functions, each in one transaction; nothing else reaches the database.

    All three raise what the function raises, and `errors.Busy` when the desk is overloaded.
    """

    async def write(self, use_case: Callable[Concatenate[W_co, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Everything the use case did is durable when this returns; if it raises, nothing was done.

        A use case may be run again from the start after a deadlock, so it must have no effect but rows. The
        transaction runs to its end even when the caller is cancelled. Raises `errors.Ambiguous` when the answer
        to COMMIT was lost.
        """
        ...

    async def read(self, query: Callable[Concatenate[W_co, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The cheapest read. On PostgreSQL each statement sees its own snapshot, on SQLite all see one."""
        ...

    async def read_snapshot(self, query: Callable[Concatenate[W_co, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """A read whose statements must agree with one another, such as a balance and its entries."""
        ...

    async def close(self) -> None:
        """Finishes what has begun, refuses what comes after."""
        ...


class GateSql(Sql, Protocol):
    """What the gates need beyond the seam."""

    failure: Exception | None
    """Why this transaction can only be rolled back; set as well when it is over, so that no store outlives it."""

    def settle(self) -> None:
        """Runs whatever was asked for by `execute_later` and has not run yet."""
        ...


@dataclass(frozen=True, slots=True)
class WorkRoom(Generic[W]):
    """How to make the work a use case is given, and how to run one inside an open transaction."""

    work_factory: Callable[[Sql, Instant], W]
    now_of: Callable[[Sql], int]
    """Milliseconds since 1970 UTC; may ask the database, at the price of a statement."""

    def run(self, sql: GateSql, use_case: Callable[Concatenate[W, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The use case's result; raises when a statement failed, even if the use case swallowed that."""
        mark = inside_transaction.set(True)
        try:
            result = use_case(self.work_factory(sql, Instant(self.now_of(sql))), *args, **kwargs)
            if sql.failure is None:
                sql.settle()
        finally:
            inside_transaction.reset(mark)
            failure, sql.failure = sql.failure, TransactionOver("this transaction has ended")
        if failure is not None:
            raise failure
        _refuse_coroutine(result)
        return result


def _refuse_coroutine(result: Any) -> None:
    if isinstance(result, CoroutineType):
        result.close()
        raise TypeError("a use case is a plain function; this one is async and would run outside its transaction")
