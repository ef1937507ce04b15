"""The bot's command lists, one per scope and language."""

import re
from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.targets import chat_named, user_named
from bot.sandbox.world import World
from bot.sandbox.world.profile import commands_key

COMMANDS_MAX = 100
DESCRIPTION_MAX_CHARACTERS = 256
_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_PLAIN_SCOPES = frozenset({"default", "all_private_chats", "all_group_chats", "all_chat_administrators"})
_CHAT_SCOPES = frozenset({"chat", "chat_administrators", "chat_member"})


async def set_my_commands(context: Context, params: Params) -> bool:
    given = params.array("commands", called="BotCommand")
    if given is None:
        raise bad_request("can't parse commands: array expected")
    if len(given) > COMMANDS_MAX:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = _key(context.world, params)
    context.world.profile.commands[key] = [_command(item) for item in given]
    context.world.changed({"type": "state"})
    return True


async def get_my_commands(context: Context, params: Params) -> list[dict[str, Any]]:
    return context.world.profile.commands.get(_key(context.world, params), [])


async def delete_my_commands(context: Context, params: Params) -> bool:
    context.world.profile.commands.pop(_key(context.world, params), None)
    context.world.changed({"type": "state"})
    return True


def _command(given: Any) -> dict[str, str]:
    if not isinstance(given, dict):
        raise bad_request("can't parse BotCommand: expected an Object")
    name = str(given.get("command", "")).removeprefix("/")
    description = str(given.get("description", "")).strip()
    if not _COMMAND.fullmatch(name):
        raise bad_request("BOT_COMMAND_INVALID")
    if not description:
        raise bad_request("command description must be non-empty")
    if len(description) > DESCRIPTION_MAX_CHARACTERS:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    return {"command": name, "description": description}


def _key(world: World, params: Params) -> str:
    """Scopes that name a chat or a person must name real ones."""
    scope = params.object("scope", called="BotCommandScope") or {"type": "default"}
    inner = Params({name.lower(): value for name, value in scope.items()})
    kind = inner.text("type")
    if kind not in _PLAIN_SCOPES | _CHAT_SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    checked: dict[str, Any] = {"type": kind}
    if kind in _CHAT_SCOPES:
        checked["chat_id"] = chat_named(world, inner).id
    if kind == "chat_member":
        checked["user_id"] = user_named(inner)
    return commands_key(checked, params.text("language_code"))


METHODS: dict[str, Method] = {
    "setMyCommands": set_my_commands,
    "getMyCommands": get_my_commands,
    "deleteMyCommands": delete_my_commands,
}
