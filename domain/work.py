"""One transaction with everything a use case may touch in it, and the one gate through which transactions begin."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, Protocol, TypeVar

from domain.ads.ports import AdReader, Ads, Looks
from domain.chat.ports import Lines
from domain.forms.ports import Drafts, Visitors
from domain.kernel.moments import Instant
from domain.ledger.ports import Book
from domain.notices.ports import Cards, Outbox
from domain.operations.rules import DeskRules
from domain.orders.ports import Deadlines, OrderReader, Orders, Presses
from domain.proofs.ports import Proofs
from domain.trust.ports import Trust
from domain.users.ports import Users

P = ParamSpec("P")
R = TypeVar("R")


class Work(Protocol):
    """One open write transaction. Use cases are plain functions over it; it commits when they return.

    Everything here is read-only, so that storage may build each store when it is first asked for.
    """

    @property
    def now(self) -> Instant: ...
    @property
    def rules(self) -> DeskRules: ...
    @property
    def users(self) -> Users: ...
    @property
    def ads(self) -> Ads: ...
    @property
    def orders(self) -> Orders: ...
    @property
    def proofs(self) -> Proofs: ...
    @property
    def lines(self) -> Lines: ...
    @property
    def book(self) -> Book: ...
    @property
    def deadlines(self) -> Deadlines: ...
    @property
    def presses(self) -> Presses: ...
    @property
    def outbox(self) -> Outbox: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def looks(self) -> Looks: ...
    @property
    def trust(self) -> Trust: ...


class Reading(Protocol):
    """One look at the database: what screens are drawn from."""

    @property
    def now(self) -> Instant: ...
    @property
    def rules(self) -> DeskRules: ...
    @property
    def users(self) -> Users: ...
    @property
    def market(self) -> AdReader: ...
    @property
    def orders(self) -> OrderReader: ...
    @property
    def proofs(self) -> Proofs: ...
    @property
    def lines(self) -> Lines: ...
    @property
    def book(self) -> Book: ...
    @property
    def cards(self) -> Cards: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def visitors(self) -> Visitors: ...
    @property
    def looks(self) -> Looks: ...
    @property
    def trust(self) -> Trust: ...


class Overtaken(Exception):
    """Another worker has this update by now: do nothing more in its name and tell nobody."""


class Desk(Protocol):
    """The gate. A use case's `Refusal` passes through it unchanged, and nothing it did remains."""

    async def write(self, use_case: Callable[Concatenate[Work, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Runs one use case in one transaction and returns once it is durable."""
        ...

    async def read(self, query: Callable[Concatenate[Reading, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Runs one query without a write lock."""
        ...
