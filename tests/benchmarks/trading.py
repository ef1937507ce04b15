"""Whole orders through the use cases the bot calls: taken, proven, paid, armed and released, one transaction each."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from itertools import count
from typing import Final

from domain.ads.model import Ad, NewAd, PaymentAccount, Side
from domain.ads.use_cases.post import PostAd, post_ad
from domain.kernel.ids import UserId
from domain.kernel.money import Money, Unit
from domain.kernel.prices import PRICE_ONE, Price
from domain.kernel.units import ASSETS, FIATS
from domain.ledger.use_cases.credit import Credit, credit_deposit
from domain.operations.rules import DEFAULTS
from domain.orders.events import PaymentMarked, SellerReleased
from domain.orders.model import Order
from domain.orders.use_cases.press import Press, arm_release, press
from domain.orders.use_cases.take import Take, take_ad
from domain.proofs.model import NewProof
from domain.proofs.use_cases.add_proof import add_proof
from domain.users.use_cases.join import join, set_payer_name
from storage.clock import now_of
from storage.engine import Desk, open_desk
from storage.migrations import migrate
from storage.work import StorageWork, work_under

FIAT: Final = FIATS["EUR"]
PAYMENT: Final = Money(20 * FIAT.one, FIAT)
STOCK_WHOLE: Final = 1_000_000
"""Far more than any benchmark sells, so that the ad's place on the market stays as it is."""
ACCOUNT: Final = PaymentAccount("sepa", "DE89 3704 0044 0532 0130 00")


@asynccontextmanager
async def open_market(url: str, pairs: int, assets: Sequence[Unit] = (ASSETS["USDT"],)) -> AsyncIterator["Market"]:
    """Migrates the database and gives each pair of a merchant and a buyer an ad; pairs take the assets in turn."""
    await migrate(url)
    desk = await open_desk(
        url, work_factory=work_under(DEFAULTS), now_of=now_of(shiftable=False), exclusive=True, pool_size=16
    )
    market = Market(desk)
    for number in range(pairs):
        market.ads.append(
            await desk.write(_open_stall, seller_of(number), buyer_of(number), assets[number % len(assets)])
        )
    yield market
    await desk.close()


class Market:
    """What clients do; client n is the pair n, so that people never wait for each other's rows."""

    def __init__(self, desk: Desk[StorageWork]) -> None:
        self.desk = desk
        self.ads: list[Ad] = []
        self._numbers = count(1)

    async def lifecycle(self, pair: int) -> None:
        """One order from take to release."""
        write, number, ad = self.desk.write, next(self._numbers), self.ads[pair]
        seller, buyer = seller_of(pair), buyer_of(pair)
        order = await write(_take, f"take-{number}", buyer, ad)
        await write(add_proof, proof_of(order.id, buyer, number))
        order = await write(press, Press(order.id, buyer, order.version), PaymentMarked())
        seen = Press(order.id, seller, order.version)
        await write(arm_release, seen)
        await write(press, seen, SellerReleased())


def seller_of(pair: int) -> UserId:
    return UserId(100_000 + pair)


def buyer_of(pair: int) -> UserId:
    return UserId(200_000 + pair)


def proof_of(order: int, buyer: UserId, number: int) -> NewProof:
    digest = f"{number:064x}"
    return NewProof(order, buyer, digest, digest, "jpeg", 90_000, b"12345678", f"file-{number}", f"{buyer}:{number}")


def _take(work: StorageWork, token: str, buyer: UserId, ad: Ad) -> Order:
    return take_ad(work, Take(token, buyer, ad.id, ad.version, PAYMENT, ACCOUNT.method, work.now))


def _open_stall(work: StorageWork, seller: UserId, buyer: UserId, asset: Unit) -> Ad:
    join(work, seller, "en")
    join(work, buyer, "en")
    set_payer_name(work, buyer, "Ada Buyer")
    work.users.make_merchant(seller, is_merchant=True)
    credit_deposit(work, Credit(seller, Money(2 * STOCK_WHOLE * asset.one, asset), f"tx-{seller}", operator="bench"))
    new = NewAd(
        token=f"ad-{seller}",
        side=Side.SELL,
        price=Price(PRICE_ONE, asset, FIAT),
        total=Money(STOCK_WHOLE * asset.one, asset),
        least=PAYMENT,
        most=Money(1_000 * FIAT.one, FIAT),
        accounts=(ACCOUNT,),
        window_minutes=30,
        terms="",
    )
    return post_ad(work, PostAd(seller, new))
