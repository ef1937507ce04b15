"""The people and the order that the rules are tried on."""

from dataclasses import replace
from typing import Any

from domain.ads.model import Ad, AdState, PaymentAccount, Side
from domain.kernel.ids import AdId, OrderId, UserId
from domain.kernel.moments import MINUTE, Instant
from domain.kernel.money import Money
from domain.kernel.prices import Price
from domain.kernel.units import asset, fiat
from domain.operations.rules import DEFAULTS
from domain.orders.model import Order, OrderState
from domain.orders.quote import freeze, quote
from domain.users.model import User

USDT = asset("USDT")
EUR = fiat("EUR")
NOON = Instant(1_800_000_000_000)
MAKER = UserId(8_589_934_592 + 7)
TAKER = UserId(77)


def usdt(units: int) -> Money:
    return Money(units, USDT)


def eur(cents: int) -> Money:
    return Money(cents, EUR)


def an_ad(**changes: Any) -> Ad:
    """1 000 USDT at 0.95 EUR, 20 to 500 EUR an order."""
    ad = Ad(
        id=AdId(5),
        maker=MAKER,
        side=Side.SELL,
        price=Price(950_000, USDT, EUR),
        total=usdt(1_000_000_000),
        stock=usdt(1_000_000_000),
        least=eur(20_00),
        most=eur(500_00),
        accounts=(PaymentAccount("sepa", "DE00 1234"), PaymentAccount("wise", "me@example.org")),
        window_minutes=15,
        terms="be kind",
        maker_fee_bps=30,
        taker_fee_bps=0,
        state=AdState.ACTIVE,
        version=1,
        created_at=NOON,
    )
    return replace(ad, **changes)


def a_taker(**changes: Any) -> User:
    taker = User(TAKER, 2, "Calm Heron", "en", is_merchant=False, payer_name="KOFI MENSAH", joined_at=NOON)
    return replace(taker, **changes)


def an_order(state: OrderState = OrderState.AWAIT_PAYMENT, **changes: Any) -> Order:
    """150 EUR of the ad's USDT, opened at noon, in the state that is asked for."""
    offered = quote(an_ad(), TAKER, eur(150_00), "sepa", made_at=NOON, rules=DEFAULTS)
    order = Order(
        id=OrderId(17),
        terms=freeze(offered, a_taker(), DEFAULTS),
        state=state,
        version=3,
        round=1,
        opened_at=NOON,
        pay_until=Instant(NOON + 15 * MINUTE),
    )
    return replace(order, **changes)
