"""One fee account that every order pays into, against orders spread over the fee accounts of four assets."""

import asyncio
from functools import partial
from typing import Final

from domain.kernel.units import ASSETS
from tests.benchmarks.postgres import bench_server
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.trading import open_market
from tests.benchmarks.turns import compare, rate

CLIENTS: Final = 16
SECONDS: Final = 1.5


def measure() -> list[Ratio]:
    with bench_server() as server, server.databases.database() as hot, server.databases.database() as spread:
        return [Ratio("one hot fee account / spread, PostgreSQL, 16 clients", asyncio.run(_compare(hot, spread)), 0.8)]


async def _compare(hot_url: str, spread_url: str) -> float:
    async with (
        open_market(hot_url, CLIENTS, [ASSETS["USDT"]]) as hot,
        open_market(spread_url, CLIENTS, list(ASSETS.values())) as spread,
    ):
        turns = [partial(rate, CLIENTS, market.lifecycle, SECONDS) for market in (hot, spread)]
        for warm_up in turns:
            await warm_up()
        return await compare(*turns)
