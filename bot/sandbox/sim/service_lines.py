"""The grey lines in a chat: who joined, what was pinned, which topic was closed."""

from __future__ import annotations

from typing import Any

from bot.sandbox.world import Message, World


def service_line(world: World, message: Message) -> dict[str, Any] | None:
    """`kind` is the Bot API's field, `text` what the app writes, in English."""
    service = message.content.service or {}
    kind = next(iter(service), None)
    if kind is None:
        return None
    actor = world.user(message.sender_id).full_name if message.sender_id is not None else "The channel"
    return {"kind": kind, "text": _words(kind, service[kind], actor)}


def _words(kind: str, value: Any, actor: str) -> str:
    match kind:
        case "new_chat_members":
            names = ", ".join(_name(user) for user in value)
            return f"{actor} joined" if names == actor else f"{actor} added {names}"
        case "left_chat_member":
            return f"{actor} left" if _name(value) == actor else f"{actor} removed {_name(value)}"
        case "pinned_message":
            words = value.get("text") or value.get("caption")
            return f"{actor} pinned “{words[:40]}”" if words else f"{actor} pinned a message"
        case "forum_topic_created":
            return f"{actor} created the topic “{value['name']}”"
        case "forum_topic_edited":
            return f"{actor} renamed the topic to “{value['name']}”" if "name" in value else f"{actor} edited the topic"
        case "forum_topic_closed":
            return f"{actor} closed the topic"
        case "forum_topic_reopened":
            return f"{actor} reopened the topic"
        case "general_forum_topic_hidden":
            return f"{actor} hid the General topic"
        case "general_forum_topic_unhidden":
            return f"{actor} showed the General topic"
        case "new_chat_title":
            return f"{actor} renamed the group to “{value}”"
        case _:
            return f"{actor}: {kind.replace('_', ' ')}"


def _name(user: dict[str, Any]) -> str:
    return " ".join(filter(None, (user.get("first_name"), user.get("last_name"))))
