"""A person blocks the bot, lets it back in, leaves Telegram for good, or has read a chat."""

from __future__ import annotations

from typing import Any

from bot.sandbox.sim.asked import Asked
from bot.sandbox.world.membership import set_blocked


async def block(asked: Asked) -> dict[str, Any]:
    """From now on the bot gets 403; its `my_chat_member` update says so."""
    return {"update_id": set_blocked(asked.world, asked.person().id, blocked=True)}


async def unblock(asked: Asked) -> dict[str, Any]:
    """The bot may write again. The "Restart" button of the app also sends /start: that is the call `start`."""
    return {"update_id": set_blocked(asked.world, asked.person().id, blocked=False)}


async def deactivate(asked: Asked) -> dict[str, Any]:
    """The account is deleted; nobody tells the bot, its next message is refused."""
    person = asked.person()
    person.deactivated = True
    asked.world.changed({"type": "chat", "chat": person.id, "user": person.id})
    return {"id": person.id}


async def mark_read(asked: Asked) -> dict[str, Any]:
    """Everything in the chat has been seen by this person."""
    person = asked.person()
    chat = asked.chat_of(person)
    last = asked.world.messages.last(chat.id)
    chat.read_up_to[person.id] = last.message_id if last else 0
    asked.world.changed({"type": "chat", "chat": chat.id, "user": person.id})
    return {"unread": 0}
