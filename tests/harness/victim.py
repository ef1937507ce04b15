"""A child process that trades by script until somebody kills it, and tells each command that was acknowledged."""

import asyncio
from dataclasses import dataclass
from enum import StrEnum
from multiprocessing.connection import Connection
from typing import Any, Final

from domain.kernel.ids import UserId
from domain.kernel.refusal import Refusal
from domain.ledger.use_cases.credit import Credit, credit_deposit
from domain.orders.events import PaymentMarked, SellerReleased
from domain.orders.model import Order
from domain.orders.use_cases.press import Press, arm_release, press
from domain.orders.use_cases.take import take_ad
from storage.engine.crashpoints import arm
from storage.work import StorageWork
from tests.harness import stalls
from tests.harness.gates import NOON, open_gates

MAKER: Final = UserId(1_000)
LANES: Final = 3
"""Trades that go on side by side, so that a group commit has something to group."""
MOST_TRADES: Final = 2_000
"""Far more than any victim lives to see."""


class Step(StrEnum):
    """What is done to a trade, in this order."""

    DEPOSIT = "deposit"
    TAKE = "take"
    PAY = "pay"
    ARM = "arm"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Command:
    """One transaction. `trade` numbers the trade for ever; a repeated command is the same command."""

    trade: int
    step: Step

    @property
    def buyer(self) -> UserId:
        return UserId(1_000_000 + self.trade)

    @property
    def token(self) -> str:
        return f"take-{self.trade}"

    @property
    def reference(self) -> str:
        return f"gift-{self.trade}"


@dataclass(frozen=True, slots=True)
class Orders:
    """Where the victim begins, the kill that is prepared for it, and the commands whose answer nobody heard."""

    url: str
    first_trade: int
    redelivered: tuple[Command, ...]
    point: str | None
    passes: int


def trade(orders: Orders, told: Connection) -> None:
    """Runs until it is killed."""
    asyncio.run(_trade(orders, told))


async def _trade(orders: Orders, told: Connection) -> None:
    async with open_gates(orders.url, count=1) as [gate]:

        async def carry_out(command: Command) -> None:
            told.send(("sent", command))
            await gate.write(perform, command)
            told.send(("acknowledged", command))

        async def lane(number: int) -> None:
            for trade_number in range(orders.first_trade + number, orders.first_trade + MOST_TRADES, LANES):
                for step in Step:
                    await carry_out(Command(trade_number, step))

        for command in orders.redelivered:
            await carry_out(command)
        if orders.point is not None:
            arm(orders.point, orders.passes)
        await asyncio.gather(*(lane(number) for number in range(LANES)))


def perform(work: StorageWork, command: Command) -> None:
    """The command's use case; a repeat is refused or answered as before, and changes nothing."""
    try:
        _USE_CASES[command.step](work, command)
    except Refusal:
        if not _is_done(work, command):
            raise


def _deposit(work: StorageWork, command: Command) -> Any:
    stalls.welcome(work, command.buyer)
    return credit_deposit(work, Credit(command.buyer, stalls.BOUGHT, command.reference, "harness"))


def _take(work: StorageWork, command: Command) -> Any:
    [ad] = work.market.of_maker(MAKER, before=None, limit=1)
    return take_ad(work, stalls.taking(ad, command.buyer, command.token, NOON))


def _pay(work: StorageWork, command: Command) -> Any:
    return press(work, Press(_order(work, command).id, command.buyer, 1), PaymentMarked())


def _arm(work: StorageWork, command: Command) -> Any:
    return arm_release(work, Press(_order(work, command).id, MAKER, 2))


def _release(work: StorageWork, command: Command) -> Any:
    return press(work, Press(_order(work, command).id, MAKER, 2), SellerReleased())


_USE_CASES: Final = {Step.DEPOSIT: _deposit, Step.TAKE: _take, Step.PAY: _pay, Step.ARM: _arm, Step.RELEASE: _release}
_DONE_AT: Final = {Step.TAKE: 1, Step.PAY: 2, Step.ARM: 3, Step.RELEASE: 3}
"""From which version of the order on the command must have been done before."""


def _is_done(work: StorageWork, command: Command) -> bool:
    return command.step is not Step.DEPOSIT and _order(work, command).version >= _DONE_AT[command.step]


def _order(work: StorageWork, command: Command) -> Order:
    order = work.orders.opened_by(command.token)
    assert order is not None, f"trade {command.trade} was never taken"
    return order
