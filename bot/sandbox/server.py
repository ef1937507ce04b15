"""The sandbox as one server: Bot API, the people's side and the page, on loopback, over one world."""

import asyncio
import ipaddress
import json
import time
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from aiohttp import web

from bot.sandbox.botapi.calling import BotApi
from bot.sandbox.botapi.http import Doors, Tokens, fetch
from bot.sandbox.botapi.polling import LongPoll
from bot.sandbox.botapi.webhook import WebhookDelivery
from bot.sandbox.faults import Faults
from bot.sandbox.sim import routes as sim_routes
from bot.sandbox.world import World, snapshot

PAGE_FOLDER = Path(__file__).parent / "page"
BODY_MAX_BYTES = 200 * 1024 * 1024
"""Room for a whole snapshot; the Bot API itself takes a quarter of that."""

SAVE_EVERY_SECONDS = 3.0
SAVING_SHARE = 20
"""The pause after saving is at least so many times as long as the saving took."""

SHUTDOWN_SECONDS = 1.0


class UnreadableWorld(ValueError):
    """The state file holds something else, or was cut short; the message says what to do."""


class Sandbox:
    """A local Telegram. `limits` turns the pace on; `state_file` keeps the world between runs."""

    def __init__(
        self,
        *,
        tokens: Sequence[str] = (),
        bot_username: str = "otcdesk_bot",
        bot_name: str = "otcdesk",
        limits: bool = False,
        state_file: Path | None = None,
    ) -> None:
        self.world = World(bot_username=bot_username, bot_name=bot_name)
        self.faults = Faults(self.world)
        self.limits = limits
        self.base_url = ""
        self.save_every_seconds = SAVE_EVERY_SECONDS
        self.long_poll = LongPoll(self.world.updates)
        self.api = BotApi(self.world, self.faults, self.long_poll, fetch, limits=limits)
        self.webhooks = WebhookDelivery(self.world, self.faults, self.api.call)
        self._state_file = state_file
        self._unsaved = False
        self._saving: asyncio.Task[None] | None = None
        self._runner: web.AppRunner | None = None
        if state_file is not None and state_file.exists():
            self._restore(state_file)
        self.tokens = Tokens(self.world, tokens)

    def _restore(self, state_file: Path) -> None:
        try:
            snapshot.load(self.world, json.loads(state_file.read_text("utf-8")))
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableWorld(f"{state_file} is no world that a sandbox kept: move it away") from error

    async def start(self, host: str = "127.0.0.1", port: int = 0, *, allow_remote: bool = False) -> str:
        """Listen and return the base URL; port 0 takes a free one. Only loopback unless told so."""
        if not allow_remote and not _is_loopback(host):
            raise ValueError(f"the sandbox listens on loopback only, not on {host}")
        assert self._runner is None, "this sandbox is running already"
        self._runner = web.AppRunner(self._application(), access_log=None, shutdown_timeout=SHUTDOWN_SECONDS)
        await self._runner.setup()
        await web.TCPSite(self._runner, host, port).start()
        bound_port = self._runner.addresses[0][1]
        self.base_url = f"http://{f'[{host}]' if ':' in host else host}:{bound_port}"
        self.webhooks.start()
        self.world.listeners += [self.long_poll.watch, self.webhooks.watch, self._remember_change]
        if self._state_file is not None:
            self._saving = asyncio.create_task(self._keep_saving(self._state_file))
        return self.base_url

    async def stop(self) -> None:
        if self._runner is None:
            return
        self.world.changed({"type": "closing"})
        for listener in (self.long_poll.watch, self.webhooks.watch, self._remember_change):
            self.world.listeners.remove(listener)
        self.long_poll.stop()
        await self.webhooks.stop()
        await self._runner.cleanup()
        self._runner = None
        if self._saving is not None:
            self._saving.cancel()
            with suppress(asyncio.CancelledError):
                await self._saving
        if self._state_file is not None:
            _write(self._state_file, snapshot.save(self.world))

    def _application(self) -> web.Application:
        application = web.Application(client_max_size=BODY_MAX_BYTES)
        application.add_routes(Doors(self.api, self.tokens).routes())
        application.add_routes(sim_routes(self))
        application.add_routes([web.get("/", _page), web.static("/page", PAGE_FOLDER)])
        return application

    def _remember_change(self, event: dict[str, Any]) -> None:
        self._unsaved = self._unsaved or event["type"] != "call"

    async def _keep_saving(self, state_file: Path) -> None:
        """While something changes, every few seconds; a large world more seldom, so that saving stays cheap."""
        pause_seconds = self.save_every_seconds
        while True:
            await asyncio.sleep(pause_seconds)
            if not self._unsaved:
                continue
            self._unsaved = False
            began = time.monotonic()
            await asyncio.to_thread(_write, state_file, snapshot.save(self.world))
            pause_seconds = max(self.save_every_seconds, SAVING_SHARE * (time.monotonic() - began))


async def _page(request: web.Request) -> web.FileResponse:
    return web.FileResponse(PAGE_FOLDER / "index.html")


def _write(state_file: Path, saved: dict[str, Any]) -> None:
    """Whole or not at all: a new file takes the old one's place in one step."""
    fresh = state_file.with_name(state_file.name + ".new")
    fresh.write_text(json.dumps(saved, ensure_ascii=False), "utf-8")
    fresh.replace(state_file)


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
