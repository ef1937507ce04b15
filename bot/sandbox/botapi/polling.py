"""getUpdates: one poller at a time, waiting until an update is ready or its time is up."""

import asyncio
from typing import Any

from bot.sandbox.botapi.errors import ApiError, refusal
from bot.sandbox.world.updates import Update, Updates

MAX_TIMEOUT_SECONDS = 50
MAX_LIMIT = 100
WEBHOOK_IS_ACTIVE = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


class LongPoll:
    def __init__(self, updates: Updates) -> None:
        self._updates = updates
        self._waiting: asyncio.Future[ApiError | None] | None = None

    def watch(self, event: dict[str, Any]) -> None:
        """A world listener: something new in the queue wakes whoever waits for it."""
        if event["type"] in ("update", "clock"):
            self.wake()

    def wake(self, ended_by: ApiError | None = None) -> None:
        if self._waiting is not None and not self._waiting.done():
            self._waiting.set_result(ended_by)

    async def take(self, *, offset: int, limit: int, timeout_seconds: int) -> list[dict[str, Any]]:
        """Updates from `offset` on; a positive one confirms what is before it, a negative counts from the end."""
        self.wake(refusal(409, OTHER_POLLER))
        if offset < 0:
            self._confirm_all_but(-offset)
        elif offset > 0:
            self._updates.confirm_below(offset)
        deadline = asyncio.get_running_loop().time() + max(0, min(timeout_seconds, MAX_TIMEOUT_SECONDS))
        taken = self._ready(limit)
        while not taken and await self._wait(deadline):
            taken = self._ready(limit)
        self._updates.settle([update for update in taken if update.replay])
        return [update.payload for update in taken]

    def _ready(self, limit: int) -> list[Update]:
        return self._updates.ready()[: limit if 1 <= limit <= MAX_LIMIT else MAX_LIMIT]

    def _confirm_all_but(self, kept: int) -> None:
        ready = self._updates.ready()
        self._updates.settle(ready[: max(len(ready) - kept, 0)])

    async def _wait(self, deadline: float) -> bool:
        """Sleep until something changed or a held-back update falls due; False when the time is up."""
        loop = asyncio.get_running_loop()
        remaining = deadline - loop.time()
        if remaining <= 0:
            return False
        held_back_ms = self._updates.next_ready_in_ms()
        sleep_seconds = remaining if held_back_ms is None else min(remaining, held_back_ms / 1000 + 0.001)
        own = self._waiting = loop.create_future()
        timer = loop.call_later(sleep_seconds, self.wake)
        try:
            ended_by = await own
        finally:
            timer.cancel()
            if self._waiting is own:
                self._waiting = None
        if ended_by is not None:
            raise ended_by
        return True

    def stop(self) -> None:
        """The server goes down: whoever waits is told so, as when Telegram restarts."""
        self.wake(ApiError(502, "Bad Gateway"))
