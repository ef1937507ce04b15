"""The line to the Bot API. What is no answer of Telegram's at all counts as trouble of its servers."""

from typing import Any

from aiogram import Bot
from aiogram.exceptions import ClientDecodeError, TelegramServerError
from aiogram.methods import Response, TelegramMethod
from aiogram.methods.base import TelegramType

from bot.gateways.lean_session import LeanSession


class TelegramSession(LeanSession):
    """A proxy in between answers with a page of its own when Telegram does not; aiogram would call that our fault."""

    def check_response(
        self, bot: Bot, method: TelegramMethod[TelegramType], status_code: int, content: str
    ) -> Response[TelegramType]:
        """Raises aiogram's `TelegramAPIError` and nothing else."""
        try:
            return super().check_response(bot, method, status_code, content)
        except ClientDecodeError:
            unread: TelegramMethod[Any] = method
            raise TelegramServerError(unread, f"an answer that is no JSON, status {status_code}") from None
