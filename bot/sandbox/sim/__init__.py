"""The people's side: what persons do and see, by plain JSON for the page, tests and curl alike."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import urlsplit

from aiohttp import web

from bot.sandbox.fault_rules import FaultRefused
from bot.sandbox.markup import MarkupError
from bot.sandbox.sim import (
    changing,
    control,
    events,
    files,
    inline,
    observing,
    opening,
    population,
    presence,
    pressing,
    screens,
    sending,
    settling,
    topics,
    upgrading,
)
from bot.sandbox.sim.asked import Asked, Refused, Stage, read

Handler = Callable[[Asked], Awaitable[Any]]

_CALLS: tuple[tuple[str, str, Handler], ...] = (
    ("POST", "/sim/users", population.add_user),
    ("POST", "/sim/chats", population.add_chat),
    ("POST", "/sim/chats/{chat}/members", population.set_membership),
    ("POST", "/sim/chats/{chat}/upgrade", upgrading.upgrade),
    ("POST", "/sim/as/{user}/send", sending.send),
    ("POST", "/sim/as/{user}/start", opening.start),
    ("POST", "/sim/as/{user}/contact", sending.share_contact),
    ("POST", "/sim/as/{user}/forward", sending.forward),
    ("POST", "/sim/as/{user}/press", pressing.press),
    ("POST", "/sim/as/{user}/tap-url", pressing.tap_url),
    ("POST", "/sim/as/{user}/copy", pressing.copy),
    ("POST", "/sim/as/{user}/edit", changing.edit),
    ("POST", "/sim/as/{user}/delete", changing.delete),
    ("POST", "/sim/as/{user}/react", changing.react),
    ("POST", "/sim/as/{user}/pin", changing.pin_message),
    ("POST", "/sim/as/{user}/unpin", changing.unpin_message),
    ("POST", "/sim/as/{user}/topic", topics.change),
    ("POST", "/sim/as/{user}/inline", inline.ask),
    ("POST", "/sim/as/{user}/inline/choose", inline.choose),
    ("POST", "/sim/as/{user}/block", presence.block),
    ("POST", "/sim/as/{user}/unblock", presence.unblock),
    ("POST", "/sim/as/{user}/deactivate", presence.deactivate),
    ("POST", "/sim/as/{user}/read", presence.mark_read),
    ("GET", "/sim/as/{user}/chats", screens.inbox),
    ("GET", "/sim/as/{user}/chats/{chat}", screens.screen),
    ("GET", "/sim/answers", observing.answers),
    ("GET", "/sim/answers/{query}", observing.answer),
    ("GET", "/sim/history/{chat}/{message}", observing.history),
    ("GET", "/sim/calls", observing.calls),
    ("GET", "/sim/updates", observing.updates),
    ("POST", "/sim/updates", control.inject),
    ("POST", "/sim/faults", control.add_fault),
    ("DELETE", "/sim/faults", control.clear_faults),
    ("POST", "/sim/clock", control.advance),
    ("POST", "/sim/reset", control.reset),
    ("GET", "/sim/state", control.state),
    ("POST", "/sim/state", control.restore),
    ("POST", "/sim/settle", settling.settle),
)


def routes(sandbox: Stage) -> list[web.RouteDef]:
    """Every route of the people's side, bound to one sandbox."""
    return [
        *(web.route(method, path, _bound(sandbox, handler)) for method, path, handler in _CALLS),
        web.get("/sim/files/{file}", _bound(sandbox, files.download)),
        web.get("/sim/events", events.stream_of(sandbox)),
    ]


def _bound(sandbox: Stage, handler: Handler) -> Callable[[web.Request], Awaitable[web.StreamResponse]]:
    async def answer(request: web.Request) -> web.StreamResponse:
        if _is_foreign(request):
            return _json({"error": "pages of other sites can't act here"}, 403)
        try:
            told = await handler(await read(sandbox, request))
        except Refused as refused:
            return _json({"error": refused.text}, refused.status)
        except (MarkupError, FaultRefused) as refused:
            return _json({"error": str(refused)}, 400)
        return told if isinstance(told, web.StreamResponse) else _json(told, 200)

    return answer


def _is_foreign(request: web.Request) -> bool:
    """A page on the open web may reach loopback through the reader's browser; it tells where it comes from."""
    origin = request.headers.get("Origin")
    return origin is not None and urlsplit(origin).netloc != request.host


def _json(told: Any, status: int) -> web.Response:
    """What is no Unicode, in names or forged updates, leaves as question marks instead of as an error."""
    body = json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")
    return web.Response(body=body, status=status, content_type="application/json", charset="utf-8")
