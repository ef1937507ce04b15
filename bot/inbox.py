"""Works off received updates: durable first, then each person's in order, one at a time, whoever works."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Final

from bot.together import Together
from domain.kernel.moments import SECOND, after
from storage import inbox
from storage.engine import Desk as Gate
from storage.engine.errors import EngineError
from storage.inbox import Claimed, LeaseLost, Received
from storage.work import StorageWork

LEASE_MS: Final = 60 * SECOND
MOST_AT_ONCE: Final = 64
HANDLER_SECONDS: Final = 45
_RETRY_AFTER_MS: Final = (500, 2_000, 8_000, 20_000)

Handle = Callable[[Claimed, dict[str, Any]], Awaitable[None]]
log = logging.getLogger(__name__)


class Inbox:
    """Takes updates from either door and hands each to `handle` under a lease."""

    def __init__(self, gate: Gate[StorageWork], *, bot_id: int, owner: str, handle: Handle) -> None:
        self._gate = gate
        self._bot_id = bot_id
        self._owner = owner
        self._handle = handle
        self._lanes: set[asyncio.Task[None]] = set()
        self._slots = asyncio.Semaphore(MOST_AT_ONCE)
        self._closing = False
        self._arrivals = Together(self._store)
        self._departures = Together(self._finish)

    async def receive(self, updates: Sequence[dict[str, Any]]) -> None:
        """Returns once every update is stored: only then may it be acknowledged. Repeats are dropped."""
        if updates:
            await self._arrivals.bring(updates)

    async def sweep(self) -> None:
        """Takes up what nobody works on: retries, rows of a worker that died, rows that waited behind others."""
        room = MOST_AT_ONCE - len(self._lanes)
        if self._closing or room <= 0:
            return
        for claimed in await self._gate.write(inbox.claim, self._bot_id, self._owner, room, LEASE_MS):
            self._start(claimed, json.loads(claimed.received.payload))

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being worked off by this worker right now."""
        return not self._lanes

    async def drain(self, seconds: float) -> None:
        """Lets running handlers end; what has not begun stays in the inbox for the next start."""
        self._closing = True
        if self._lanes:
            await asyncio.wait(self._lanes, timeout=seconds)
        for task in self._lanes:
            task.cancel()

    def _start(self, claimed: Claimed, update: dict[str, Any]) -> None:
        task = asyncio.create_task(self._work_off(claimed, update))
        self._lanes.add(task)
        task.add_done_callback(self._lanes.discard)

    async def _store(self, updates: list[dict[str, Any]]) -> None:
        received = [
            Received(update["update_id"], lane_of(update), json.dumps(update, separators=(",", ":")))
            for update in updates
        ]
        fresh = {update["update_id"]: update for update in updates}
        for claimed in await self._gate.write(inbox.receive, self._bot_id, received, self._owner, LEASE_MS):
            self._start(claimed, fresh[claimed.received.update_id])

    async def _work_off(self, claimed: Claimed, update: dict[str, Any]) -> None:
        """Handles one update; when it is finished, what the same person sent meanwhile begins."""
        async with self._slots:
            try:
                async with asyncio.timeout(HANDLER_SECONDS):
                    await self._handle(claimed, update)
            except LeaseLost:
                log.warning("lease lost", extra={"inbox": claimed.id})
                return
            except Exception as error:
                log.exception("update failed", extra={"inbox": claimed.id, "tries": claimed.tries})
                await self._fail(claimed, error)
                return
        try:
            await self._departures.bring([claimed])
        except EngineError:
            log.exception("could not finish an update; its lease will run out", extra={"inbox": claimed.id})

    async def _finish(self, finished: list[Claimed]) -> None:
        if self._closing:
            await self._gate.write(inbox.finish, finished)
            return
        for claimed in await self._gate.write(inbox.claim_next, finished, LEASE_MS):
            self._start(claimed, json.loads(claimed.received.payload))

    async def _fail(self, claimed: Claimed, error: Exception) -> None:
        delay_ms = _RETRY_AFTER_MS[min(claimed.tries, len(_RETRY_AFTER_MS)) - 1]

        def give_back(work: StorageWork) -> None:
            inbox.fail(work, claimed, type(error).__name__, after(work.now, delay_ms))

        try:
            await self._gate.write(give_back)
        except EngineError:
            log.exception("could not give an update back; its lease will run out", extra={"inbox": claimed.id})


def lane_of(update: dict[str, Any]) -> int:
    """Whose update this is: updates of one lane are handled in order. Zero when nobody in particular sent it."""
    for content in update.values():
        if isinstance(content, dict):
            sender = content.get("from") or content.get("user") or content.get("chat")
            if isinstance(sender, dict) and isinstance(sender.get("id"), int):
                return int(sender["id"])
    return 0
