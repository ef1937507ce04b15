"""The buttons under a message as a person knows them: by their label and by what they do."""

from __future__ import annotations

from itertools import islice
from typing import Any

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.world import Chat, Message, User

_KINDS = {
    "callback_data": "callback",
    "url": "url",
    "copy_text": "copy",
    "switch_inline_query": "switch_inline",
    "switch_inline_query_current_chat": "switch_inline",
    "switch_inline_query_chosen_chat": "switch_inline",
    "web_app": "web_app",
    "login_url": "login",
    "pay": "pay",
}
_LOOK_BACK = 200
"""How many messages up a button is looked for when no message is named."""


def kind_of(button: dict[str, Any]) -> str:
    """What a press on it does; a disabled button without any action counts as a callback nobody can press."""
    return next((kind for field, kind in _KINDS.items() if field in button), "callback")


def button_rows(keyboard: dict[str, Any] | None) -> list[list[dict[str, Any]]]:
    """The rows of an inline keyboard, none where there is no keyboard."""
    rows: list[list[dict[str, Any]]] = (keyboard or {}).get("inline_keyboard", [])
    return rows


def shown_button(button: dict[str, Any]) -> dict[str, Any]:
    """A button as the chat view tells it."""
    kind = kind_of(button)
    shown = {
        "text": button["text"],
        "kind": kind,
        "style": button.get("style"),
        "disabled": "disabled" in button,
    }
    match kind:
        case "callback":
            shown["data"] = button.get("callback_data", "")
        case "url" | "web_app" | "login":
            target = button.get("url") or button.get("web_app") or button.get("login_url")
            shown["url"] = target["url"] if isinstance(target, dict) else target
        case "copy":
            shown["copy_text"] = button["copy_text"]["text"]
        case "switch_inline":
            chosen = button.get("switch_inline_query_chosen_chat") or {}
            here = button.get("switch_inline_query_current_chat")
            shown["query"] = here if here is not None else button.get("switch_inline_query", chosen.get("query", ""))
            shown["current_chat"] = here is not None
    return shown


def find_button(asked: Asked, person: User, chat: Chat) -> tuple[Message, dict[str, Any]]:
    """The button called `label`: exactly, else the only one beginning so. 404 where the screen has none.

    Without `message_id` the newest message that has it counts. With `revision` the client still shows that
    earlier version of the message (0 is the first), even if it was edited or deleted since.
    """
    label = asked.text("label")
    for message in _candidates(asked, chat):
        found = _by_label(_keyboard(asked, message), label)
        if found is not None:
            return message, found
    raise Refused(f"{person.full_name} sees no button {label!r} there", 404)


def _candidates(asked: Asked, chat: Chat) -> list[Message]:
    messages = asked.world.messages
    if asked.body.get("message_id") is None:
        newest = islice(messages.newest_first(chat.id), _LOOK_BACK)
        return [message for message in newest if not message.deleted]
    message = messages.get_any(chat.id, asked.integer("message_id"))
    stale = asked.body.get("revision") is not None
    return [message] if message is not None and (stale or not message.deleted) else []


def _keyboard(asked: Asked, message: Message) -> dict[str, Any] | None:
    revision = asked.optional_integer("revision")
    if revision is None:
        return message.content.keyboard
    if not 0 <= revision < len(message.revisions):
        raise Refused(f"message {message.message_id} has {len(message.revisions)} versions", 404)
    return message.revisions[revision].keyboard


def _by_label(keyboard: dict[str, Any] | None, label: str) -> dict[str, Any] | None:
    buttons = [button for row in button_rows(keyboard) for button in row]
    exact = [button for button in buttons if button["text"] == label]
    similar = [button for button in buttons if label and button["text"].startswith(label)]
    if exact:
        return exact[0]
    return similar[0] if len(similar) == 1 else None
