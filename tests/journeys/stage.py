"""A running desk with its sandbox, and what a story needs besides pressing: people with coins, time, the books."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Concatenate, ParamSpec, TypeVar

from bot.wiring import Parts
from domain.ads.model import Ad, NewAd, PaymentAccount, Side
from domain.ads.use_cases.post import PostAd, post_ad
from domain.kernel.amounts import read_amount, read_price
from domain.kernel.codes import Coded, number_of
from domain.kernel.ids import AdId, OrderId, UserId
from domain.kernel.moments import SECOND
from domain.kernel.units import asset, fiat
from domain.ledger.use_cases.credit import Credit, credit_deposit
from domain.orders.model import Order
from domain.users.use_cases.join import set_payer_name
from storage import clock
from storage.checks import check
from storage.engine import Desk as Gate
from storage.upkeep import InboxLine, list_inbox, list_outbox
from storage.work import StorageWork
from tests.support.person import Person
from tests.support.sandbox import SandboxClient
from tests.support.screens import Json

P = ParamSpec("P")
R = TypeVar("R")
REST_SECONDS = 15.0


@dataclass
class Stage:
    """What a story plays on.

    `allowed` holds methods, or words of Telegram's, whose refused calls belong to the story. `crashed` says that this
    start of the desk was cut off: the next one accounts for it. Without `parts` the desk runs in processes of its own,
    and only its database can be looked into.
    """

    sandbox: SandboxClient
    gate: Gate[StorageWork]
    parts: Parts | None = None
    allowed: set[str] = field(default_factory=set)
    crashed: bool = False

    async def merchant(self, persona: str = "merchant", *, holds: str = "1000", **details: str) -> Person:
        """Somebody who has started the bot, may post ads and holds this much USDT."""
        person = await self.someone(persona, "AMINA BELLO", **details)
        await self.do(lambda work: work.users.make_merchant(UserId(person.id), is_merchant=True))
        await self.give(person, holds)
        return person

    async def buyer(self, persona: str = "buyer", **details: str) -> Person:
        """Somebody who has started the bot and told the name they pay under."""
        return await self.someone(persona, "KOFI MENSAH", **details)

    async def someone(self, persona: str, payer_name: str, **details: str) -> Person:
        usual = {"first_name": persona.title(), "language_code": "en"}
        person = await self.sandbox.person(persona, **usual | details)
        await person.start()
        await self.rest()
        await self.do(set_payer_name, UserId(person.id), payer_name)
        return person

    async def give(self, person: Person, amount: str) -> None:
        credit = Credit(UserId(person.id), read_amount(amount, asset("USDT")), f"test:{person.id}:{amount}", "test")
        await self.do(credit_deposit, credit)
        await self.rest()

    async def ad(self, merchant: Person, *, stock: str = "500", least: str = "20", most: str = "300") -> Ad:
        """A live sell ad at 0.95 EUR, posted by the use case; one story posts one by pressing."""
        coin, money = asset("USDT"), fiat("EUR")
        new = NewAd(
            token=f"test:{merchant.id}:{stock}",
            side=Side.SELL,
            price=read_price("0.95", coin, money),
            total=read_amount(stock, coin),
            least=read_amount(least, money),
            most=read_amount(most, money),
            accounts=(PaymentAccount("sepa", "Amina Bello\nDE89 3704 0044 0532 0130 00"),),
            window_minutes=15,
            terms="No third-party payments.",
        )
        return await self.do(post_ad, PostAd(UserId(merchant.id), new))

    async def order(self, code: str) -> Order:
        """The order as it stands, by the code people see."""
        number = number_of(Coded.ORDER, code)
        assert number is not None
        return await self.do(lambda work: work.orders.get(OrderId(number)))

    async def holdings(self, person: Person) -> dict[str, int]:
        """Minor units of USDT by kind of balance."""
        held = await self.gate.read(lambda work: work.book.holdings(UserId(person.id)))
        found: dict[str, int] = {}
        for holding in held:
            found[holding.kind.value] = found.get(holding.kind.value, 0) + holding.amount.units
        return found

    async def stock(self, ad: AdId) -> int:
        return (await self.do(lambda work: work.ads.get(ad))).stock.units

    async def do(self, use_case: Callable[Concatenate[StorageWork, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """One transaction besides the story."""
        return await self.gate.write(use_case, *args, **kwargs)

    async def advance(self, seconds: int) -> None:
        """Time passes for the desk and for Telegram; whatever became due happens."""
        await self.do(clock.advance, seconds * SECOND)
        await self.sandbox.advance(seconds)
        await self.tick()

    async def tick(self) -> None:
        """Every worker looks once, without waiting for its interval."""
        for job in () if self.parts is None else self.parts.jobs:
            await job.run()
        await self.rest()

    async def rest(self) -> None:
        """Until nothing is pending: no update, no handler, no notice that is due."""
        deadline = asyncio.get_running_loop().time() + REST_SECONDS
        while True:
            await self.sandbox.settle()
            if not await self._at_work() and not await self._unsent():
                return
            assert asyncio.get_running_loop().time() < deadline, (
                f"the desk does not come to rest: {await self.waiting()}"
            )

    async def crash(self) -> None:
        """Whatever is at work stops between two steps, as if the process had died there."""
        assert self.parts is not None
        self.crashed = True
        await self.parts.inbox.drain(0)

    async def waiting(self) -> list[object]:
        """What stands in the queues."""
        read = self.gate.read
        return [*await read(list_inbox, "leased", 20), *await read(list_outbox, "queued", 20)]

    async def quarantined(self) -> list[InboxLine]:
        """Updates that were set aside for an operator to look at."""
        return await self.gate.read(list_inbox, "quarantined", 20)

    async def findings(self) -> list[str]:
        """Every invariant the books break: none."""
        return [str(finding) for finding in await self.gate.read_snapshot(check)]

    async def unanswered(self) -> list[Json]:
        """Presses whose spinner still turns, unless Telegram was told not to listen to answers."""
        return [] if "answerCallbackQuery" in self.allowed else await self.sandbox.unanswered_callbacks()

    async def refused(self) -> list[Json]:
        """Bot API calls that Telegram would have turned down and the story does not expect."""
        return [call for call in await self.sandbox.refused_calls() if not self._is_allowed(call)]

    def _is_allowed(self, call: Json) -> bool:
        told = str(call["response"])
        return call["method"] in self.allowed or any(words in told for words in self.allowed)

    async def _at_work(self) -> bool:
        if self.parts is None:
            return bool([*await self.gate.read(list_inbox, "new", 1), *await self.gate.read(list_inbox, "leased", 1)])
        return not (self.parts.inbox.is_idle and self.parts.outbox.is_idle)

    async def _unsent(self) -> bool:
        def due(work: StorageWork) -> bool:
            lines = [*list_outbox(work, "queued", 50), *list_outbox(work, "leased", 50)]
            return any(line.ready_at <= work.now for line in lines)

        return await self.gate.read(due)
