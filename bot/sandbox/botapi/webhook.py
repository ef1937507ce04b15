"""Posting updates to the bot's webhook: in order within a chat, chats side by side, again until accepted."""

import asyncio
import json
from collections import deque
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import aiohttp

from bot.sandbox.botapi.bounded import read_at_most
from bot.sandbox.botapi.calling import Answer
from bot.sandbox.botapi.errors import ApiError, CutConnection, RawAnswer
from bot.sandbox.botapi.faults_port import FaultRules
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.wire import decode
from bot.sandbox.world import World
from bot.sandbox.world.updates import RETENTION_MS, Update

MAX_DELAY_SECONDS = 60.0
POST_TIMEOUT_SECONDS = 60
REPLY_MAX_BYTES = 60 * 1024 * 1024
_NEVER_IN_A_REPLY = frozenset({"setwebhook", "deletewebhook", "close", "logout"})


class WebhookDelivery:
    """`first_delay_seconds` is the pause before the first retry; each further one is twice as long."""

    def __init__(self, world: World, faults: FaultRules, call: Callable[[str, Params], Awaitable[Answer]]) -> None:
        self._world = world
        self._faults = faults
        self._call = call
        self._lanes: dict[int, deque[Update]] = {}
        self._queued: set[int] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._hook_changed = asyncio.Event()
        self._connections = asyncio.Semaphore(1)
        self._session: aiohttp.ClientSession | None = None
        self.first_delay_seconds = 1.0

    def start(self) -> None:
        self._session = aiohttp.ClientSession(
            timeout=aiohttp.ClientTimeout(total=POST_TIMEOUT_SECONDS), connector=aiohttp.TCPConnector(limit=0)
        )
        self._restart()

    async def stop(self) -> None:
        session, self._session = self._session, None
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if session is not None:
            await session.close()

    def watch(self, event: dict[str, Any]) -> None:
        """A world listener."""
        match event:
            case {"type": "update", "n": n}:
                self._queue(self._world.updates.pending.get(n))
            case {"type": "update", "settled": _}:
                return
            case {"type": "webhook"}:
                self._restart()
            case {"type": "update" | "clock" | "state"}:
                self._queue_all()

    def _restart(self) -> None:
        """Another address, or none: whoever waits to retry looks again at once."""
        self._hook_changed.set()
        self._hook_changed = asyncio.Event()
        self._connections = asyncio.Semaphore(self._world.profile.webhook.max_connections)
        self._queue_all()

    def _queue_all(self) -> None:
        for update in list(self._world.updates.pending.values()):
            self._queue(update)

    def _queue(self, update: Update | None) -> None:
        if update is None or update.n in self._queued or not self._is_due(update):
            return
        waiting_ms = update.ready_at_ms - self._world.clock.now_ms()
        if waiting_ms > 0:
            asyncio.get_running_loop().call_later(waiting_ms / 1000, self._queue, update)
            return
        self._queued.add(update.n)
        lane = self._lanes.get(update.lane)
        if lane is not None:
            lane.append(update)
            return
        self._lanes[update.lane] = deque((update,))
        task = asyncio.create_task(self._run_lane(update.lane))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run_lane(self, lane_id: int) -> None:
        """Deliver one chat's updates until none is left or the webhook is taken away."""
        lane = self._lanes[lane_id]
        try:
            while lane and self._world.profile.webhook.url:
                await self._deliver_until_accepted(lane[0])
                self._queued.discard(lane.popleft().n)
        finally:
            self._queued.difference_update(update.n for update in lane)
            del self._lanes[lane_id]

    async def _deliver_until_accepted(self, update: Update) -> None:
        delay_seconds = self.first_delay_seconds
        while self._is_due(update):
            async with self._connections:
                retry_after_seconds = await self._post(update)
            if retry_after_seconds is None:
                self._world.updates.settle((update,))
                return
            await self._pause(max(delay_seconds, retry_after_seconds))
            delay_seconds = min(delay_seconds * 2, MAX_DELAY_SECONDS)

    def _is_due(self, update: Update) -> bool:
        expired = self._world.clock.now_ms() - update.at_ms > RETENTION_MS
        if expired:
            self._world.updates.settle((update,))
        listening = self._session is not None and bool(self._world.profile.webhook.url)
        return listening and not update.settled

    async def _pause(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._hook_changed.wait(), seconds)

    async def _post(self, update: Update) -> float | None:
        """One delivery. None: accepted; otherwise the least pause the bot asked for, usually 0."""
        assert self._session is not None
        hook = self._world.profile.webhook
        headers = {"Content-Type": "application/json"}
        if hook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = hook.secret_token
        body = json.dumps(update.payload, ensure_ascii=False).encode()
        try:
            async with self._session.post(hook.url, data=body, headers=headers, ssl=False) as response:
                reply = await read_at_most(response.content, REPLY_MAX_BYTES) or b""
                status, reason = response.status, response.reason
                told = response.headers
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            return self._failed(f"{type(error).__name__}: {error}", 0)
        if self._faults.drops_webhook(update):
            return self._failed("Connection reset by peer", 0)
        if not 200 <= status < 300:
            return self._failed(
                f"Wrong response from the webhook: {status} {reason}", _seconds(told.get("Retry-After"))
            )
        await self._carry_out(told.get("Content-Type", ""), reply)
        return None

    def _failed(self, message: str, retry_after_seconds: float) -> float:
        hook = self._world.profile.webhook
        hook.last_error_date = self._world.clock.now()
        hook.last_error_message = message
        return retry_after_seconds

    async def _carry_out(self, content_type: str, reply: bytes) -> None:
        """The answer may carry one method call; its result is told to nobody."""
        try:
            params = decode("", content_type, reply)
        except ApiError:
            return
        name = params.text("method").lower()
        if not name or name.startswith("get") or name in _NEVER_IN_A_REPLY:
            return
        with suppress(RawAnswer, CutConnection):
            await self._call(name, params)


def _seconds(header: str | None) -> float:
    return float(min(int(header), MAX_DELAY_SECONDS)) if header and header.isdecimal() else 0.0
