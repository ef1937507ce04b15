"""Waiting, without sleeping, until the bot has nothing left to do."""

from __future__ import annotations

import asyncio
from typing import Any

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.world import World

QUIET_MS_DEFAULT = 150
TIMEOUT_MS_DEFAULT = 10_000
TIMEOUT_MS_MAX = 120_000
_POLL_MS = 20


async def settle(asked: Asked) -> dict[str, Any]:
    """Returns when no update is pending and no call was in flight for `quiet_ms`; 408 after `timeout_ms`.

    An update handed out by getUpdates stays pending until a later getUpdates confirms it; a waiting long poll
    is not in flight. The quiet time covers a bot that stores an update first and works on it afterwards.
    """
    world = asked.world
    quiet = _limited(asked, "quiet_ms", QUIET_MS_DEFAULT)
    timeout = _limited(asked, "timeout_ms", TIMEOUT_MS_DEFAULT)
    watch = _Watch(world)
    try:
        return {"settled": True, "waited_ms": await watch.until_quiet(quiet, timeout)}
    finally:
        watch.end()


class _Watch:
    def __init__(self, world: World) -> None:
        self._world = world
        self._loop = asyncio.get_running_loop()
        self._last_stir = self._loop.time()
        world.listeners.append(self._stir)

    def end(self) -> None:
        self._world.listeners.remove(self._stir)

    async def until_quiet(self, quiet_ms: int, timeout_ms: int) -> int:
        began = self._last_stir
        while True:
            now = self._loop.time()
            if self._busy():
                self._last_stir = now
            elif now - self._last_stir >= quiet_ms / 1000:
                return round((now - began) * 1000)
            if now - began >= timeout_ms / 1000:
                raise Refused(f"not settled within {timeout_ms} ms: {self._reason(quiet_ms)}", 408)
            await asyncio.sleep(min(_POLL_MS, max(quiet_ms, 1)) / 1000)

    def _stir(self, event: dict[str, Any]) -> None:
        """Only what the bot does or is given counts: not its asking for updates, nor people's own marks."""
        polls = event.get("method") == "getUpdates"
        if not polls and event.get("type") in {"call", "update", "message", "edit", "delete", "answer"}:
            self._last_stir = self._loop.time()

    def _busy(self) -> bool:
        return bool(self._world.updates.pending) or self._world.calls.in_flight > 0

    def _reason(self, quiet_ms: int) -> str:
        pending, in_flight = len(self._world.updates.pending), self._world.calls.in_flight
        if pending or in_flight:
            return f"{pending} updates pending, {in_flight} calls in flight"
        return f"the bot never paused for {quiet_ms} ms"


def _limited(asked: Asked, name: str, default: int) -> int:
    value = asked.optional_integer(name)
    if value is None:
        return default
    if not 0 <= value <= TIMEOUT_MS_MAX:
        raise Refused(f"{name} must be from 0 to {TIMEOUT_MS_MAX}")
    return value
