"""What a happy order costs of Telegram's limits: its Bot API calls over HTTP, from the confirmed quote to the coins."""

import asyncio
import tempfile
from pathlib import Path
from typing import Final

from storage.migrations import migrate
from tests.benchmarks.ratio import Ratio
from tests.journeys.house import built
from tests.journeys.stage import Stage
from tests.journeys.steps import pay, press, release, say
from tests.support.pictures import receipt

MOST_CALLS: Final = 14
MOST_MESSAGES: Final = 6
_NEW: Final = frozenset({"sendMessage", "sendPhoto", "sendDocument"})
_NOT_THE_ORDER_S: Final = frozenset({"getUpdates"})
"""Asked whether there is an order or not."""


def measure() -> list[Ratio]:
    """Counted, not timed: one order with one uploaded screenshot."""
    methods = asyncio.run(_of_an_order())
    messages = [method for method in methods if method in _NEW]
    return [
        Ratio("Bot API calls of a happy order", len(methods), MOST_CALLS, at_most=True),
        Ratio("new messages among them", len(messages), MOST_MESSAGES, at_most=True),
    ]


async def _of_an_order() -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite+aiosqlite:///{folder}/desk.db"
        await migrate(url)
        async with built("polling", url, Path(folder)) as house, house.open() as stage:
            return await _traded(stage)


async def _traded(stage: Stage) -> list[str]:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await buyer.start(f"ad-{ad.code}")
    await press(stage, buyer, "Buy")
    await say(stage, buyer, "150")
    before = len(await stage.sandbox.calls())
    await press(stage, buyer, "✅ Confirm")
    await buyer.send_photo(receipt())
    await stage.rest()
    await pay(stage, buyer)
    await release(stage, merchant)
    await buyer.sees("The coins are yours!")
    made = (await stage.sandbox.calls())[before:]
    return [call["method"] for call in made if call["method"] not in _NOT_THE_ORDER_S]
