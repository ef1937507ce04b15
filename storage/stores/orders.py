"""The orders: opened once per token, saved only over the version that was decided on."""

from functools import partial
from typing import Any, Final

from sqlalchemy import Select, bindparam, func, select, update

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant, after
from domain.kernel.refusal import Refusal, Rule
from domain.orders.model import Order, OrderState, Terms
from domain.orders.step import Step
from storage.engine import Sql
from storage.engine.portable import insert
from storage.schema.orders import LIVE_ORDERS, order_history, order_terms, orders
from storage.stores.order_rows import ORDER_COLUMNS, changing_row, order_of, terms_row

OPENED: Final = "Taken"
"""The event of an order's first line of history; all others bear the names of their event classes."""

_whole: Final = orders.join(order_terms, order_terms.c.order_id == orders.c.id)
_GET: Final[Select[Any]] = (
    select(*ORDER_COLUMNS, orders.c.armed_at, orders.c.armed_version)
    .select_from(_whole)
    .where(orders.c.id == bindparam("order"))
    .with_for_update(of=orders, key_share=True)
)  # The lock is PostgreSQL's; on SQLite the transaction itself is the lock.
_OPENED_BY: Final[Select[Any]] = (
    select(*ORDER_COLUMNS).select_from(_whole).where(orders.c.token == bindparam("given_token"))
)
_OPEN: Final = (
    insert(orders)
    .values(
        token=bindparam("given_token"),
        ad_id=bindparam("ad"),
        buyer_id=bindparam("buyer"),
        seller_id=bindparam("seller"),
        taker_id=bindparam("taker"),
        state=OrderState.AWAIT_PAYMENT.value,
        version=1,
        round=1,
        opened_at=bindparam("now"),
        pay_until=bindparam("until"),
        settled=0,
        extensions=0,
    )
    .returning(orders.c.id)
)
_FREEZE: Final = insert(order_terms)
_REMEMBER: Final = (
    insert(order_history)
    .values({column.name: bindparam(column.name) for column in order_history.columns})
    .on_conflict_do_nothing(index_elements=[order_history.c.order_id, order_history.c.version])
)  # So that a step from an old version is told that it is stale, by whichever of the two statements comes first.
_CHANGING: Final = (
    *("state", "version", "round", "pay_until", "paid_at", "grace_until", "ended_at", "extensions", "settled"),
    *("cancel_by", "cancel_version", "cancel_until", "cancel_reason", "cancel_kind", "seller_reason"),
)
_SAVE: Final = (
    update(orders)
    .where(
        orders.c.id == bindparam("order"),
        orders.c.version == bindparam("seen_version"),
        orders.c.state == bindparam("seen_state"),
    )
    .values({name: bindparam(f"new_{name}") for name in _CHANGING})
)
_COUNT_OPEN: Final = select(func.count()).select_from(orders).where(orders.c.taker_id == bindparam("user"), LIVE_ORDERS)
_ARM: Final = (
    update(orders)
    .where(orders.c.id == bindparam("order"), orders.c.version == bindparam("seen_version"))
    .values(armed_at=bindparam("now"), armed_version=bindparam("seen_version"))
)


class OrderStore:
    """See `domain.orders.ports.Orders`."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql
        self._armed: dict[OrderId, tuple[int | None, Instant | None]] = {}
        """Version and moment of the release confirmation, of orders that this transaction has locked."""

    def get(self, order: OrderId) -> Order:
        row = self._sql.fetch_one(_GET, order=order)
        if row is None:
            raise Refusal(Rule.NOT_FOUND)
        *values, armed_at, armed_version = row
        self._armed[order] = (armed_version, armed_at)
        return order_of(tuple(values))

    def opened_by(self, token: str) -> Order | None:
        row = self._sql.fetch_one(_OPENED_BY, given_token=token)
        return None if row is None else order_of(row)

    def open(self, terms: Terms, *, token: str, now: Instant) -> Order:
        until = after(now, terms.window_ms)
        row = self._sql.fetch_one(
            _OPEN,
            given_token=token,
            ad=terms.ad,
            buyer=terms.buyer,
            seller=terms.seller,
            taker=terms.taker,
            now=now,
            until=until,
        )
        assert row is not None
        order = Order(row[0], terms, OrderState.AWAIT_PAYMENT, version=1, round=1, opened_at=now, pay_until=until)
        self._sql.execute_later(_FREEZE, **terms_row(order.id, terms))
        self._remember(order, OPENED, order.role_of(terms.taker).value, "1", now)
        return order

    def save(self, step: Step, now: Instant) -> None:
        assert step.order.version == step.before.version + 1
        self._sql.execute_later(
            _SAVE,
            row=step.before.id,
            then=partial(_one_order, step.before),
            order=step.before.id,
            seen_version=step.before.version,
            seen_state=step.before.state.value,
            **changing_row(step.order),
        )
        self._remember(step.order, type(step.event).__name__, step.by.value, step.row, now)

    def count_open_as_taker(self, user: UserId) -> int:
        row = self._sql.fetch_one(_COUNT_OPEN, user=user)
        assert row is not None
        return int(row[0])

    def arm_release(self, order: Order, now: Instant) -> None:
        self._armed[order.id] = (order.version, now)
        self._sql.execute_later(
            _ARM, row=order.id, then=partial(_one_order, order), order=order.id, seen_version=order.version, now=now
        )

    def armed_at(self, order: Order) -> Instant | None:
        if order.id not in self._armed:
            self.get(order.id)
        version, moment = self._armed[order.id]
        return moment if version == order.version else None

    def _remember(self, order: Order, event: str, by_role: str, row_number: str, now: Instant) -> None:
        self._sql.execute_later(
            _REMEMBER,
            then=partial(_one_order, order),
            order_id=order.id,
            version=order.version,
            event=event,
            by_role=by_role,
            row_number=row_number,
            state=order.state.value,
            at=now,
        )


def _one_order(order: Order, changed: int) -> None:
    if changed != 1:
        raise Refusal(Rule.STALE, code=order.code)
