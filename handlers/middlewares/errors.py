"""Where every mistake ends: a refusal is told, trouble with Telegram logged, a fault named and passed on."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.exceptions import TelegramAPIError
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.kernel.ids import UserId
from domain.kernel.moments import Instant
from domain.kernel.refusal import Refusal, Rule
from domain.users.use_cases.join import guess_language
from domain.work import Overtaken
from handlers.show import alert, post
from handlers.texts import Texts, Translations
from handlers.views.home import home_row
from handlers.views.markup import escaped
from handlers.views.refusals import refusal_line, refusal_text
from handlers.views.screen import Screen
from handlers.visit import Visit

_log = logging.getLogger(__name__)


class Errors(BaseMiddleware):
    """A fault is raised again after the person was told: the inbox decides whether the update is tried once more."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        try:
            return await handler(event, data)
        except Refusal as refusal:
            await _tell_refusal(event, data, refusal)
        except Overtaken:
            raise
        except TelegramAPIError as trouble:
            _log.warning("Telegram did not show what it should: %s", trouble)
        except Exception:
            incident = secrets.token_hex(3).upper()
            _log.exception("incident %s", incident)
            await _tell(event, data, "fault", incident)
            raise
        return None


async def _tell_refusal(event: TelegramObject, data: dict[str, Any], refusal: Refusal) -> None:
    """A message that the desk has worked off before is silent: its answer was sent then."""
    texts, bot = _texts(event, data), _bot(data)
    visit: Visit | None = data.get("visit")
    now = visit.now if visit is not None else Instant(0)
    try:
        if isinstance(event, CallbackQuery):
            await alert(bot, event, refusal_text(refusal, texts, now))
        elif isinstance(event, Message) and refusal.rule is not Rule.ALREADY_DONE:
            screen = Screen(refusal_line(refusal, texts, now), (home_row(texts),))
            await post(bot, UserId(event.chat.id), screen)
    except TelegramAPIError as trouble:
        _log.warning("the refusal %s could not be told: %s", refusal, trouble)


async def _tell(event: TelegramObject, data: dict[str, Any], key: str, incident: str) -> None:
    texts, bot = _texts(event, data), _bot(data)
    try:
        if isinstance(event, CallbackQuery):
            await alert(bot, event, texts.plain(key, code=incident))
        elif isinstance(event, Message):
            await post(bot, UserId(event.chat.id), Screen(escaped(texts.plain(key, code=incident)), (home_row(texts),)))
    except TelegramAPIError as trouble:
        _log.warning("incident %s could not be told: %s", incident, trouble)


def _texts(event: TelegramObject, data: dict[str, Any]) -> Texts:
    visit: Visit | None = data.get("visit")
    if visit is not None:
        return visit.texts
    translations: Translations = data["texts"]
    person = event.from_user if isinstance(event, Message | CallbackQuery) else None
    return translations.of(guess_language(None if person is None else person.language_code))


def _bot(data: dict[str, Any]) -> Bot:
    bot: Bot = data["bot"]
    return bot
