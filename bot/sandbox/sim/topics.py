"""Topics as the people who keep a forum handle them: open, rename, close, reopen, delete."""

from __future__ import annotations

from typing import Any

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.world import Chat, Topic
from bot.sandbox.world.forum import close_topic, delete_topic, edit_topic, open_topic, reopen_topic

_VERBS = ("create", "edit", "close", "reopen", "delete")
NAME_CHARACTERS_MAX = 128


async def change(asked: Asked) -> dict[str, Any]:
    """`do` is one of create, edit, close, reopen, delete; a new topic needs a `name`, the others a `thread`."""
    world, person = asked.world, asked.person()
    chat = asked.chat_of(person)
    if not chat.is_forum:
        raise Refused("this chat has no topics")
    if not chat.member(person.id).has_right("can_manage_topics"):
        raise Refused("only admins can manage topics here", 403)
    verb = asked.text("do")
    if verb == "create":
        return {"thread": open_topic(world, chat, person.id, _name(asked)).id}
    topic = _topic(asked, chat)
    match verb:
        case "edit":
            edit_topic(world, chat, person.id, topic, name=_name(asked))
        case "close" if not topic.closed:
            close_topic(world, chat, person.id, topic)
        case "reopen" if topic.closed:
            reopen_topic(world, chat, person.id, topic)
        case "delete":
            delete_topic(world, chat, topic)
        case "close" | "reopen":
            raise Refused(f"the topic is {'closed' if topic.closed else 'open'} already")
        case _:
            raise Refused(f"do must be one of: {', '.join(_VERBS)}")
    return {"thread": topic.id}


def _topic(asked: Asked, chat: Chat) -> Topic:
    topic = chat.topic(asked.integer("thread"))
    if topic is None:
        raise Refused(f"there is no topic {asked.integer('thread')}", 404)
    return topic


def _name(asked: Asked) -> str:
    name = asked.text("name").strip()
    if not 1 <= len(name) <= NAME_CHARACTERS_MAX:
        raise Refused(f"a topic's name has 1 to {NAME_CHARACTERS_MAX} characters")
    return name
