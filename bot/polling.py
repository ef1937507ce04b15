"""The polling door: an update is confirmed to Telegram only by the call after the one that stored it."""

import asyncio
import logging
from typing import Any, Final

import aiohttp
from aiogram import Bot

from bot.inbox import Inbox
from handlers.routing import ALLOWED_UPDATES
from storage.engine.errors import EngineError

WAIT_SECONDS: Final = 25
BATCH: Final = 100
_BACK_OFF_SECONDS: Final = (0.2, 1, 3, 10, 30)
log = logging.getLogger(__name__)


class Polling:
    """Fetches updates as raw JSON, so that what is stored is what was sent."""

    def __init__(self, bot: Bot, inbox: Inbox) -> None:
        self._bot = bot
        self._inbox = inbox
        self._offset = 0

    async def run(self) -> None:
        """Polls until cancelled. Trouble on the way is waited out, never fatal: Telegram keeps updates for a day."""
        await self._bot.delete_webhook(drop_pending_updates=False)
        trouble = 0
        while True:
            try:
                updates = await self._fetch()
                if updates:
                    await self._inbox.receive(updates)
                    self._offset = updates[-1]["update_id"] + 1
                trouble = 0
            except (aiohttp.ClientError, TimeoutError, Refused, EngineError, ValueError) as error:
                log.warning("polling failed: %s", error)
                await asyncio.sleep(_BACK_OFF_SECONDS[min(trouble, len(_BACK_OFF_SECONDS) - 1)])
                trouble += 1

    async def _fetch(self) -> list[dict[str, Any]]:
        session = await self._bot.session.create_session()  # type: ignore[attr-defined]
        question = {
            "offset": self._offset,
            "limit": BATCH,
            "timeout": WAIT_SECONDS,
            "allowed_updates": ALLOWED_UPDATES,
        }
        address = self._bot.session.api.api_url(token=self._bot.token, method="getUpdates")
        limit = aiohttp.ClientTimeout(total=WAIT_SECONDS + 10)
        async with session.post(address, json=question, timeout=limit) as response:
            answer = await response.json(content_type=None)
        if not isinstance(answer, dict) or not answer.get("ok"):
            raise Refused(str(answer.get("description")) if isinstance(answer, dict) else "an answer that is no object")
        found: list[dict[str, Any]] = answer["result"]
        return found


class Refused(Exception):
    """The Bot API did not answer getUpdates with updates."""
