"""Fills the desk as its people and operators would have: every coin, ad and past sale comes through a use case."""

from collections.abc import Iterable
from functools import cached_property
from typing import Final

from bot.demo.cast import BUYERS, EVERYBODY, MERCHANTS, Merchant, Person
from bot.demo.market import STALLS, Stall
from domain.ads.model import Ad, NewAd, PaymentAccount, Side
from domain.ads.use_cases.post import PostAd, post_ad
from domain.kernel.amounts import read_amount, read_price
from domain.kernel.ids import UserId
from domain.kernel.moments import DAY, HOUR, MINUTE, Instant
from domain.kernel.money import Money, fee
from domain.kernel.units import asset, fiat
from domain.ledger.use_cases.credit import Credit, credit_deposit
from domain.notices.model import Notice
from domain.orders.events import PaymentMarked, SellerReleased
from domain.orders.model import OrderState
from domain.orders.use_cases.press import Press, arm_release, press
from domain.orders.use_cases.take import Take, take_ad
from domain.trust.model import Mark, Rating, Tag, Verdict
from domain.trust.use_cases.mark import mark
from domain.trust.use_cases.rate import Rate, rate
from domain.users.use_cases.join import join, set_payer_name
from storage.engine import Desk as Gate
from storage.outbox import OutboxStore
from storage.work import StorageWork

_REGULARS: Final = tuple(UserId(700_000_000 + number) for number in range(12))
"""Customers of the past: known to the desk, not to the sandbox."""
_OPINIONS: Final = (
    Rating(Verdict.POSITIVE, (Tag.FAST,)),
    Rating(Verdict.POSITIVE, (Tag.FAST, Tag.FRIENDLY)),
    Rating(Verdict.POSITIVE),
    Rating(Verdict.POSITIVE, (Tag.RELIABLE,)),
    Rating(Verdict.POSITIVE, (Tag.FRIENDLY, Tag.RELIABLE)),
    Rating(Verdict.POSITIVE, (Tag.FAST, Tag.RELIABLE)),
    Rating(Verdict.NEGATIVE, (Tag.SLOW,)),
)
"""What regulars say after a sale, in turn."""
_SPARE: Final = 3
"""Merchants hold this many times what their ads lock, so that they can post more."""


async def introduce(gate: Gate[StorageWork]) -> None:
    """Everybody has an alias before they first press start."""
    for person in EVERYBODY:
        await gate.write(_introduce, person)


async def seed(gate: Gate[StorageWork]) -> None:
    """May be called again and again: whatever is there already is left as it is."""
    for number, regular in enumerate(_REGULARS):
        await gate.write(_introduce_regular, regular, number)
    for merchant in MERCHANTS:
        stalls = [stall for stall in STALLS if stall.persona == merchant.person.persona]
        await gate.write(_set_up_shop, merchant, stalls)
    for person in BUYERS:
        await gate.write(_stake, person)


def _stake(work: StorageWork, person: Person) -> None:
    """Some coins, and a favourite to begin with: whoever has their coins already may have taken the mark back."""
    if _give(_past(work, DAY), person.id, read_amount("250", asset("USDT")), f"demo:{person.persona}"):
        mark(work, person.id, MERCHANTS[0].person.id, Mark.FAVOURITE)


def _introduce(work: StorageWork, person: Person) -> None:
    join(work, person.id, person.language)
    if work.users.get(person.id).payer_name is None:
        work.users.rename(person.id, person.alias)
        set_payer_name(work, person.id, person.payer_name)


def _introduce_regular(work: StorageWork, user: UserId, number: int) -> None:
    join(work, user, None)
    set_payer_name(work, user, f"REGULAR CUSTOMER {number + 1}")


def _set_up_shop(work: StorageWork, merchant: Merchant, stalls: Iterable[Stall]) -> None:
    """Grants the right to post, and plays the merchant's past: deposit, ads, sales, each at its own moment."""
    user = merchant.person.id
    work.users.make_merchant(user, is_merchant=True)
    opened = [_open_stall(_past(work, merchant.joined_days_ago * DAY), user, n, s) for n, s in enumerate(stalls)]
    for number in range(merchant.sales):
        _sell(work, merchant, opened[number % len(opened)], number)


def _open_stall(work: StorageWork, user: UserId, number: int, stall: Stall) -> Ad:
    coin, money = asset(stall.asset), fiat(stall.fiat)
    total = read_amount(stall.stock, coin)
    _give(work, user, Money(total.units * _SPARE, coin), f"demo:{user}:{number}")
    new = NewAd(
        token=f"demo:{user}:{number}",
        side=Side.SELL,
        price=read_price(stall.price, coin, money),
        total=total,
        least=read_amount(stall.least, money),
        most=read_amount(stall.most, money),
        accounts=tuple(PaymentAccount(method, details) for method, details in stall.details),
        window_minutes=stall.window_minutes,
        terms=stall.terms,
    )
    return post_ad(work, PostAd(user, new))


def _sell(work: StorageWork, merchant: Merchant, opened: Ad, number: int) -> None:
    """One completed sale, some days ago, to one of the regulars."""
    span = merchant.joined_days_ago * DAY - DAY
    ago = span - span * number // merchant.sales + 2 * HOUR
    buyer = _REGULARS[(number * 5 + merchant.sales) % len(_REGULARS)]
    now = _past(work, ago)
    ad = now.ads.get(opened.id)
    order = take_ad(
        now,
        Take(
            token=f"demo:{merchant.person.id}:sale:{number}",
            actor=buyer,
            ad=ad.id,
            seen=ad.version,
            fiat=ad.least,
            method=ad.methods[number % len(ad.methods)],
            quoted_at=now.now,
        ),
    )
    if order.state is not OrderState.AWAIT_PAYMENT:
        return
    paid = press(_past(work, ago - 6 * MINUTE), Press(order.id, buyer, order.version), PaymentMarked())
    release = ago - (6 + merchant.release_minutes) * MINUTE
    seen = Press(paid.id, merchant.person.id, paid.version)
    arm_release(_past(work, release + MINUTE), seen)
    press(_past(work, release), seen, SellerReleased())
    soon = _past(work, release - HOUR)
    rate(soon, Rate(order.id, buyer, _OPINIONS[(number * 3 + merchant.sales) % len(_OPINIONS)]))
    rate(soon, Rate(order.id, merchant.person.id, Rating(Verdict.POSITIVE, (Tag.RELIABLE,))))


def _give(work: StorageWork, user: UserId, amount: Money, reference: str) -> bool:
    with_fees = amount + fee(amount, work.rules.maker_fee_bps)
    return credit_deposit(work, Credit(user, with_fees, reference, operator="demo"))


def _past(work: StorageWork, ago_ms: int) -> "_Past":
    return _Past(work.sql, Instant(work.now - ago_ms), work.rules)


class _Past(StorageWork):
    """The same transaction at an earlier moment. Nobody is told about the past."""

    @cached_property
    def outbox(self) -> "_Silence":
        return _Silence(self.sql, self.now)


class _Silence(OutboxStore):
    def put(self, notices: Iterable[Notice]) -> None:
        """Tells nobody."""
