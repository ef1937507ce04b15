"""The market: only what can be taken, best price first, page by page, whatever moves meanwhile."""

from dataclasses import replace

import pytest

from domain.ads.decide import AdMove
from domain.ads.model import Ad, NewAd, PaymentAccount, Side
from domain.ads.ports import MarketFilter
from domain.kernel.money import Money
from domain.kernel.prices import PRICE_ONE, Price
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import ASSETS, FIATS
from storage.engine import Desk
from storage.readers.market import EXAMINED
from storage.work import StorageWork
from tests.storage.trade import AD, EUR, MAKER, TAKER, USDT, Trade, eur, usdt

GBP = FIATS["GBP"]
WANTED = MarketFilter(Side.SELL, USDT, EUR)
SMALL = replace(AD, total=usdt(100), least=eur(10), most=eur(50))


def priced(cents: int, new: NewAd = SMALL) -> NewAd:
    return replace(new, price=Price(PRICE_ONE * cents // 100, USDT, EUR))


async def post(desk: Desk[StorageWork], *new: NewAd) -> list[Ad]:
    """Puts ads up at once; how many one person may have is of no interest here."""
    trade = Trade(desk)
    await trade.join(MAKER)

    def add_all(work: StorageWork) -> list[Ad]:
        return [
            work.ads.add(MAKER, replace(ad, token=f"market-{n}"), fees_bps=(30, 0), now=work.now)[0]
            for n, ad in enumerate(new)
        ]

    return await desk.write(add_all)


async def prices(desk: Desk[StorageWork], wanted: MarketFilter = WANTED) -> list[int]:
    """The prices of all pages, in cents."""
    found, after = [], None
    for _ in range(20):
        page = await desk.read(lambda work, after=after: work.market.page(wanted, after, TAKER))
        found += [offer.ad.price.micros // 10_000 for offer in page.offers]
        after = page.following
        if after is None:
            break
    return found


async def test_best_price_comes_first_over_all_pages(desk: Desk[StorageWork]) -> None:
    await post(desk, *(priced(cents) for cents in (95, 91, 99, 90, 93, 94, 92, 98, 97, 96, 90)))

    first = await desk.read(lambda work: work.market.page(WANTED, None, TAKER))

    assert [offer.ad.price.micros // 10_000 for offer in first.offers] == [90, 90, 91, 92, 93, 94, 95, 96]
    assert first.offers[0].maker.id == MAKER
    assert await prices(desk) == [90, 90, 91, 92, 93, 94, 95, 96, 97, 98, 99]


async def test_full_last_page_has_no_following(desk: Desk[StorageWork]) -> None:
    await post(desk, *(priced(90 + n) for n in range(8)))

    page = await desk.read(lambda work: work.market.page(WANTED, None, TAKER))

    assert (len(page.offers), page.following) == (8, None)


async def test_filters(desk: Desk[StorageWork]) -> None:
    revolut = (PaymentAccount("revolut", "@maker"),)
    large = replace(priced(92), least=eur(40), most=eur(60))
    pounds = replace(SMALL, price=Price(PRICE_ONE, USDT, GBP), least=Money(1_000, GBP), most=Money(5_000, GBP))
    await post(desk, priced(90), replace(priced(91), accounts=revolut), large, pounds)

    assert await prices(desk) == [90, 91, 92]
    assert await prices(desk, replace(WANTED, method="sepa")) == [90, 92]
    assert await prices(desk, replace(WANTED, amount=eur(20))) == [90, 91]
    assert await prices(desk, replace(WANTED, amount=eur(60))) == [92]
    assert await prices(desk, replace(WANTED, asset=ASSETS["BTC"])) == []
    assert await desk.read(lambda work: work.market.assets_and_fiats(Side.SELL)) == [("USDT", "EUR"), ("USDT", "GBP")]


async def test_search_that_was_cut_short_can_go_on(desk: Desk[StorageWork]) -> None:
    """The only ad for this amount stands behind more ads than one page examines."""
    rare = replace(priced(99), least=eur(55), most=eur(60))
    await post(desk, *[priced(90)] * (EXAMINED + 10), rare)
    wanted = replace(WANTED, amount=eur(60))

    first = await desk.read(lambda work: work.market.page(wanted, None, TAKER))
    second = await desk.read(lambda work: work.market.page(wanted, first.following, TAKER))

    assert first.offers == ()
    assert [offer.ad.price.micros // 10_000 for offer in second.offers] == [99]
    assert second.following is None


async def test_only_what_can_be_taken_stands_on_the_market(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business(SMALL)
    await trade.move(ad, AdMove.PAUSE)
    paused = await prices(desk)
    resumed = await trade.move(ad, AdMove.RESUME)
    back = await prices(desk)

    await trade.take(resumed, eur(50))
    await trade.take(resumed, eur(35))

    assert (paused, back) == ([], [90])
    assert await prices(desk) == []


async def test_shrinking_stock_lowers_the_limit(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    ad = await trade.open_for_business(SMALL)

    await trade.take(ad, eur(50))

    assert await prices(desk, replace(WANTED, amount=eur(40))) == [90]
    assert await prices(desk, replace(WANTED, amount=eur(41))) == []


async def test_same_form_posts_one_ad(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    await trade.open_for_business()

    twice = [await desk.write(lambda work: work.ads.add(MAKER, AD, fees_bps=(30, 0), now=work.now)) for _ in range(2)]

    assert [is_new for _, is_new in twice] == [True, False]
    assert twice[0][0] == twice[1][0]


async def test_owner_sees_open_ads_newest_first(desk: Desk[StorageWork]) -> None:
    trade = Trade(desk)
    first = await trade.open_for_business(SMALL)
    second, third = await trade.post(SMALL), await trade.post(SMALL)
    await trade.move(second, AdMove.CLOSE)

    newest = await desk.read(lambda work: work.market.of_maker(MAKER, before=None, limit=1))
    older = await desk.read(lambda work: work.market.of_maker(MAKER, before=third.id, limit=5))

    assert (newest, older) == ([third], [first])
    assert await desk.read(lambda work: work.ads.count_open(MAKER)) == 2


async def test_stale_save_is_refused(desk: Desk[StorageWork]) -> None:
    [ad] = await post(desk, SMALL)
    moved = replace(ad, version=ad.version + 1)
    await desk.write(lambda work: work.ads.save(moved, before=ad))

    with pytest.raises(Refusal) as refused:
        await desk.write(lambda work: work.ads.save(moved, before=ad))

    assert refused.value.rule is Rule.STALE
