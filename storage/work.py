"""One open transaction as the rules see it: every store over the same `Sql`, built when first asked for."""

from collections.abc import Callable
from functools import cached_property, partial

from domain.kernel.moments import Instant
from domain.operations.rules import DeskRules
from storage.book import StoredBook
from storage.deadlines import DeadlineStore
from storage.engine import Sql
from storage.inbox import PressReader
from storage.outbox import OutboxStore
from storage.readers.market import MarketReader
from storage.readers.orders import OrderReader
from storage.readers.visitors import VisitorReader
from storage.stores.ads import AdStore
from storage.stores.cards import CardStore
from storage.stores.drafts import DraftStore
from storage.stores.lines import LineStore
from storage.stores.looks import LookStore
from storage.stores.orders import OrderStore
from storage.stores.proofs import ProofStore
from storage.stores.trust import TrustStore
from storage.stores.users import UserStore


class StoredOrders(OrderStore, OrderReader):
    """What use cases change and what screens read, under the one name `orders`."""

    def __init__(self, sql: Sql, now: Instant, trust: TrustStore) -> None:
        OrderStore.__init__(self, sql)
        OrderReader.__init__(self, sql, now, trust)


class StorageWork:
    """`domain.work.Work` and `domain.work.Reading`. Storage's own functions use `sql` besides."""

    def __init__(self, sql: Sql, now: Instant, rules: DeskRules) -> None:
        self.sql = sql
        self.now = now
        self.rules = rules

    @cached_property
    def users(self) -> UserStore:
        return UserStore(self.sql, self.now)

    @cached_property
    def ads(self) -> AdStore:
        return AdStore(self.sql)

    @cached_property
    def market(self) -> MarketReader:
        return MarketReader(self.sql, self.trust)

    @cached_property
    def orders(self) -> StoredOrders:
        return StoredOrders(self.sql, self.now, self.trust)

    @cached_property
    def proofs(self) -> ProofStore:
        return ProofStore(self.sql)

    @cached_property
    def lines(self) -> LineStore:
        return LineStore(self.sql)

    @cached_property
    def book(self) -> StoredBook:
        return StoredBook(self.sql, self.now)

    @cached_property
    def deadlines(self) -> DeadlineStore:
        return DeadlineStore(self.sql)

    @cached_property
    def presses(self) -> PressReader:
        return PressReader(self.sql, self.now)

    @cached_property
    def outbox(self) -> OutboxStore:
        return OutboxStore(self.sql, self.now)

    @cached_property
    def cards(self) -> CardStore:
        return CardStore(self.sql)

    @cached_property
    def drafts(self) -> DraftStore:
        return DraftStore(self.sql)

    @cached_property
    def visitors(self) -> VisitorReader:
        return VisitorReader(self.sql)

    @cached_property
    def looks(self) -> LookStore:
        return LookStore(self.sql)

    @cached_property
    def trust(self) -> TrustStore:
        return TrustStore(self.sql, self.now)


def work_under(rules: DeskRules) -> Callable[[Sql, Instant], StorageWork]:
    """The factory that `open_desk` wants."""
    return partial(StorageWork, rules=rules)
