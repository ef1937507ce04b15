"""E, the unit of the update benchmarks: a bare aiogram echo from bytes to bytes."""

import json
import time
from typing import Final

from aiogram import Bot, Dispatcher
from aiogram.types import Message, Update

from tests.benchmarks.canned import TOKEN, CannedSession

ECHOES: Final = 300
_UPDATE: Final = json.dumps(
    {
        "update_id": 1,
        "message": {
            "message_id": 1,
            "from": {"id": 200_000, "is_bot": False, "first_name": "Ada", "username": "ada", "language_code": "en"},
            "chat": {"id": 200_000, "type": "private", "first_name": "Ada", "username": "ada"},
            "date": 1_790_000_000,
            "text": "One hundred and fifty euros, please",
        },
    }
).encode()


class Echo:
    """A dispatcher with one handler, which says what it was told."""

    def __init__(self) -> None:
        self._bot = Bot(TOKEN, session=CannedSession())
        self.dispatcher = Dispatcher()
        self.dispatcher.message.register(_say_again)

    async def cpu_seconds(self) -> float:
        """What one update costs, the mean of many."""
        begun = time.process_time()
        for _ in range(ECHOES):
            update = Update.model_validate(json.loads(_UPDATE), context={"bot": self._bot})
            await self.dispatcher.feed_update(self._bot, update)
        return (time.process_time() - begun) / ECHOES


async def _say_again(message: Message) -> None:
    await message.answer(message.text or "")
