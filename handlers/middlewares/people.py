"""Who is this, in which language, with which form open: one look into the database per update."""

from collections.abc import Awaitable, Callable
from typing import Any

from aiogram import BaseMiddleware, Bot
from aiogram.types import CallbackQuery, Message, TelegramObject

from domain.forms.model import Draft
from domain.kernel.ids import UserId
from domain.kernel.moments import Instant
from domain.operations.rules import DeskRules
from domain.proofs.ports import Uploads, Vault
from domain.users.model import User
from domain.users.use_cases.join import join
from domain.work import Desk, Reading
from handlers.texts import Translations
from handlers.visit import Visit


class People(BaseMiddleware):
    """Adds the `visit`. Whoever never pressed start joins with their first update, whatever it is."""

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        if not isinstance(event, Message | CallbackQuery) or event.from_user is None or event.from_user.is_bot:
            return None
        desk: Desk = data["desk"]
        bot: Bot = data["bot"]
        texts: Translations = data["texts"]
        vault: Vault = data["vault"]
        uploads: Uploads = data["uploads"]
        person = UserId(event.from_user.id)
        known, draft, now, rules = await desk.read(_who, person)
        user = known if known is not None else await desk.write(join, person, event.from_user.language_code)
        data["visit"] = Visit(bot, desk, vault, uploads, texts, user, draft, now, rules, is_new=known is None)
        return await handler(event, data)


def _who(reading: Reading, user: UserId) -> tuple[User | None, Draft | None, Instant, DeskRules]:
    account, draft = reading.visitors.find(user) or (None, None)
    return account, draft, reading.now, reading.rules
