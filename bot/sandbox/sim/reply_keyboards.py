"""Which keyboard replaces a person's own: the newest the bot sent, until it is removed or answered."""

from __future__ import annotations

from typing import Any

from bot.sandbox.world import Chat, World

_REQUESTS = ("request_contact", "request_location", "request_poll", "request_users", "request_chat", "web_app")


def reply_keyboard_for(world: World, chat: Chat, person_id: int) -> dict[str, Any] | None:
    """None, a keyboard, or `force_reply`: the app opens the answer to that message by itself, once."""
    answered = False
    for message in world.messages.newest_first(chat.id):
        answered = answered or (message.sender_id == person_id and not message.deleted)
        markup = message.reply_keyboard
        if message.deleted or markup is None:
            continue
        if markup.get("selective") and not _is_meant(world, message.chat_id, message.reply_to_id, person_id):
            continue
        if markup.get("force_reply"):
            if answered:
                continue
            placeholder = markup.get("input_field_placeholder")
            return {"force_reply": True, "placeholder": placeholder, "message_id": message.message_id}
        return _shown(markup, message.message_id) if "keyboard" in markup else None
    return None


def _shown(markup: dict[str, Any], message_id: int) -> dict[str, Any]:
    rows = [
        [{"text": key["text"]} | {name: key[name] for name in (*_REQUESTS, "style") if name in key} for key in row]
        for row in markup["keyboard"]
    ]
    return {
        "keyboard": rows,
        "resize": bool(markup.get("resize_keyboard")),
        "one_time": bool(markup.get("one_time_keyboard")),
        "persistent": bool(markup.get("is_persistent")),
        "placeholder": markup.get("input_field_placeholder"),
        "message_id": message_id,
    }


def _is_meant(world: World, chat_id: int, reply_to_id: int | None, person_id: int) -> bool:
    """A selective keyboard goes to whoever the bot answered; in private there is only one."""
    if chat_id == person_id:
        return True
    original = world.messages.get_any(chat_id, reply_to_id) if reply_to_id is not None else None
    return original is not None and original.sender_id == person_id
