"""Puts people, ads and orders where a race wants them, each in one transaction through the use cases."""

from typing import Final

from domain.ads.model import Ad, NewAd, PaymentAccount, Side
from domain.ads.use_cases.post import PostAd, post_ad
from domain.kernel.ids import UserId
from domain.kernel.money import Money
from domain.kernel.prices import PRICE_ONE, Price
from domain.kernel.units import ASSETS, FIATS
from domain.ledger.use_cases.credit import Credit, credit_deposit
from domain.orders.events import CancelAsked, PaymentMarked, RetractionAsked, SellerAskedToCancel
from domain.orders.model import Order, Role, SellerReason
from domain.orders.step import TimerKind
from domain.orders.use_cases.press import Press, arm_release, press
from domain.orders.use_cases.take import Take, take_ad
from domain.orders.use_cases.timeout import time_out
from domain.proofs.model import NewProof
from domain.proofs.use_cases.add_proof import add_proof
from domain.users.use_cases.join import join, set_payer_name
from storage.work import StorageWork

USDT, EUR = ASSETS["USDT"], FIATS["EUR"]
PRICE: Final = Price(PRICE_ONE * 9 // 10, USDT, EUR)
PAYMENT: Final = Money(90 * EUR.one, EUR)
BOUGHT: Final = PRICE.asset_for(PAYMENT)
MANY: Final = 10_000
METHOD: Final = "sepa"


def open_stall(work: StorageWork, maker: UserId, number: int, orders: int = MANY) -> Ad:
    """An ad whose stock is enough for exactly so many orders of `PAYMENT`."""
    join(work, maker, "en")
    work.users.make_merchant(maker, is_merchant=True)
    total = Money(BOUGHT.units * orders, USDT)
    credit_deposit(work, Credit(maker, Money(2 * total.units, USDT), f"tx-{number}", "harness"))
    new = NewAd(
        token=f"ad-{number}",
        side=Side.SELL,
        price=PRICE,
        total=total,
        least=PAYMENT,
        most=PAYMENT,
        accounts=(PaymentAccount(METHOD, "DE89 3704 0044 0532 0130 00"),),
        window_minutes=30,
        terms="",
    )
    return post_ad(work, PostAd(maker, new))


def welcome(work: StorageWork, *buyers: UserId) -> None:
    """Buyers who may take."""
    for buyer in buyers:
        join(work, buyer, "en")
        set_payer_name(work, buyer, "Ada Buyer")


def taking(ad: Ad, buyer: UserId, token: str, at: int) -> Take:
    return Take(token, buyer, ad.id, ad.version, PAYMENT, METHOD, at)


def taken(work: StorageWork, ad: Ad, buyer: UserId) -> Order:
    """An order that awaits payment."""
    welcome(work, buyer)
    return take_ad(work, taking(ad, buyer, f"take-{buyer}", work.now))


def paid(work: StorageWork, ad: Ad, buyer: UserId) -> Order:
    """An order whose buyer says the fiat is on its way."""
    order = taken(work, ad, buyer)
    return press(work, Press(order.id, buyer, order.version), PaymentMarked())


def paid_and_doubted(work: StorageWork, ad: Ad, buyer: UserId, asker: Role) -> Order:
    """A paid order that one side would rather cancel, while the seller has the release confirmation before them."""
    order = paid(work, ad, buyer)
    asked = press(work, Press(order.id, order.user_of(asker), order.version), CancelAsked())
    arm_release(work, Press(asked.id, asked.terms.seller, asked.version))
    return asked


def asked_before_payment(work: StorageWork, ad: Ad, buyer: UserId) -> Order:
    """An unpaid order whose seller asks the buyer to cancel."""
    order = taken(work, ad, buyer)
    asked = SellerAskedToCancel(SellerReason.AD_WRONG)
    return press(work, Press(order.id, order.terms.seller, order.version), asked)


def paid_and_retracting(work: StorageWork, ad: Ad, buyer: UserId) -> Order:
    """A paid order with a proof, whose buyer takes "paid" back while the seller has the release before them."""
    order = paid(work, ad, buyer)
    _prove(work, order)
    asked = press(work, Press(order.id, buyer, order.version), RetractionAsked())
    arm_release(work, Press(asked.id, asked.terms.seller, asked.version))
    return asked


def paid_and_armed(work: StorageWork, ad: Ad, buyer: UserId) -> Order:
    """A paid order without a proof, with the release confirmation before the seller."""
    order = paid(work, ad, buyer)
    arm_release(work, Press(order.id, order.terms.seller, order.version))
    return order


def expired_with_proof(work: StorageWork, order: Order) -> Order:
    """The order after its window, with a late proof on file. Runs at a moment after the window."""
    assert time_out(work, order.id, TimerKind.WINDOW)
    return _prove(work, order)


def _prove(work: StorageWork, order: Order) -> Order:
    digest = f"{order.id:064x}"
    new = NewProof(order.id, order.terms.buyer, digest, None, "pdf", 1_000, None, digest, f"m:{order.id}")
    return add_proof(work, new).order
