"""CPU per update of the whole desk, inbox and outbox included, in units of a bare aiogram echo (E).

Client side only: PostgreSQL and the child that decodes pictures are processes of their own."""

import asyncio
import tempfile
from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final

from bot.serving import settle_memory
from handlers.callbacks import Browse, Go, MarketVerb, OrderButton, OrderVerb, Place
from tests.benchmarks.crowd import USERS, Act, Crowd, crowd
from tests.benchmarks.echo import Echo
from tests.benchmarks.postgres import bench_server
from tests.benchmarks.ratio import Ratio
from tests.benchmarks.trading import FIAT, buyer_of

ROUNDS: Final = 7
FLOW_GOAL: Final = 8.0
SCREEN_GOAL: Final = 5.0


def measure() -> list[Ratio]:
    """The order flow and three screens that only read, on both engines."""
    with tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(_on("SQLite", f"sqlite:///{folder}/desk.db", Path(folder)))
    with bench_server() as server, server.databases.database() as url, tempfile.TemporaryDirectory() as folder:
        return [*found, *asyncio.run(_on("PostgreSQL", url, Path(folder)))]


async def _on(engine: str, url: str, folder: Path) -> list[Ratio]:
    async with crowd(url, folder) as people:
        echo = Echo()
        await people.trade()
        await echo.cpu_seconds()
        settle_memory()
        flow = await _in_echoes(people, echo, people.trade)
        found = [Ratio(f"order flow, {engine}: CPU per update in echoes", flow, FLOW_GOAL, at_most=True)]
        await people.open_orders()
        for name, act in _screens(people).items():
            cost = await _in_echoes(people, echo, partial(people.all_do, act))
            found.append(Ratio(f"{name}, {engine}: CPU in echoes", cost, SCREEN_GOAL, at_most=True))
    return found


async def _in_echoes(people: Crowd, echo: Echo, play: Callable[[], Awaitable[None]]) -> float:
    """Both take turns, because a machine's speed changes by the minute; the median of the rounds."""
    rounds = []
    for _ in range(ROUNDS):
        unit = await echo.cpu_seconds()
        people.updates, people.cpu_seconds = 0, 0.0
        await play()
        rounds.append(people.cpu_seconds / people.updates / ((unit + await echo.cpu_seconds()) / 2))
    return median(rounds)


def _screens(people: Crowd) -> Mapping[str, Act]:
    """Presses that change nothing."""
    cards = [_open(people.telegram.shown[buyer_of(pair)].data("o1:p:")) for pair in range(USERS)]
    page = Browse(verb=MarketVerb.PAGE, asset="USDT", fiat=FIAT.code).pack()
    return {
        "order card": lambda pair: people.press(buyer_of(pair), cards[pair]),
        "home": lambda pair: people.press(buyer_of(pair), Go(verb=Place.HOME).pack()),
        "market page": lambda pair: people.press(buyer_of(pair), page),
    }


def _open(data: str) -> str:
    """The button that opens the order of this other button."""
    button = OrderButton.unpack(data)
    return OrderButton(verb=OrderVerb.OPEN, order=button.order, version=button.version).pack()
