"""A taker confirms a quote: the ad's coins go into escrow and the payment window opens."""

from dataclasses import dataclass

from domain.ads.decide import take_stock
from domain.kernel.ids import AdId, UserId
from domain.kernel.moments import Instant
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal, Rule
from domain.notices.model import Notice, NoticeKind
from domain.orders.model import Order
from domain.orders.movements import take_from_ad
from domain.orders.quote import freeze, quote
from domain.orders.timers import waits_for
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Take:
    """The confirmed quote. `token` was minted with it: pressing twice opens one order."""

    token: str
    actor: UserId
    ad: AdId
    seen: int
    fiat: Money
    method: str
    quoted_at: Instant


def take_ad(work: Work, command: Take) -> Order:
    """Opens the order, or returns the one this token opened before.

    Raises `Refusal`: quote-old, ad-changed, pair-blocked, too-many-orders and everything `quote` and `freeze` refuse.
    """
    ad = work.ads.get(command.ad)
    opened = work.orders.opened_by(command.token)
    if opened is not None:
        return opened
    taker = work.users.get(command.actor)
    offered = quote(ad, taker.id, command.fiat, command.method, made_at=command.quoted_at, rules=work.rules)
    if work.now > offered.until:
        raise Refusal(Rule.QUOTE_OLD, until=offered.until)
    if ad.version != command.seen:
        raise Refusal(Rule.AD_CHANGED, ad=ad.code)
    if work.trust.are_apart(taker.id, ad.maker):
        raise Refusal(Rule.PAIR_BLOCKED)
    limit = work.rules.open_orders_as_taker
    if work.orders.count_open_as_taker(taker.id) >= limit:
        raise Refusal(Rule.TOO_MANY_ORDERS, value=limit, limit=limit)

    order = work.orders.open(freeze(offered, taker, work.rules), token=command.token, now=work.now)
    work.ads.save(take_stock(ad, order.terms.amount), before=ad)
    work.book.post(take_from_ad(order))
    due = waits_for(order, work.now)
    work.deadlines.replace(order.id, () if due is None else (due,))
    work.drafts.drop(taker.id)
    work.outbox.put((Notice(ad.maker, NoticeKind.ALERT, order.id, "order-told-taken"),))
    return order
