"""People, ads and orders to draw: one of each kind, changed by the tests that need another."""

from typing import Any

from domain.ads.model import Ad, AdState, PaymentAccount, Side
from domain.ads.ports import Offer
from domain.kernel.ids import AdId, OrderId, ProofId, UserId
from domain.kernel.moments import MINUTE, Instant, after
from domain.kernel.money import Money
from domain.kernel.prices import Price
from domain.kernel.units import asset, fiat
from domain.orders.facts import Facts
from domain.orders.model import Order, OrderState, Role, Terms
from domain.orders.ports import OrderView
from domain.proofs.model import Likeness, Match, NewProof, Proof
from domain.users.model import Profile, Record, User
from handlers.texts import TextFault, Texts, Translations

USDT, EUR = asset("USDT"), fiat("EUR")
NOON = Instant(1_790_000_000_000)
BUYER, SELLER = UserId(7_000_001), UserId(7_000_002)


def raise_fault(fault: TextFault) -> None:
    """Tests forgive no missing text."""
    raise fault


TRANSLATIONS = Translations.load(raise_fault)


def texts(language: str = "en") -> Texts:
    return TRANSLATIONS.of(language)


def usdt(units: int) -> Money:
    return Money(units, USDT)


def eur(units: int) -> Money:
    return Money(units, EUR)


def an_ad(**changes: Any) -> Ad:
    """A live sell ad at 0.95 EUR over 500 USDT."""
    given: dict[str, Any] = {
        "id": AdId(5),
        "maker": SELLER,
        "side": Side.SELL,
        "price": Price(950_000, USDT, EUR),
        "total": usdt(500_000_000),
        "stock": usdt(500_000_000),
        "least": eur(2_000),
        "most": eur(30_000),
        "accounts": (PaymentAccount("sepa", "DE89 3704 0044 0532 0130 00"), PaymentAccount("wise", "@amina")),
        "window_minutes": 15,
        "terms": "Own account only.",
        "maker_fee_bps": 30,
        "taker_fee_bps": 0,
        "state": AdState.ACTIVE,
        "version": 3,
        "created_at": NOON,
    }
    return Ad(**given | changes)


def an_order(state: OrderState = OrderState.AWAIT_PAYMENT, *, terms: Terms | None = None, **changes: Any) -> Order:
    """150 USDT for 142.50 EUR, opened at noon."""
    given: dict[str, Any] = {
        "id": OrderId(9),
        "terms": terms or some_terms(),
        "state": state,
        "version": 1,
        "round": 1,
        "opened_at": NOON,
        "pay_until": after(NOON, 15 * MINUTE),
    }
    return Order(**given | changes)


def some_terms(**changes: Any) -> Terms:
    given: dict[str, Any] = {
        "ad": AdId(5),
        "maker": SELLER,
        "seller": SELLER,
        "buyer": BUYER,
        "amount": usdt(150_000_000),
        "fiat": eur(14_250),
        "price": Price(950_000, USDT, EUR),
        "seller_fee": usdt(450_000),
        "buyer_fee": usdt(0),
        "account": PaymentAccount("sepa", "Amina Bello, DE89 3704 0044 0532 0130 00"),
        "payer_name": "KOFI MENSAH",
        "text": "Own account only.",
        "window_ms": 15 * MINUTE,
        "grace_ms": 15 * MINUTE,
        "release_target_ms": 15 * MINUTE,
        "release_wait_ms": 0,
    }
    return Terms(**given | changes)


def a_view(
    order: Order,
    role: Role,
    *,
    proofs: int = 0,
    counterparty: Profile | None = None,
    likeness: Likeness | None = None,
) -> OrderView:
    return OrderView(order, role, counterparty or a_profile(), Facts(NOON, proofs=proofs), likeness)


def a_proof(likeness: Likeness | None = None) -> Proof:
    new = NewProof(OrderId(9), BUYER, "a" * 64, None, "jpeg", 1_000, None, "file", "m:1")
    return Proof(ProofId(3), 2, new, NOON, None if likeness is None else Match(ProofId(1), likeness))


def a_profile(alias: str = "Calm Otter", record: Record | None = None) -> Profile:
    return Profile(SELLER, alias, "7K2M3Q", is_merchant=True, joined_at=NOON, record=record or Record(49, 1))


def an_offer(**changes: Any) -> Offer:
    return Offer(an_ad(**changes), a_profile())


def a_user() -> User:
    return User(BUYER, 12, "Fair Wren", "en", is_merchant=False, payer_name="KOFI MENSAH", joined_at=NOON)
