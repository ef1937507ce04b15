"""What the bot says of itself, and where it wants its updates."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(slots=True)
class Webhook:
    """Where updates are posted; an empty URL means the bot polls."""

    url: str = ""
    secret_token: str = ""
    max_connections: int = 40
    ip_address: str | None = None
    has_custom_certificate: bool = False
    last_error_date: int | None = None
    last_error_message: str | None = None


@dataclass(slots=True)
class Profile:
    """Texts are kept by language ("" is everybody's), commands by `commands_key`, menus by chat (0: all)."""

    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    commands: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    menu_buttons: dict[int, dict[str, Any]] = field(default_factory=dict)
    reads_all_group_messages: bool = False
    supports_inline_queries: bool = True
    webhook: Webhook = field(default_factory=Webhook)


def commands_key(scope: dict[str, Any], language_code: str) -> str:
    parts = (scope.get("type", "default"), scope.get("chat_id", ""), scope.get("user_id", ""), language_code)
    return ":".join(str(part) for part in parts)


def visible_commands(
    profile: Profile, *, chat_id: int, chat_type: str, user_id: int, is_admin: bool, language_code: str | None
) -> list[dict[str, Any]]:
    """The list a client shows: the narrowest scope that has one, in the person's language if it can."""
    scopes: list[dict[str, Any]]
    if chat_type == "private":
        scopes = [{"type": "chat", "chat_id": chat_id}, {"type": "all_private_chats"}, {"type": "default"}]
    else:
        scopes = [{"type": "chat_member", "chat_id": chat_id, "user_id": user_id}]
        scopes += [{"type": "chat_administrators", "chat_id": chat_id}] if is_admin else []
        scopes += [{"type": "chat", "chat_id": chat_id}]
        scopes += [{"type": "all_chat_administrators"}] if is_admin else []
        scopes += [{"type": "all_group_chats"}, {"type": "default"}]
    for scope in scopes:
        for language in _wordings(language_code):
            if found := profile.commands.get(commands_key(scope, language)):
                return found
    return []


def text_for(texts: dict[str, str], language_code: str | None) -> str:
    return next((texts[language] for language in _wordings(language_code) if texts.get(language)), "")


def _wordings(language_code: str | None) -> tuple[str, str]:
    """Bots publish by two-letter codes; an app that speaks `zh-hans` reads what is published for `zh`."""
    return ((language_code or "").split("-")[0], "")
