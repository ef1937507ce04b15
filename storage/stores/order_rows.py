"""An order and its terms as rows, and back."""

from collections.abc import Sequence
from typing import Any, Final

from domain.ads.model import PaymentAccount
from domain.kernel.ids import OrderId
from domain.kernel.money import Money
from domain.kernel.prices import Price
from domain.kernel.units import asset, fiat
from domain.orders.model import AskKind, CancelAsk, CancelReason, Order, OrderState, Role, SellerReason, Terms
from storage.engine import Row
from storage.schema.orders import order_terms, orders

TERMS_COLUMNS: Final = tuple(column for column in order_terms.columns if column.name not in {"order_id", "digest"})
ORDER_COLUMNS: Final = (
    orders.c.id,
    orders.c.state,
    orders.c.version,
    orders.c.round,
    orders.c.opened_at,
    orders.c.pay_until,
    orders.c.paid_at,
    orders.c.grace_until,
    orders.c.ended_at,
    orders.c.cancel_by,
    orders.c.cancel_version,
    orders.c.cancel_until,
    orders.c.cancel_kind,
    orders.c.seller_reason,
    orders.c.cancel_reason,
    orders.c.extensions,
    orders.c.settled,
    *TERMS_COLUMNS,
)
WIDTH: Final = len(ORDER_COLUMNS)
"""How many values of a row `order_of` takes; what a reader selects besides comes after them."""


def order_of(row: Row) -> Order:
    """An order from the values of `ORDER_COLUMNS`."""
    number, state, version, round_, opened_at, pay_until, paid_at, grace_until, ended_at, *rest = row
    *asked, cancel_reason, extensions, settled = rest[:8]
    return Order(
        id=number,
        terms=terms_of(rest[8:]),
        state=OrderState(state),
        version=version,
        round=round_,
        opened_at=opened_at,
        pay_until=pay_until,
        paid_at=paid_at,
        grace_until=grace_until,
        ended_at=ended_at,
        cancel_ask=_ask_of(asked),
        cancel_reason=None if cancel_reason is None else CancelReason(cancel_reason),
        settled=bool(settled),
        extensions=extensions,
    )


def _ask_of(values: Sequence[Any]) -> CancelAsk | None:
    by, version, until, kind, reason = values
    if by is None:
        return None
    return CancelAsk(Role(by), version, until, AskKind(kind), None if reason is None else SellerReason(reason))


def terms_of(values: list[Any]) -> Terms:
    """Terms from the values of `TERMS_COLUMNS`."""
    ad, maker, seller, buyer, amount, asset_code, fiat_units, fiat_code, price, seller_fee, buyer_fee, *rest = values
    method, details, payer_name, text, window_ms, grace_ms, release_target_ms, release_wait_ms = rest
    coin, paper = asset(asset_code), fiat(fiat_code)
    return Terms(
        ad=ad,
        maker=maker,
        seller=seller,
        buyer=buyer,
        amount=Money(amount, coin),
        fiat=Money(fiat_units, paper),
        price=Price(price, coin, paper),
        seller_fee=Money(seller_fee, coin),
        buyer_fee=Money(buyer_fee, coin),
        account=PaymentAccount(method, details),
        payer_name=payer_name,
        text=text,
        window_ms=window_ms,
        grace_ms=grace_ms,
        release_target_ms=release_target_ms,
        release_wait_ms=release_wait_ms,
    )


def terms_row(order: OrderId, terms: Terms) -> dict[str, Any]:
    """The terms by column, with their digest."""
    return {
        "order_id": order,
        "ad_id": terms.ad,
        "maker_id": terms.maker,
        "seller_id": terms.seller,
        "buyer_id": terms.buyer,
        "amount_units": terms.amount.units,
        "asset": terms.amount.unit.code,
        "fiat_units": terms.fiat.units,
        "fiat": terms.fiat.unit.code,
        "price_micros": terms.price.micros,
        "seller_fee_units": terms.seller_fee.units,
        "buyer_fee_units": terms.buyer_fee.units,
        "method": terms.account.method,
        "details": terms.account.details,
        "payer_name": terms.payer_name,
        "text": terms.text,
        "window_ms": terms.window_ms,
        "grace_ms": terms.grace_ms,
        "release_target_ms": terms.release_target_ms,
        "release_wait_ms": terms.release_wait_ms,
        "digest": terms.digest,
    }


def changing_row(order: Order) -> dict[str, Any]:
    """What a step may change, by column with `new_` before it."""
    ask = order.cancel_ask
    return {
        "new_state": order.state.value,
        "new_version": order.version,
        "new_round": order.round,
        "new_pay_until": order.pay_until,
        "new_paid_at": order.paid_at,
        "new_grace_until": order.grace_until,
        "new_ended_at": order.ended_at,
        "new_cancel_by": None if ask is None else ask.by.value,
        "new_cancel_version": None if ask is None else ask.version,
        "new_cancel_until": None if ask is None else ask.until,
        "new_cancel_reason": None if order.cancel_reason is None else order.cancel_reason.value,
        "new_cancel_kind": None if ask is None else ask.kind.value,
        "new_seller_reason": None if ask is None or ask.reason is None else ask.reason.value,
        "new_extensions": order.extensions,
        "new_settled": int(order.settled),
    }
