"""A bucket of tokens per person: nobody's thumb may starve the others."""

import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final

from aiogram import BaseMiddleware, Bot
from aiogram.types import CallbackQuery, InlineQuery, Message, TelegramObject

from domain.users.use_cases.join import guess_language
from handlers.show import toast
from handlers.texts import Translations

REFILL_A_SECOND: Final = 5
BURST: Final = 30
_PEOPLE_REMEMBERED: Final = 10_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at_seconds: float


class Throttle(BaseMiddleware):
    """Lets 30 updates through at once and 5 a second after that; the rest is dropped, a press with a word."""

    def __init__(self, clock_seconds: Callable[[], float] = time.monotonic) -> None:
        self._clock_seconds = clock_seconds
        self._buckets: OrderedDict[int, _Bucket] = OrderedDict()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if not isinstance(event, Message | CallbackQuery | InlineQuery) or event.from_user is None:
            return None
        if self.admits(event.from_user.id):
            return await handler(event, data)
        if isinstance(event, CallbackQuery):
            texts: Translations = data["texts"]
            bot: Bot = data["bot"]
            await toast(bot, event, texts.of(guess_language(event.from_user.language_code)).plain("too-fast"))
        return None

    def admits(self, user: int) -> bool:
        """Takes one token of this person's bucket, if there is one."""
        now = self._clock_seconds()
        bucket = self._buckets.pop(user, None) or _Bucket(BURST, now)
        bucket.tokens = min(BURST, bucket.tokens + (now - bucket.filled_at_seconds) * REFILL_A_SECOND)
        bucket.filled_at_seconds = now
        self._buckets[user] = bucket
        if len(self._buckets) > _PEOPLE_REMEMBERED:
            self._buckets.popitem(last=False)
        if bucket.tokens < 1:
            return False
        bucket.tokens -= 1
        return True
