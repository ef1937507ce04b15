"""What the bot says about itself to Telegram: commands and descriptions, by language."""

from typing import Final

from aiogram import Bot
from aiogram.types import BotCommand, BotCommandScopeAllPrivateChats

from domain.users.use_cases.join import iso_code
from handlers.texts import Texts, Translations

ORDER: Final = ("start", "buy", "orders", "ads", "newad", "wallet", "language", "help", "cancel")
_WAIT_SECONDS: Final = 20
_SCOPE: Final = BotCommandScopeAllPrivateChats()


async def publish_commands(bot: Bot, texts: Translations) -> None:
    """Brings Telegram's copy up to date; what is right already is not sent again, because changes are rationed.

    The first language is also everybody's who speaks none of ours. Raises aiogram's exceptions.
    """
    first, *others = texts.all()
    await _publish(bot, first, None)
    for language in others:
        await _publish(bot, language, iso_code(language.language))


def commands_in(texts: Texts) -> list[BotCommand]:
    return [BotCommand(command=name, description=texts.plain(f"command-{name}")) for name in ORDER]


async def _publish(bot: Bot, texts: Texts, language: str | None) -> None:
    wanted = commands_in(texts)
    known = await bot.get_my_commands(_SCOPE, language, request_timeout=_WAIT_SECONDS)
    if _said(known) != _said(wanted):
        await bot.set_my_commands(wanted, _SCOPE, language, request_timeout=_WAIT_SECONDS)
    description = texts.plain("bot-description")
    if (await bot.get_my_description(language, request_timeout=_WAIT_SECONDS)).description != description:
        await bot.set_my_description(description, language, request_timeout=_WAIT_SECONDS)
    short = texts.plain("bot-short-description")
    if (await bot.get_my_short_description(language, request_timeout=_WAIT_SECONDS)).short_description != short:
        await bot.set_my_short_description(short, language, request_timeout=_WAIT_SECONDS)


def _said(commands: list[BotCommand]) -> list[tuple[str, str]]:
    """Two equal commands differ to aiogram when only one of them came from Telegram."""
    return [(command.command, command.description) for command in commands]
