"""Deadlines: claimed by one worker at a time, and again when that one said nothing."""

import asyncio

from domain.kernel.ids import OrderId
from domain.kernel.moments import MINUTE, Instant, after
from domain.orders.step import Timer, TimerKind
from storage.clock import advance, now_of
from storage.deadlines import claim_due, next_due
from storage.engine import Desk
from storage.work import StorageWork
from tests.storage.clock import NOON, Clock
from tests.storage.trade import Trade, eur

DUE = after(NOON, 30 * MINUTE)


async def with_orders(desk: Desk[StorageWork], how_many: int) -> list[OrderId]:
    """Orders that all wait for the end of their payment window. The limit on open orders is of no interest here."""
    trade = Trade(desk)
    ad = await trade.open_for_business()
    order = await trade.take(ad, eur(90))

    def open_more(work: StorageWork) -> list[OrderId]:
        more = [work.orders.open(order.terms, token=f"more-{n}", now=work.now) for n in range(how_many - 1)]
        for one in (order, *more):
            work.deadlines.replace(one.id, (Timer(TimerKind.WINDOW, one.pay_until),))
        return [order.id, *(one.id for one in more)]

    return await desk.write(open_more)


async def test_nothing_is_claimed_before_it_is_due(desk: Desk[StorageWork], clock: Clock) -> None:
    [order] = await with_orders(desk, 1)
    early = await desk.write(claim_due, "a", 10, MINUTE)

    clock.now = DUE

    assert early == []
    assert await desk.read(next_due) == DUE
    assert await desk.write(claim_due, "a", 10, MINUTE) == [(order, TimerKind.WINDOW)]


async def test_four_claimers_share_what_is_due(desk: Desk[StorageWork], clock: Clock) -> None:
    orders = await with_orders(desk, 60)
    clock.now = DUE

    shares = await asyncio.gather(*(desk.write(claim_due, owner, 20, MINUTE) for owner in "abcd"))

    taken = [order for share in shares for order, _ in share]
    assert len(taken) == len(set(taken))
    rest = [order for order, _ in await desk.write(claim_due, "e", 60, MINUTE)]
    assert sorted(taken + rest) == sorted(orders)
    assert max(len(share) for share in shares) <= 20


async def test_lease_runs_from_now_however_late_it_is(desk: Desk[StorageWork], clock: Clock) -> None:
    await with_orders(desk, 1)
    clock.now = after(DUE, 600 * MINUTE)
    first = await desk.write(claim_due, "a", 10, MINUTE)
    second = await desk.write(claim_due, "b", 10, MINUTE)
    clock.pass_by(MINUTE)

    third = await desk.write(claim_due, "b", 10, MINUTE)

    assert (len(first), second, third) == (1, [], first)


async def test_postponed_deadline_is_looked_at_then(desk: Desk[StorageWork], clock: Clock) -> None:
    [order] = await with_orders(desk, 1)
    clock.now = DUE
    await desk.write(lambda work: work.deadlines.postpone(order, TimerKind.WINDOW, after(DUE, MINUTE)))
    early = await desk.write(claim_due, "a", 10, MINUTE)

    clock.pass_by(MINUTE)

    assert early == []
    assert await desk.write(claim_due, "a", 10, MINUTE) == [(order, TimerKind.WINDOW)]


async def test_replaced_and_dropped_deadlines_are_gone(desk: Desk[StorageWork], clock: Clock) -> None:
    [order] = await with_orders(desk, 1)
    clock.now = DUE
    await desk.write(lambda work: work.deadlines.replace(order, (Timer(TimerKind.GRACE, DUE),)))
    replaced = await desk.write(claim_due, "a", 10, MINUTE)

    await desk.write(lambda work: work.deadlines.drop(order, TimerKind.GRACE))

    assert replaced == [(order, TimerKind.GRACE)]
    assert await desk.read(next_due) is None


async def test_sandbox_time_moves_forward_for_every_transaction(desk: Desk[StorageWork]) -> None:
    def shown(work: StorageWork) -> tuple[Instant, Instant]:
        return now_of(shiftable=False)(work.sql), now_of(shiftable=True)(work.sql)

    plain, same = await desk.read(shown)
    await desk.write(advance, 30 * MINUTE)
    await desk.write(advance, 15 * MINUTE)
    later, shifted = await desk.read(shown)

    assert 0 <= same - plain < MINUTE
    assert 0 <= shifted - later - 45 * MINUTE < MINUTE
