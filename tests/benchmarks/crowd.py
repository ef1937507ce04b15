"""Sixteen buyers and sixteen sellers who trade through the assembled desk, all at the same moment, step by step."""

import asyncio
import itertools
import json
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from pydantic import SecretStr

from bot.settings import Settings
from bot.wiring import Parts, assemble
from domain.ads.model import Ad
from handlers.callbacks import OfferButton, OfferVerb, short
from tests.benchmarks.canned import BOT, TOKEN, CannedLeanSession, CannedTelegram
from tests.benchmarks.trading import buyer_of, open_market, seller_of
from tests.support.pictures import receipt

USERS: Final = 16
PAUSE_SECONDS: Final = 0.6
"""Between steps, so that the outbox may send sixteen messages at once and nobody counts as too fast."""
REST_SECONDS: Final = 30.0
LOOK_SECONDS: Final = 0.005

Act = Callable[[int], dict[str, Any]]
"""What pair n does at this step, as the content of an update."""


@asynccontextmanager
async def crowd(database_url: str, folder: Path) -> AsyncIterator["Crowd"]:
    """The whole desk on this empty database, with Telegram answering at once and no door but ours."""
    async with open_market(database_url, USERS) as market:
        ads = list(market.ads)
    settings = Settings(
        bot_token=SecretStr(TOKEN), database_url=SecretStr(database_url), data_dir=folder, telegram_api="https://bench"
    )
    parts = await assemble(settings)
    await parts.bot.session.close()
    parts.bot.session = session = CannedLeanSession()
    sender = asyncio.create_task(parts.outbox.run())
    try:
        yield Crowd(parts, session.telegram, ads)
    finally:
        sender.cancel()
        await parts.close()


class Crowd:
    """Counts the updates it brought and the CPU they took, threads included; making them is not counted."""

    def __init__(self, parts: Parts, telegram: CannedTelegram, ads: list[Ad]) -> None:
        self.parts = parts
        self.telegram = telegram
        self.ads = ads
        self.updates = 0
        self.cpu_seconds = 0.0
        self._numbers = itertools.count(1)

    async def trade(self) -> None:
        """One order for each pair: seven updates from "take" to the coins."""
        await self.open_orders()
        await self.all_do(self._proof)
        await self.all_do(lambda pair: self._press(buyer_of(pair), "o1:p:"))
        await self.all_do(lambda pair: self._press(seller_of(pair), "o1:r:"))
        await self.all_do(lambda pair: self._press(seller_of(pair), "o1:R:"))

    async def open_orders(self) -> None:
        """Take, amount, confirm."""
        await self.all_do(self._take)
        await self.all_do(lambda pair: self._message(buyer_of(pair), text="20"))
        await self.all_do(lambda pair: self._press(buyer_of(pair), "t1:c:"))

    async def all_do(self, act: Act) -> None:
        """Every pair does this at once; ends when nothing is left to be worked off or sent."""
        updates = [json.dumps({"update_id": next(self._numbers)} | act(pair)).encode() for pair in range(USERS)]
        await asyncio.sleep(PAUSE_SECONDS)
        calls = self.telegram.calls
        begun = time.process_time()
        await asyncio.gather(*(self.parts.inbox.receive([json.loads(update)]) for update in updates))
        await self._rest()
        self.cpu_seconds += time.process_time() - begun
        self.updates += USERS
        assert self.telegram.calls >= calls + USERS, "somebody was left without an answer"

    def press(self, user: int, data: str) -> dict[str, Any]:
        """A press of a button that hangs on the last message in this chat."""
        message = self.telegram.shown[user].as_json(user) if user in self.telegram.shown else _greeting(user)
        return {
            "callback_query": {
                "id": f"{time.time_ns()}",
                "from": _person(user),
                "message": message,
                "chat_instance": str(user),
                "data": data,
            }
        }

    def _press(self, user: int, prefix: str) -> dict[str, Any]:
        return self.press(user, self.telegram.shown[user].data(prefix))

    def _take(self, pair: int) -> dict[str, Any]:
        return self.press(buyer_of(pair), OfferButton(verb=OfferVerb.TAKE, ad=short(self.ads[pair].id)).pack())

    def _proof(self, pair: int) -> dict[str, Any]:
        file_id = f"photo-{time.time_ns()}"
        self.telegram.files = {file_id: receipt(file_id)} | self.telegram.files
        size = {"width": 720, "height": 1280, "file_size": len(self.telegram.files[file_id])}
        photo = [{"file_id": file_id, "file_unique_id": file_id, **size}]
        return self._message(buyer_of(pair), photo=photo)

    def _message(self, user: int, **content: Any) -> dict[str, Any]:
        return {"message": _greeting(user) | {"message_id": time.time_ns() % 2**31, "from": _person(user)} | content}

    async def _rest(self) -> None:
        deadline = time.monotonic() + REST_SECONDS
        while not (self.parts.inbox.is_idle and self.parts.outbox.is_idle):
            assert time.monotonic() < deadline, "the desk does not come to rest"
            await asyncio.sleep(LOOK_SECONDS)


def _person(user: int) -> dict[str, Any]:
    return {"id": user, "is_bot": False, "first_name": "Ada", "username": f"ada{user}", "language_code": "en"}


def _greeting(user: int) -> dict[str, Any]:
    chat = {"id": user, "type": "private", "first_name": "Ada", "username": f"ada{user}"}
    return {"message_id": 1, "from": BOT, "chat": chat, "date": int(time.time()), "text": "Welcome"}
