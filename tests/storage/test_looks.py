"""How somebody looked at the market comes back, and a page for them holds nothing of their own."""

from dataclasses import replace

from domain.ads.finding import page_for
from domain.ads.model import Ad, Side
from domain.ads.ports import Look, MarketFilter, MarketPage
from domain.ads.use_cases.remember import remember_look
from domain.kernel.ids import UserId
from domain.kernel.prices import PRICE_ONE, Price
from domain.trust.model import Mark
from domain.trust.use_cases.mark import mark
from storage.engine import Desk
from storage.work import StorageWork
from tests.storage.trade import AD, EUR, MAKER, STRANGER, TAKER, USDT, Trade

WHERE = MarketFilter(Side.SELL, USDT, EUR)


async def test_the_last_look_is_the_one_that_stays(desk: Desk[StorageWork]) -> None:
    await Trade(desk).join(TAKER)
    before = await desk.read(lambda work: work.looks.find(TAKER))

    await desk.write(remember_look, TAKER, Look(replace(WHERE, method="sepa")))
    first = await desk.read(lambda work: work.looks.find(TAKER))
    await desk.write(remember_look, TAKER, Look(WHERE, only_takeable=True))

    assert (before, first) == (None, Look(replace(WHERE, method="sepa")))
    assert await desk.read(lambda work: work.looks.find(TAKER)) == Look(WHERE, only_takeable=True)


async def test_own_ads_are_passed_over_even_where_they_fill_a_page(desk: Desk[StorageWork]) -> None:
    await Trade(desk).join(MAKER, STRANGER)
    await post(desk, MAKER, cents=90, count=10)
    [other] = await post(desk, STRANGER, cents=95, count=1)

    page = await page_of(desk, MAKER)

    assert ([offer.ad.id for offer in page.offers], page.following) == ([other.id], None)


async def test_ads_of_somebody_blocked_are_passed_over_for_the_one_who_blocked(desk: Desk[StorageWork]) -> None:
    await Trade(desk).join(MAKER, STRANGER, TAKER)
    await post(desk, MAKER, cents=90, count=1)
    [other] = await post(desk, STRANGER, cents=95, count=1)
    await desk.write(mark, TAKER, MAKER, Mark.BLOCKED)

    page = await page_of(desk, TAKER)

    assert [offer.ad.id for offer in page.offers] == [other.id]


async def test_looking_for_anothers_ads_ends(desk: Desk[StorageWork]) -> None:
    await Trade(desk).join(MAKER, STRANGER)
    await post(desk, MAKER, cents=90, count=33)
    [other] = await post(desk, STRANGER, cents=95, count=1)

    first = await page_of(desk, MAKER)
    second = await desk.read(lambda work: page_for(work.market, MAKER, WHERE, first.following))

    assert (first.offers, [offer.ad.id for offer in second.offers]) == ((), [other.id])


async def page_of(desk: Desk[StorageWork], viewer: UserId) -> MarketPage:
    return await desk.read(lambda work: page_for(work.market, viewer, WHERE, None))


async def post(desk: Desk[StorageWork], maker: UserId, *, cents: int, count: int) -> list[Ad]:
    """Puts ads up at once; how many one person may have is of no interest here."""
    new = replace(AD, price=Price(PRICE_ONE * cents // 100, USDT, EUR))

    def add_all(work: StorageWork) -> list[Ad]:
        return [
            work.ads.add(maker, replace(new, token=f"{maker}-{n}"), fees_bps=(30, 0), now=work.now)[0]
            for n in range(count)
        ]

    return await desk.write(add_all)
