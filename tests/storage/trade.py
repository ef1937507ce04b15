"""One merchant, one buyer and the steps of a trade between them, through the use cases the bot calls."""

from dataclasses import dataclass, field, replace
from itertools import count

from domain.ads.decide import AdMove
from domain.ads.model import Ad, NewAd, PaymentAccount, Side
from domain.ads.use_cases.move import MoveAd, move_ad
from domain.ads.use_cases.post import PostAd, post_ad
from domain.chat.model import Line, NewLine
from domain.chat.use_cases.say import say
from domain.kernel.ids import OrderId, UserId
from domain.kernel.money import Money
from domain.kernel.prices import PRICE_ONE, Price
from domain.kernel.units import ASSETS, FIATS
from domain.ledger.use_cases.credit import Credit, credit_deposit
from domain.orders.events import Event, SellerReleased
from domain.orders.model import Order
from domain.orders.step import TimerKind
from domain.orders.use_cases.press import Press, arm_release, press
from domain.orders.use_cases.take import Take, take_ad
from domain.orders.use_cases.timeout import time_out
from domain.proofs.model import NewProof
from domain.proofs.use_cases.add_proof import Filed, add_proof
from domain.users.use_cases.join import join, set_payer_name
from storage.engine import Desk
from storage.work import StorageWork

USDT, EUR = ASSETS["USDT"], FIATS["EUR"]
MAKER, TAKER, STRANGER = UserId(7_001), UserId(7_002), UserId(7_003)


def usdt(units: int) -> Money:
    return Money(units * USDT.one, USDT)


def eur(units: int) -> Money:
    return Money(units * EUR.one, EUR)


AD = NewAd(
    token="form-1",
    side=Side.SELL,
    price=Price(PRICE_ONE * 9 // 10, USDT, EUR),
    total=usdt(1_000),
    least=eur(20),
    most=eur(500),
    accounts=(PaymentAccount("sepa", "DE89 3704 0044 0532 0130 00"), PaymentAccount("revolut", "@maker")),
    window_minutes=30,
    terms="From your own account only.",
)


@dataclass
class Trade:
    """Every verb is one transaction; tokens and messages number themselves."""

    desk: Desk[StorageWork]
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    async def join(self, *people: UserId, payer_name: str = "Ada Buyer") -> None:
        for person in people:
            await self.desk.write(join, person, "en")
            await self.desk.write(set_payer_name, person, payer_name)

    async def fund(self, person: UserId, amount: Money) -> bool:
        deposit = Credit(person, amount, f"tx-{next(self.numbers)}", "operator")
        return await self.desk.write(credit_deposit, deposit)

    async def open_for_business(self, new: NewAd = AD) -> Ad:
        """Two people, a merchant's balance and one ad."""
        await self.join(MAKER, TAKER)
        await self.desk.write(lambda work: work.users.make_merchant(MAKER, is_merchant=True))
        await self.fund(MAKER, usdt(5_000))
        return await self.post(new)

    async def post(self, new: NewAd = AD) -> Ad:
        return await self.desk.write(post_ad, PostAd(MAKER, replace(new, token=f"form-{next(self.numbers)}")))

    async def move(self, ad: Ad, wanted: AdMove) -> Ad:
        return await self.desk.write(move_ad, MoveAd(ad.id, MAKER, (await self.ad(ad)).version, wanted))

    async def take(self, ad: Ad, amount: Money, actor: UserId = TAKER, token: str | None = None) -> Order:
        now = await self.desk.read(lambda work: work.now)
        taken = Take(token or f"take-{next(self.numbers)}", actor, ad.id, ad.version, amount, "sepa", now)
        return await self.desk.write(take_ad, taken)

    async def prove(self, order: Order, actor: UserId = TAKER) -> Filed:
        number = next(self.numbers)
        new = NewProof(order.id, actor, f"{number:064x}", None, "pdf", 1_000, None, f"file-{number}", f"m:{number}")
        return await self.desk.write(add_proof, new)

    async def say(self, order: OrderId, words: str, actor: UserId = TAKER) -> Line:
        return await self.desk.write(say, NewLine(order, actor, words, None, f"m:{next(self.numbers)}"))

    async def press(self, order: Order, actor: UserId, event: Event) -> Order:
        return await self.desk.write(press, Press(order.id, actor, order.version), event)

    async def release(self, order: Order) -> Order:
        await self.desk.write(arm_release, Press(order.id, MAKER, order.version))
        return await self.press(order, MAKER, SellerReleased())

    async def time_out(self, order: OrderId, kind: TimerKind) -> bool:
        return await self.desk.write(time_out, order, kind)

    async def ad(self, ad: Ad) -> Ad:
        return (await self.desk.read(lambda work: work.market.offer(ad.id, TAKER))).ad
