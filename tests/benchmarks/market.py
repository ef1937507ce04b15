"""One page of the market through the gate, objects and all, among ten thousand ads and among a million."""

import asyncio
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Final

from domain.ads.model import Side
from domain.ads.ports import PAGE_SIZE, Cursor, MarketFilter, MarketPage
from domain.kernel.ids import UserId
from domain.kernel.money import Money
from domain.kernel.units import ASSETS, FIATS
from domain.operations.rules import DEFAULTS
from storage.clock import now_of
from storage.engine import Desk, open_desk
from storage.work import StorageWork, work_under
from tests.benchmarks.bulk import fill_with_ads
from tests.benchmarks.postgres import bench_server
from tests.benchmarks.ratio import Ratio

FEW: Final = 10_000
MANY: Final = 1_000_000
ASKED: Final = 400
FAR_PAGE: Final = 1_000
VIEWER: Final = UserId(1)
"""Somebody without marks: the join is paid all the same."""
GROWTH: Final = {"SQLite": 1.2, "PostgreSQL": 1.4}

_dice: Final = random.Random(1)


def measure() -> list[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite+aiosqlite:///{folder}/{count}.db" for count in (FEW, MANY)]
        found = asyncio.run(_measure("SQLite", urls))
    with bench_server() as server, server.databases.database() as few, server.databases.database() as many:
        return [*found, *asyncio.run(_measure("PostgreSQL", [few, many]))]


async def _measure(engine: str, urls: Sequence[str]) -> list[Ratio]:
    desks = []
    for url, count in zip(urls, (FEW, MANY), strict=True):
        await fill_with_ads(url, count)
        desks.append(
            await open_desk(url, work_factory=work_under(DEFAULTS), now_of=now_of(shiftable=False), exclusive=True)
        )
    few, many = desks
    found = []
    for name, wanted in (("", _any), (", by method", _by_method), (", by amount", _by_amount)):
        few_ms, many_ms = await _milliseconds([(few, wanted, None), (many, wanted, None)])
        found.append(Ratio(f"market page{name}, 1M ads / 1 ms, {engine}", many_ms, 1.0, at_most=True))
        found.append(
            Ratio(f"market page{name}, 1M / 10k ads, {engine}", many_ms / few_ms, GROWTH[engine], at_most=True)
        )
    cursor = await _cursor_of_page(many, FAR_PAGE)
    first_ms, far_ms = await _milliseconds([(many, _hottest, None), (many, _hottest, cursor)])
    found.append(Ratio(f"market page {FAR_PAGE} / page 1, {engine}", far_ms / first_ms, 2.0, at_most=True))
    for desk in desks:
        await desk.close()
    return found


async def _milliseconds(
    cases: Sequence[tuple[Desk[StorageWork], Callable[[], MarketFilter], Cursor | None]],
) -> list[float]:
    """The median time of a page in each case; the cases take turns, page by page."""
    spent: list[list[float]] = [[] for _ in cases]
    for turn in range(ASKED + 20):
        for case, (desk, wanted, cursor) in enumerate(cases):
            asked = wanted()
            begun = time.perf_counter()
            page = await desk.read(_page, asked, cursor)
            if turn >= 20:  # The first ones fill the caches.
                spent[case].append(1_000 * (time.perf_counter() - begun))
            assert len(page.offers) == PAGE_SIZE
    return [median(times) for times in spent]


def _page(work: StorageWork, wanted: MarketFilter, cursor: Cursor | None) -> MarketPage:
    return work.market.page(wanted, cursor, VIEWER)


async def _cursor_of_page(desk: Desk[StorageWork], number: int) -> Cursor:
    """Where that page of the hottest pair begins, as somebody gets there who pages on and on."""
    cursor: Cursor | None = None
    for _ in range(number - 1):
        cursor = (await desk.read(_page, _hottest(), cursor)).following
    assert cursor is not None
    return cursor


def _hottest() -> MarketFilter:
    return MarketFilter(Side.SELL, ASSETS["USDT"], FIATS["EUR"])


def _any() -> MarketFilter:
    return MarketFilter(
        Side.SELL, ASSETS[_dice.choice(("USDT", "BTC", "TON"))], FIATS[_dice.choice(("EUR", "USD", "GBP"))]
    )


def _by_method() -> MarketFilter:
    pair = _any()
    return MarketFilter(pair.side, pair.asset, pair.fiat, method=_dice.choice(("revolut", "wise")))


def _by_amount() -> MarketFilter:
    pair = _any()
    return MarketFilter(pair.side, pair.asset, pair.fiat, amount=Money(_dice.randrange(20_000, 50_000), pair.fiat))
