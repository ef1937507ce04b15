"""The bot itself: who it is, its name and descriptions by language, its menu button."""

from collections.abc import Callable
from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.targets import readable_chat
from bot.sandbox.world import ChatType, World
from bot.sandbox.world.payloads import user_payload
from bot.sandbox.world.profile import Profile

NAME_MAX_CHARACTERS = 64
DESCRIPTION_MAX_CHARACTERS = 512
SHORT_DESCRIPTION_MAX_CHARACTERS = 120

Texts = Callable[[Profile], dict[str, str]]


async def get_me(context: Context, params: Params) -> dict[str, Any]:
    profile = context.world.profile
    return user_payload(context.world.bot) | {
        "can_join_groups": True,
        "can_read_all_group_messages": profile.reads_all_group_messages,
        "supports_inline_queries": profile.supports_inline_queries,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
    }


async def close_or_log_out(context: Context, params: Params) -> bool:
    """There is no second server to move to, so agreeing is all there is to do."""
    return True


async def set_chat_menu_button(context: Context, params: Params) -> bool:
    button = params.object("menu_button", called="MenuButton") or {"type": "default"}
    if button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("MenuButton has unsupported type")
    if button["type"] == "web_app" and not _opens_https(button.get("web_app")):
        raise bad_request("BUTTON_URL_INVALID")
    chat_id = _menu_chat(context.world, params)
    context.world.profile.menu_buttons[chat_id] = button
    context.world.changed({"type": "chat", "chat": chat_id})
    return True


async def get_chat_menu_button(context: Context, params: Params) -> dict[str, Any]:
    buttons = context.world.profile.menu_buttons
    default = buttons.get(0, {"type": "commands"})
    own = buttons.get(_menu_chat(context.world, params), {"type": "default"})
    return default if own["type"] == "default" else own


def _opens_https(web_app: object) -> bool:
    return isinstance(web_app, dict) and str(web_app.get("url", "")).startswith("https://")


def _menu_chat(world: World, params: Params) -> int:
    """0 stands for every private chat that has no button of its own."""
    if not params.has("chat_id"):
        return 0
    chat = readable_chat(world, params)
    if chat.type is not ChatType.PRIVATE:
        raise bad_request("chat_id must be a private chat")
    return chat.id


def _setter(field: str, texts: Texts, max_characters: int) -> Method:
    async def set_text(context: Context, params: Params) -> bool:
        language, text = params.text("language_code"), params.text(field)
        if len(text) > max_characters:
            raise bad_request(f"bot {field.replace('_', ' ')} is too long")
        kept = texts(context.world.profile)
        if text:
            kept[language] = text
        else:
            kept.pop(language, None)
        if field == "name" and not language and text:
            context.world.bot.first_name = text
        context.world.changed({"type": "state"})
        return True

    return set_text


def _getter(field: str, texts: Texts) -> Method:
    async def get_text(context: Context, params: Params) -> dict[str, str]:
        kept = texts(context.world.profile)
        fallback = context.world.bot.first_name if field == "name" else ""
        return {field: kept.get(params.text("language_code")) or kept.get("", fallback)}

    return get_text


def _names(profile: Profile) -> dict[str, str]:
    return profile.names


def _descriptions(profile: Profile) -> dict[str, str]:
    return profile.descriptions


def _short_descriptions(profile: Profile) -> dict[str, str]:
    return profile.short_descriptions


METHODS: dict[str, Method] = {
    "getMe": get_me,
    "close": close_or_log_out,
    "logOut": close_or_log_out,
    "setMyName": _setter("name", _names, NAME_MAX_CHARACTERS),
    "getMyName": _getter("name", _names),
    "setMyDescription": _setter("description", _descriptions, DESCRIPTION_MAX_CHARACTERS),
    "getMyDescription": _getter("description", _descriptions),
    "setMyShortDescription": _setter("short_description", _short_descriptions, SHORT_DESCRIPTION_MAX_CHARACTERS),
    "getMyShortDescription": _getter("short_description", _short_descriptions),
    "setChatMenuButton": set_chat_menu_button,
    "getChatMenuButton": get_chat_menu_button,
}
