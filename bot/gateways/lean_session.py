"""Speaks to the Bot API as aiogram's own session does, in JSON instead of forms; what an edit or an answer
to a press brings back is looked at only when Telegram refused it. That takes a third of the CPU."""

import json
from http import HTTPStatus
from typing import Any, Final, cast

from aiogram import Bot
from aiogram.client.default import Default
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType
from aiogram.types import InlineKeyboardMarkup, Message
from aiohttp import ClientError, ClientTimeout

_READ_BACK: Final = frozenset({"sendMessage"})
_NOT_READ_BACK: Final = frozenset(
    {"editMessageText", "editMessageCaption", "answerCallbackQuery", "deleteMessage", "setMessageReaction"}
)
_HEADERS: Final = {"Content-Type": "application/json"}
_DONE: Final = '{"ok":true'
_KEPT: Final = (Response[Message], Response[bool])
"""pydantic holds such types weakly, and would build them anew after every collection."""


class LeanSession(AiohttpSession):
    """Raises what aiogram's session raises. Methods that may carry files take aiogram's own way."""

    async def make_request(
        self, bot: Bot, method: TelegramMethod[TelegramType], timeout: int | None = None
    ) -> TelegramType:
        name = method.__api_method__
        if name not in _READ_BACK and name not in _NOT_READ_BACK:
            return await super().make_request(bot, method, timeout)
        session = await self.create_session()
        address = self.api.api_url(token=bot.token, method=name)
        limit = ClientTimeout(total=self.timeout if timeout is None else timeout)
        body = json.dumps(self._fields(bot, method), ensure_ascii=False).encode()
        try:
            async with session.post(address, data=body, headers=_HEADERS, timeout=limit) as answer:
                status, content = answer.status, await answer.text()
        except TimeoutError as error:
            raise TelegramNetworkError(method=method, message="Request timeout error") from error
        except ClientError as error:
            raise TelegramNetworkError(method=method, message=f"{type(error).__name__}: {error}") from error
        if name in _NOT_READ_BACK and status == HTTPStatus.OK and content.startswith(_DONE):
            return cast("TelegramType", True)
        response = self.check_response(bot=bot, method=method, status_code=status, content=content)
        return cast("TelegramType", response.result)

    def _fields(self, bot: Bot, method: TelegramMethod[Any]) -> dict[str, Any]:
        """What is set, in plain types."""
        fields = {}
        for name, value in method:
            if isinstance(value, InlineKeyboardMarkup):
                fields[name] = value.model_dump(exclude_none=True)
            elif isinstance(value, Default):
                fields[name] = self.prepare_value(bot.default[value.name], bot=bot, files={}, _dumps_json=False)
            elif value is not None:
                fields[name] = self.prepare_value(value, bot=bot, files={}, _dumps_json=False)
        return {name: value for name, value in fields.items() if value is not None}
