"""The webhook door: 200 is said after the update is stored, and to nobody but Telegram."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Final

from aiohttp import web

from bot.inbox import Inbox
from storage.engine.errors import EngineError

LARGEST_BODY: Final = 1024 * 1024
SECRET_HEADER: Final = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 - a header name
log = logging.getLogger(__name__)


def build_app(inbox: Inbox, *, path: str, secret: str, is_well: Callable[[], Awaitable[bool]]) -> web.Application:
    """Two routes: the webhook itself and `/healthz`, which says nothing but well or not."""
    expected = secret.encode()

    async def take(request: web.Request) -> web.Response:
        shown = request.headers.get(SECRET_HEADER, "").encode("utf-8", "surrogateescape")
        if not hmac.compare_digest(shown, expected):
            return web.Response(status=401)
        try:
            update = json.loads(await request.read())
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(update, dict) or not _is_id(update.get("update_id")):
            return web.Response(status=400)
        try:
            await inbox.receive([update])
        except EngineError:
            log.exception("an update could not be stored; Telegram will bring it again")
            return web.Response(status=503)
        return web.Response(status=200)

    async def health(request: web.Request) -> web.Response:
        return web.Response(status=200 if await is_well() else 503)

    app = web.Application(client_max_size=LARGEST_BODY)
    app.router.add_post(path, take)
    app.router.add_get("/healthz", health)
    return app


def _is_id(value: object) -> bool:
    """A number that databases can hold. JSON's `true` is one to Python."""
    return type(value) is int and 0 <= value < 1 << 63
