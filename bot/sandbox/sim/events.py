"""The live line to the page: one small server-sent event per visible change."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

from aiohttp import web

from bot.sandbox.sim.asked import Stage

EVENTS_WAITING_MAX = 1_000
HEARTBEAT_SECONDS = 15
_HEADERS = {"Content-Type": "text/event-stream", "Cache-Control": "no-store", "X-Accel-Buffering": "no"}


def stream_of(sandbox: Stage) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    """The handler of `/sim/events`; it ends with the event `closing`, which the sandbox sends when it stops."""

    async def stream(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers=_HEADERS)
        await response.prepare(request)
        watcher = _Watcher()
        sandbox.world.listeners.append(watcher.see)
        try:
            await _pass_on(watcher, response)
        except ConnectionError:
            return response
        finally:
            sandbox.world.listeners.remove(watcher.see)
        return response

    return stream


class _Watcher:
    """Events not yet written; a page too slow to keep up is told once to read everything anew."""

    def __init__(self) -> None:
        self._queue: asyncio.Queue[dict[str, Any]] = asyncio.Queue(EVENTS_WAITING_MAX)

    def see(self, event: dict[str, Any]) -> None:
        if self._queue.full():
            while not self._queue.empty():
                self._queue.get_nowait()
            event = event if event.get("type") == "closing" else {"type": "state"}
        self._queue.put_nowait(event)

    async def next(self) -> dict[str, Any]:
        return await self._queue.get()


async def _pass_on(watcher: _Watcher, response: web.StreamResponse) -> None:
    await response.write(b"retry: 1000\n\n")
    while True:
        try:
            event = await asyncio.wait_for(watcher.next(), HEARTBEAT_SECONDS)
        except TimeoutError:
            await response.write(b": still here\n\n")
            continue
        if event.get("type") == "closing":
            return
        await response.write(b"data: " + json.dumps(event, ensure_ascii=False).encode() + b"\n\n")
