"""What a person's screen shows now: the list of chats, and one chat with all that is around it."""

from __future__ import annotations

from itertools import islice, takewhile
from typing import Any

from bot.sandbox.sim.asked import Asked
from bot.sandbox.sim.message_view import one_line, shown_message
from bot.sandbox.sim.reply_keyboards import reply_keyboard_for
from bot.sandbox.sim.standing import reason_not_to_write
from bot.sandbox.world import Chat, ChatType, Message, User, World
from bot.sandbox.world.chats import GENERAL_TOPIC_ID
from bot.sandbox.world.profile import text_for, visible_commands

MESSAGES_SHOWN = 300
"""A screen shows this many of the newest; `after` asks for those above a message id."""

Json = dict[str, Any]


async def inbox(asked: Asked) -> list[Json]:
    """The bot's private chat first, there even before the first contact; then by the latest message."""
    world, person = asked.world, asked.person()
    others = [chat for chat in world.chats.of_member(person.id) if chat.type is not ChatType.PRIVATE]
    others.sort(key=lambda chat: -(last.date if (last := world.messages.last(chat.id)) else 0))
    return [_row(world, person, chat) for chat in (world.chat(person.id), *others)]


async def screen(asked: Asked) -> Json:
    """One chat as this person sees it."""
    world, person = asked.world, asked.person()
    chat = asked.chat_of(person, asked.path["chat"])
    reason = reason_not_to_write(world, person, chat, None)
    messages = _newest(world, chat, asked.query_integer("after"))
    visible = [message for message in messages if not message.deleted]
    last = world.messages.last(chat.id)
    return {
        "chat": _identity(world, chat),
        "bot": bot_card(world, person.language_code),
        "started": person.started,
        "blocked": person.blocked,
        "can_write": reason is None,
        "write_reason": reason,
        "messages": [shown_message(world, chat, message, person.id) for message in visible],
        "deleted": [message.message_id for message in messages if message.deleted],
        "reply_keyboard": reply_keyboard_for(world, chat, person.id),
        "pinned": list(chat.pinned),
        "commands": _commands(world, chat, person),
        "menu_button": _menu_button(world, chat),
        "topics": _topics(world, chat, person),
        "action": _action(world, chat),
        "unread": len(_unread(world, chat, person)),
        "cursor": last.message_id if last else 0,
    }


def bot_card(world: World, language_code: str | None) -> Json:
    """What the bot says of itself in the reader's language."""
    profile, bot = world.profile, world.bot
    return {
        "id": bot.id,
        "username": bot.username,
        "first_name": text_for(profile.names, language_code) or bot.first_name,
        "description": text_for(profile.descriptions, language_code),
        "short_description": text_for(profile.short_descriptions, language_code),
    }


def _row(world: World, person: User, chat: Chat) -> Json:
    last = world.messages.last(chat.id)
    preview = None
    if last is not None:
        preview = {
            "message_id": last.message_id,
            "date": last.date,
            "text": one_line(last),
            "outgoing": last.sender_id == person.id,
        }
    return _identity(world, chat) | {"unread": len(_unread(world, chat, person)), "last": preview}


def _identity(world: World, chat: Chat) -> Json:
    """To the person the private chat is the bot's, though it carries the person's id."""
    private = chat.type is ChatType.PRIVATE
    return {
        "id": chat.id,
        "type": chat.type.value,
        "title": world.bot.first_name if private else chat.title,
        "username": world.bot.username if private else chat.username,
        "is_forum": chat.is_forum,
    }


def _newest(world: World, chat: Chat, after: int) -> list[Message]:
    found = takewhile(lambda message: message.message_id > after, world.messages.newest_first(chat.id))
    return list(islice(found, MESSAGES_SHOWN))[::-1]


def _unread(world: World, chat: Chat, person: User) -> list[Message]:
    read_up_to = chat.read_up_to.get(person.id, 0)
    later = takewhile(lambda message: message.message_id > read_up_to, world.messages.newest_first(chat.id))
    return [message for message in later if not message.deleted and message.sender_id != person.id]


def _commands(world: World, chat: Chat, person: User) -> list[Json]:
    return visible_commands(
        world.profile,
        chat_id=chat.id,
        chat_type=chat.type.value,
        user_id=person.id,
        is_admin=chat.member(person.id).is_admin,
        language_code=person.language_code,
    )


def _menu_button(world: World, chat: Chat) -> Json:
    buttons = world.profile.menu_buttons
    return buttons.get(chat.id) or buttons.get(0) or {"type": "commands"}


def _topics(world: World, chat: Chat, person: User) -> list[Json]:
    """General first; it has no thread id and is listed as topic 1."""
    if not chat.is_forum:
        return []
    unread = [message.thread_id or GENERAL_TOPIC_ID for message in _unread(world, chat, person)]
    general = chat.topic(GENERAL_TOPIC_ID)
    listed: list[Json] = [
        {
            "id": GENERAL_TOPIC_ID,
            "name": general.name if general else "General",
            "icon_color": None,
            "icon_custom_emoji_id": None,
            "closed": bool(general and general.closed),
            "hidden": bool(general and general.hidden),
        }
    ]
    for topic in chat.topics.values():
        if topic.deleted or topic.id == GENERAL_TOPIC_ID:
            continue
        listed.append(
            {
                "id": topic.id,
                "name": topic.name,
                "icon_color": topic.icon_color,
                "icon_custom_emoji_id": topic.icon_custom_emoji_id,
                "closed": topic.closed,
                "hidden": topic.hidden,
            }
        )
    return [topic | {"unread": unread.count(topic["id"])} for topic in listed]


def _action(world: World, chat: Chat) -> Json | None:
    """The line under the name, while it lasts; `until` is in seconds of the sandbox's clock."""
    now_ms = world.clock.now_ms()
    for (chat_id, thread_id), (action, until_ms) in world.actions.items():
        if chat_id == chat.id and until_ms > now_ms:
            return {"action": action, "until": until_ms / 1000, "thread": thread_id}
    return None
