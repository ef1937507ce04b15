"""Telegram without sockets: requests are encoded and answers parsed as over HTTP, and nothing is waited for."""

import json
import time
from collections.abc import AsyncIterator
from contextvars import ContextVar
from typing import Any, Final, cast

from aiogram import Bot
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.methods import GetFile, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup
from aiohttp import FormData
from aiohttp.multipart import MultipartWriter

from bot.gateways.telegram import TelegramSession

TOKEN: Final = "1000001:only-for-the-benchmarks-0000000000000"
BOT: Final = {"id": 1000001, "is_bot": True, "first_name": "Desk", "username": "desk_bot"}
_WITH_MESSAGE: Final = frozenset({"sendMessage", "sendPhoto", "editMessageText", "editMessageCaption"})
_PHOTO: Final = [{"file_id": "photo", "file_unique_id": "unique", "width": 720, "height": 1280, "file_size": 30_000}]

_asked: ContextVar[TelegramMethod[Any]] = ContextVar("asked")
"""The request on its way, which the client itself sees only as bytes."""


class CannedSession(AiohttpSession):
    """aiogram's own session with nobody at the other end."""

    def __init__(self) -> None:
        super().__init__()
        self.telegram = CannedTelegram()

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        _asked.set(method)
        return await super().make_request(bot, method, timeout)

    async def create_session(self) -> Any:
        return self.telegram


class CannedLeanSession(TelegramSession):
    """The desk's session with nobody at the other end."""

    def __init__(self) -> None:
        super().__init__()
        self.telegram = CannedTelegram()

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        _asked.set(method)
        return await super().make_request(bot, method, timeout)

    async def create_session(self) -> Any:
        return self.telegram


class CannedTelegram:
    """Stands where the HTTP client stands. `shown` is the last message with buttons in each chat."""

    def __init__(self) -> None:
        self.shown: dict[int, Shown] = {}
        self.files: dict[str, bytes] = {}
        self.calls = 0
        self._answers: dict[tuple[str, int], tuple[str, str]] = {}
        self._last_message = 1_000

    def post(self, address: str, *, data: FormData | bytes, **_: Any) -> "_Answer":
        """Encodes a form as aiohttp would, and answers the method that is being asked."""
        self.calls += 1
        return _Answer(self._answer(_asked.get()).encode(), data)

    def get(self, address: str, **_: Any) -> "_Answer":
        """An uploaded file."""
        return _Answer(self.files[address.rpartition("/")[2]])

    def _answer(self, method: TelegramMethod[Any]) -> str:
        """Telegram sends the whole message back; it is written once per method and size of keyboard."""
        name = method.__api_method__
        if name not in _WITH_MESSAGE:
            return _file(method.file_id) if isinstance(method, GetFile) else '{"ok":true,"result":true}'
        markup: Any = getattr(method, "reply_markup", None)
        number = getattr(method, "message_id", None) or self._next()
        chat = int(cast("Any", method).chat_id)
        buttons = sum(map(len, markup.inline_keyboard)) if isinstance(markup, InlineKeyboardMarkup) else 0
        if buttons:
            self.shown[chat] = Shown(number, method)
        known = self._answers.get((name, buttons))
        if known is None:
            known = self._answers[(name, buttons)] = _message_around(method)
        return f"{known[0]}{number}{known[1]}{chat}}}}}}}"

    def _next(self) -> int:
        self._last_message += 1
        return self._last_message


class Shown:
    """A message of ours as a person sees it."""

    def __init__(self, number: int, method: Any) -> None:
        self.number = number
        self._method = method

    def data(self, prefix: str) -> str:
        """What the button says whose data begins so."""
        buttons = [button for row in self._method.reply_markup.inline_keyboard for button in row]
        found = [button["callback_data"] for button in buttons if button.get("callback_data", "").startswith(prefix)]
        assert found, f"no button {prefix} among {buttons}"
        return str(found[0])

    def as_json(self, chat: int) -> dict[str, Any]:
        return _message(self._method) | {"message_id": self.number, "chat": {"id": chat, "type": "private"}}


def _message_around(method: Any) -> tuple[str, str]:
    """An answer with gaps for the two numbers that change: the message's, and at its end the chat's."""
    rest = json.dumps(_message(method), ensure_ascii=False)
    return '{"ok":true,"result":{"message_id":', f',{rest[1:-1]},"chat":{{"type":"private","first_name":"Ada","id":'


def _message(method: Any) -> dict[str, Any]:
    """With the text that was sent, tags and all, which is about as much as plain text and entities."""
    found: dict[str, Any] = {"from": BOT, "date": int(time.time())}
    if hasattr(method, "photo") or method.__api_method__ == "editMessageCaption":
        found |= {"photo": _PHOTO, "caption": method.caption}
    else:
        found["text"] = method.text
    if isinstance(method.reply_markup, InlineKeyboardMarkup):
        found["reply_markup"] = method.reply_markup.model_dump(mode="json", exclude_none=True)
    return found


def _file(file_id: str) -> str:
    told = {"file_id": file_id, "file_unique_id": file_id, "file_size": None, "file_path": file_id}
    return json.dumps({"ok": True, "result": told})


class _Answer:
    """As much of an HTTP answer as is looked at."""

    status = 200

    def __init__(self, content: bytes, asked: FormData | bytes = b"") -> None:
        self._content = content
        self._asked = asked

    async def __aenter__(self) -> "_Answer":
        payload = self._asked() if isinstance(self._asked, FormData) else self._asked
        if isinstance(payload, MultipartWriter):
            await payload.write(cast("Any", _Nowhere()))
        return self

    async def __aexit__(self, *_: object) -> None:
        """Nothing was opened."""

    async def text(self) -> str:
        return self._content.decode()

    @property
    def content(self) -> "_Answer":
        return self

    async def iter_chunked(self, size_bytes: int) -> AsyncIterator[bytes]:
        yield self._content


class _Nowhere:
    async def write(self, chunk: bytes) -> None:
        """Every byte was made; that is all that is measured."""
