"""A person changes what is on the screen: edits, deletes, reacts, pins."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.sandbox.botapi.texts import marked_up
from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.world import Chat, ChatType, Message, User
from bot.sandbox.world.payloads import chat_payload, user_payload
from bot.sandbox.world.pins import pin, unpin


async def edit(asked: Asked) -> dict[str, Any]:
    """Own messages only, as the app offers it: `text`, or the `caption` of a file."""
    person, chat, message = _on_screen(asked)
    if not _is_own(chat, message, person) or message.forward_origin or message.content.service:
        raise Refused("only own messages can be edited", 403)
    content = message.content
    if content.media is None:
        text, entities = marked_up(asked.world, asked.text("text"), None, None)
        if not text:
            raise Refused("text is empty")
        changed = replace(content, text=text, entities=entities)
    else:
        caption, entities = marked_up(asked.world, asked.text("caption", asked.optional_text("text")), None, None)
        changed = replace(content, caption=caption or None, caption_entities=entities)
    asked.world.revise(message, changed)
    return {"message_id": message.message_id, "update_id": asked.world.announce(message, edited=True)}


async def delete(asked: Asked) -> dict[str, Any]:
    """In private anything goes, for both sides; in groups one's own, or all as an admin. No bot hears of it."""
    person, chat, message = _on_screen(asked)
    may_delete = chat.member(person.id).has_right("can_delete_messages")
    if chat.type is not ChatType.PRIVATE and not may_delete and not _is_own(chat, message, person):
        raise Refused("only admins can delete the messages of others", 403)
    asked.world.erase(message)
    return {"message_id": message.message_id}


async def react(asked: Asked) -> dict[str, Any]:
    """`emoji` is one, several or none at all."""
    world = asked.world
    person, chat, message = _on_screen(asked)
    given = asked.body.get("emoji") or []
    after = [given] if isinstance(given, str) else list(given)
    if not all(isinstance(emoji, str) and emoji for emoji in after):
        raise Refused("emoji must be text")
    before = message.reactions.pop(person.id, [])
    if after:
        message.reactions[person.id] = after
    world.changed({"type": "edit", "chat": chat.id, "message_id": message.message_id})
    if chat.type is not ChatType.PRIVATE and not chat.member(world.bot.id).is_admin:
        return {"update_id": None}
    body = {
        "chat": chat_payload(world, chat),
        "message_id": message.message_id,
        "user": user_payload(person),
        "date": world.clock.now(),
        "old_reaction": [{"type": "emoji", "emoji": emoji} for emoji in before],
        "new_reaction": [{"type": "emoji", "emoji": emoji} for emoji in after],
    }
    return {"update_id": world.emit("message_reaction", body, chat.id)}


async def pin_message(asked: Asked) -> dict[str, Any]:
    """In private both may pin, in groups those with the right to."""
    person, chat, message = _on_screen(asked)
    _require_pinning(chat, person)
    pin(asked.world, chat, message, actor_id=None if chat.type is ChatType.CHANNEL else person.id)
    return {"pinned": list(chat.pinned)}


async def unpin_message(asked: Asked) -> dict[str, Any]:
    """Takes the bar away; no update tells of it."""
    person, chat, message = _on_screen(asked)
    _require_pinning(chat, person)
    unpin(asked.world, chat, message.message_id)
    return {"pinned": list(chat.pinned)}


def _require_pinning(chat: Chat, person: User) -> None:
    right = "can_edit_messages" if chat.type is ChatType.CHANNEL else "can_pin_messages"
    if chat.type is not ChatType.PRIVATE and not chat.member(person.id).has_right(right):
        raise Refused("only admins can pin messages here", 403)


def _on_screen(asked: Asked) -> tuple[User, Chat, Message]:
    person = asked.person()
    chat = asked.chat_of(person)
    return person, chat, asked.message_in(chat)


def _is_own(chat: Chat, message: Message, person: User) -> bool:
    if chat.type is ChatType.CHANNEL:
        return message.sender_id is None and chat.member(person.id).has_right("can_edit_messages")
    return message.sender_id == person.id
