"""Races: an order or ad in a delicate state, and contenders who all want it at the same moment."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from itertools import count
from random import Random
from typing import Any, Final

from domain.ads.decide import AdMove
from domain.ads.model import Ad
from domain.ads.use_cases.move import MoveAd, move_ad
from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import MINUTE, Instant, after
from domain.kernel.refusal import Refusal, Rule
from domain.orders import events
from domain.orders.model import CancelReason, Order, Role
from domain.orders.step import TimerKind
from domain.orders.use_cases.press import Press, press
from domain.orders.use_cases.take import take_ad
from domain.orders.use_cases.timeout import time_out
from storage.engine import Desk
from storage.work import StorageWork
from tests.harness import stalls
from tests.harness.gates import NOON, clock

START_SECONDS: Final = 0.003
"""Contenders start together, give or take this."""


@dataclass(frozen=True, slots=True)
class Contender:
    """One transaction somebody wants: picklable, so that another process can run it."""

    prize: str
    use_case: Callable[..., Any]
    arguments: tuple[Any, ...]
    at: Instant = NOON
    delay_seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Refused:
    """What a loser was told; unlike the exception it can travel between processes."""

    rule: Rule


@dataclass(frozen=True, slots=True)
class Race:
    """`winners` says of each prize how often it must be won, at least and at most."""

    contenders: tuple[Contender, ...]
    winners: dict[str, tuple[int, int]]
    order: OrderId | None = None


@dataclass
class Track:
    """Where races are set up: one merchant's large ad, and as many fresh buyers as needed."""

    gate: Desk[StorageWork]
    dice: Random
    ad: Ad
    numbers: "count[int]" = field(default_factory=lambda: count(1))

    @classmethod
    async def open(cls, gate: Desk[StorageWork], dice: Random) -> "Track":
        return cls(gate, dice, await gate.write(stalls.open_stall, UserId(1_000), 0))

    def buyer(self) -> UserId:
        return UserId(1_000_000 + next(self.numbers))

    async def next_race(self) -> Race:
        """Any of the races, started as the dice will."""
        return self.shuffled(await self.dice.choice(RACES)(self))

    def shuffled(self, race: Race) -> Race:
        """The race with its contenders in another order and a little late."""
        late = [replace(one, delay_seconds=self.dice.uniform(0, START_SECONDS)) for one in race.contenders]
        self.dice.shuffle(late)
        return replace(race, contenders=tuple(late))


async def release_or_cancel(track: Track) -> Race:
    """Paid, and one side asked to cancel: release twice against everything else two people can press."""
    asker = track.dice.choice((Role.BUYER, Role.SELLER))
    other = Role.SELLER if asker is Role.BUYER else Role.BUYER
    order = await track.gate.write(stalls.paid_and_doubted, track.ad, track.buyer(), asker)
    contenders = [
        _pressed(order, Role.SELLER, events.SellerReleased()),
        _pressed(order, Role.SELLER, events.SellerReleased()),
        _pressed(order, other, events.CancelAgreed()),
        _pressed(order, other, events.CancelAgreed()),
        Contender("timer", time_out, (order.id, TimerKind.WINDOW), after(order.pay_until, 1)),
    ]
    if track.dice.random() < 0.3:
        contenders.append(_pressed(order, asker, events.CancelDropped()))
    return Race(tuple(contenders), {"order": (1, 1), "timer": (0, 0)}, order.id)


async def payment_or_expiry(track: Track) -> Race:
    """The window is over: two workers' timers against the buyer who pays, or cancels, in the last moment."""
    order = await track.gate.write(stalls.taken, track.ad, track.buyer())
    over = after(order.pay_until, 1)
    reason = track.dice.choice(list(CancelReason))
    return Race(
        (
            _pressed(order, Role.BUYER, events.PaymentMarked(), over),
            _pressed(order, Role.BUYER, events.BuyerCancelled(reason), over),
            Contender("order", time_out, (order.id, TimerKind.WINDOW), over),
            Contender("order", time_out, (order.id, TimerKind.WINDOW), over),
        ),
        {"order": (1, 1)},
        order.id,
    )


async def late_proof_or_end_of_grace(track: Track) -> Race:
    """One worker's clock still stands inside the grace, the other's behind it."""
    order = await track.gate.write(stalls.taken, track.ad, track.buyer())
    expired = await _at(after(order.pay_until, 1), track.gate, stalls.expired_with_proof, order)
    assert expired.grace_until is not None
    inside, over = Instant(expired.grace_until - MINUTE), after(expired.grace_until, 1)
    return Race(
        (
            _pressed(expired, Role.BUYER, events.LatePaymentClaimed(), inside),
            _pressed(expired, Role.BUYER, events.LatePaymentClaimed(), inside),
            Contender("order", time_out, (order.id, TimerKind.GRACE), over),
            Contender("order", time_out, (order.id, TimerKind.GRACE), over),
        ),
        {"order": (1, 1)},
        order.id,
    )


async def last_stock(track: Track) -> Race:
    """Stock for one order, three buyers, one of whom taps twice, and an owner who closes the ad."""
    number = next(track.numbers)
    ad = await track.gate.write(stalls.open_stall, UserId(10_000 + number), number, 1)
    buyers = [track.buyer() for _ in range(3)]
    await track.gate.write(stalls.welcome, *buyers)
    takes = [Contender("stock", take_ad, (stalls.taking(ad, one, f"take-{one}", NOON),)) for one in buyers]
    close = Contender("close", move_ad, (MoveAd(ad.id, ad.maker, ad.version, AdMove.CLOSE),))
    return Race((*takes, takes[0], close), {"stock": (0, 1), "close": (1, 1)})


async def cancel_or_close(track: Track) -> Race:
    """The buyer cancels, or pays, while the owner closes the ad twice: stock and coins must go to one home."""
    number = next(track.numbers)
    ad = await track.gate.write(stalls.open_stall, UserId(10_000 + number), number, 2)
    order = await track.gate.write(stalls.taken, ad, track.buyer())
    close = Contender("close", move_ad, (MoveAd(ad.id, ad.maker, ad.version, AdMove.CLOSE),))
    return Race(
        (
            _pressed(order, Role.BUYER, events.BuyerCancelled(CancelReason.CHANGED_MIND)),
            _pressed(order, Role.BUYER, events.BuyerCancelled(CancelReason.CANNOT_PAY)),
            _pressed(order, Role.BUYER, events.PaymentMarked()),
            close,
            close,
        ),
        {"order": (1, 1), "close": (1, 1)},
        order.id,
    )


async def more_time_or_expiry(track: Track) -> Race:
    """The last moment: the seller gives more time, twice pressed, while the buyer pays and another clock is ahead."""
    order = await track.gate.write(stalls.taken, track.ad, track.buyer())
    last, over = Instant(order.pay_until - 1), after(order.pay_until, 1)
    return Race(
        (
            _pressed(order, Role.SELLER, events.WindowExtended(), last),
            _pressed(order, Role.SELLER, events.WindowExtended(), last),
            _pressed(order, Role.BUYER, events.PaymentMarked(), last),
            Contender("order", time_out, (order.id, TimerKind.WINDOW), over),
        ),
        {"order": (1, 1)},
        order.id,
    )


async def sellers_wish_or_payment(track: Track) -> Race:
    """The seller asked to cancel: the buyer agrees, declines, pays; a reminder of the window comes in between."""
    order = await track.gate.write(stalls.asked_before_payment, track.ad, track.buyer())
    return Race(
        (
            _pressed(order, Role.BUYER, events.CancelAgreed()),
            _pressed(order, Role.BUYER, events.CancelAgreed()),
            _pressed(order, Role.BUYER, events.PaymentMarked()),
            _pressed(order, Role.SELLER, events.CancelDropped()),
            Contender("reminder", time_out, (order.id, TimerKind.WINDOW), Instant(order.pay_until - MINUTE)),
        ),
        {"order": (1, 1), "reminder": (0, 1)},
        order.id,
    )


async def release_or_retraction(track: Track) -> Race:
    """The buyer takes "paid" back with a proof on file: the seller agrees and releases at once, and is reminded."""
    order = await track.gate.write(stalls.paid_and_retracting, track.ad, track.buyer())
    assert order.paid_at is not None
    overdue = after(order.paid_at, order.terms.release_target_ms)
    return Race(
        (
            _pressed(order, Role.SELLER, events.SellerReleased()),
            _pressed(order, Role.SELLER, events.RetractionAgreed()),
            _pressed(order, Role.SELLER, events.RetractionAgreed()),
            _pressed(order, Role.BUYER, events.CancelDropped()),
            Contender("reminder", time_out, (order.id, TimerKind.TARGET), overdue),
        ),
        {"order": (1, 1), "reminder": (0, 1)},
        order.id,
    )


async def release_or_taken_back(track: Track) -> Race:
    """No proof: the buyer takes "paid" back alone, twice, while the seller releases."""
    order = await track.gate.write(stalls.paid_and_armed, track.ad, track.buyer())
    return Race(
        (
            _pressed(order, Role.SELLER, events.SellerReleased()),
            _pressed(order, Role.SELLER, events.BankCheckStarted()),
            _pressed(order, Role.BUYER, events.PaymentRetracted()),
            _pressed(order, Role.BUYER, events.PaymentRetracted()),
        ),
        {"order": (1, 1)},
        order.id,
    )


RACES: Final = (
    release_or_cancel,
    payment_or_expiry,
    late_proof_or_end_of_grace,
    last_stock,
    cancel_or_close,
    more_time_or_expiry,
    sellers_wish_or_payment,
    release_or_retraction,
    release_or_taken_back,
)


async def run(contender: Contender, gate: Desk[StorageWork]) -> Any:
    """What the contender got: the use case's result, or the refusal."""
    await asyncio.sleep(contender.delay_seconds)
    try:
        return await _at(contender.at, gate, contender.use_case, *contender.arguments)
    except Refusal as refusal:
        return Refused(refusal.rule)


def verdict(race: Race, outcomes: Sequence[tuple[Contender, Any]]) -> list[str]:
    """What was wrong with the outcome of a race; nothing when all is well."""
    found = []
    for prize, (least, most) in race.winners.items():
        won = {_token(got) for contender, got in outcomes if contender.prize == prize and not _lost(got)}
        if not least <= len(won) <= most:
            found.append(f"{prize} was won by {len(won)}, not {least} to {most}: {outcomes}")
    return found


def _lost(got: Any) -> bool:
    return got is False or isinstance(got, Refused)


def _token(got: Any) -> Any:
    """Two winners are one when a second tap was answered with the first one's order, unchanged."""
    return (got.id, got.opened_at) if isinstance(got, Order) and got.version == 1 else object()


def _pressed(order: Order, side: Role, event: events.Event, at: Instant = NOON) -> Contender:
    return Contender("order", press, (Press(order.id, order.user_of(side), order.version), event), at)


async def _at(moment: Instant, gate: Desk[StorageWork], use_case: Callable[..., Any], *arguments: Any) -> Any:
    """In a task of its own the clock is the task's own."""

    async def timed() -> Any:
        clock.set(moment)
        return await gate.write(use_case, *arguments)

    return await asyncio.create_task(timed())
