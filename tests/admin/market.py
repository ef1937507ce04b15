"""A small desk for operators to look at: a merchant, a buyer, an ad and one completed order."""

import asyncio
from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from domain.ads.model import NewAd, PaymentAccount, Side
from domain.ads.use_cases.post import PostAd, post_ad
from domain.kernel.amounts import read_amount, read_price
from domain.kernel.ids import UserId
from domain.kernel.units import asset, fiat
from domain.ledger.use_cases.credit import Credit, credit_deposit
from domain.operations.rules import DEFAULTS
from domain.orders.events import PaymentMarked, SellerReleased
from domain.orders.model import Order
from domain.orders.use_cases.press import Press, arm_release, press
from domain.orders.use_cases.take import Take, take_ad
from domain.users.use_cases.join import join, set_payer_name
from storage.clock import now_of
from storage.engine import open_desk
from storage.work import StorageWork, work_under

MERCHANT = UserId(8_589_934_600)
BUYER = UserId(77)
USDT = asset("USDT")
EUR = fiat("EUR")

P = ParamSpec("P")
R = TypeVar("R")


def at_the_desk(url: str, use_case: Callable[Concatenate[StorageWork, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    """One use case in one transaction, by the gate's own door."""

    async def through() -> R:
        desk = await open_desk(
            url, work_factory=work_under(DEFAULTS), now_of=now_of(shiftable=False), exclusive=False, pool_size=1
        )
        try:
            return await desk.write(use_case, *args, **kwargs)
        finally:
            await desk.close()

    return asyncio.run(through())


def people(work: StorageWork) -> None:
    """Both have pressed start; the merchant may post and has 1 000 USDT, the buyer has nothing."""
    join(work, MERCHANT, "en")
    join(work, BUYER, "en")
    work.users.make_merchant(MERCHANT, is_merchant=True)
    set_payer_name(work, BUYER, "KOFI MENSAH")
    credit_deposit(work, Credit(MERCHANT, read_amount("1000", USDT), "first", operator="test"))


def trade(work: StorageWork) -> Order:
    """The buyer takes 95 EUR of the merchant's ad, pays and gets the coins."""
    new = NewAd(
        token="ad",
        side=Side.SELL,
        price=read_price("0.95", USDT, EUR),
        total=read_amount("500", USDT),
        least=read_amount("20", EUR),
        most=read_amount("200", EUR),
        accounts=(PaymentAccount("sepa", "DE00 1234"),),
        window_minutes=15,
        terms="be kind",
    )
    ad = post_ad(work, PostAd(MERCHANT, new))
    taken = take_ad(work, Take("take", BUYER, ad.id, ad.version, read_amount("95", EUR), "sepa", work.now))
    paid = press(work, Press(taken.id, BUYER, taken.version), PaymentMarked())
    seen = Press(paid.id, MERCHANT, paid.version)
    arm_release(work, seen)
    return press(work, seen, SellerReleased())
