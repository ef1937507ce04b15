"""The two addresses of the Bot API, calls and file downloads, on aiohttp."""

import json
import re
from collections.abc import Iterable
from http import HTTPStatus

import aiohttp
from aiohttp import web

from bot.sandbox.botapi.bounded import read_at_most
from bot.sandbox.botapi.calling import BotApi
from bot.sandbox.botapi.errors import ApiError, CutConnection, RawAnswer, bad_request, refusal
from bot.sandbox.botapi.wire import decode
from bot.sandbox.world import World

FETCH_TIMEOUT_SECONDS = 10
_WELL_FORMED = re.compile(r"[1-9][0-9]{0,18}:[A-Za-z0-9_-]+")


class Tokens:
    """Whom the server lets in; without tokens the first well-formed one that calls is adopted."""

    def __init__(self, world: World, tokens: Iterable[str]) -> None:
        self._world = world
        self.known = set(tokens)
        if len({token.partition(":")[0] for token in self.known}) > 1:
            raise ValueError("all tokens must belong to one bot: they differ before the colon")
        for token in self.known:
            self._adopt(token)

    def require(self, token: str) -> None:
        """Raises 401 for anybody else's token."""
        if not _WELL_FORMED.fullmatch(token):
            raise refusal(401, "invalid token specified")
        if not self.known:
            self._adopt(token)
            self.known.add(token)
        if token not in self.known:
            raise ApiError(401, "Unauthorized")

    def _adopt(self, token: str) -> None:
        if not _WELL_FORMED.fullmatch(token):
            raise ValueError("a bot token looks like 123456:AbC-dEf")
        self._world.adopt_bot_id(int(token.partition(":")[0]))


class Doors:
    def __init__(self, api: BotApi, tokens: Tokens) -> None:
        self._api = api
        self._tokens = tokens

    def routes(self) -> list[web.RouteDef]:
        return [
            web.route("*", "/bot{token}/{method}", self.call),
            web.get("/file/bot{token}/{path:.+}", self.download),
        ]

    async def call(self, request: web.Request) -> web.StreamResponse:
        try:
            self._tokens.require(request.match_info["token"])
            body = await _body(request)
            params = decode(request.query_string, request.headers.get("Content-Type", ""), body)
            answer = await self._api.call(request.match_info["method"], params)
        except ApiError as error:
            return _json(error.code, error.payload())
        except RawAnswer as raw:
            return web.Response(status=raw.status, text=raw.body, content_type=raw.content_type)
        except CutConnection:
            return _cut(request)
        return _json(answer.status, answer.body, answer.retry_after_seconds)

    async def download(self, request: web.Request) -> web.Response:
        try:
            self._tokens.require(request.match_info["token"])
            path = request.match_info["path"]
            file = self._api.world.files.get_by_path(path)
            if file is None:
                raise ApiError(404, "Not Found")
            content = self._api.faults.file(path, file.content)
        except ApiError as error:
            return _json(error.code, error.payload())
        return web.Response(body=content, content_type="application/octet-stream")


async def fetch(url: str, limit_bytes: int) -> bytes:
    """A file sent by URL; raises 400 with Telegram's words when it can't be had."""
    timeout = aiohttp.ClientTimeout(total=FETCH_TIMEOUT_SECONDS)
    try:
        async with aiohttp.ClientSession(timeout=timeout) as session, session.get(url) as response:
            if response.status != HTTPStatus.OK:
                raise bad_request("failed to get HTTP URL content")
            content = await read_at_most(response.content, limit_bytes)
    except (aiohttp.ClientError, TimeoutError, ValueError):
        raise bad_request("failed to get HTTP URL content") from None
    if content is None:
        raise bad_request("failed to get HTTP URL content")
    return content


async def _body(request: web.Request) -> bytes:
    if not request.can_read_body:
        return b""
    try:
        return await request.read()
    except web.HTTPRequestEntityTooLarge:
        raise ApiError(413, "Request Entity Too Large") from None


def _json(status: int, body: object, retry_after_seconds: int | None = None) -> web.Response:
    headers = None if retry_after_seconds is None else {"Retry-After": str(retry_after_seconds)}
    encoded = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    return web.Response(status=status, body=encoded, content_type="application/json", headers=headers)


def _cut(request: web.Request) -> web.StreamResponse:
    """Close the socket under the answer; aiohttp then finds nobody to write it to."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()
