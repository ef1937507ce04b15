"""The first contact: the START button, with or without the payload of a deep link."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.botapi.texts import marked_up
from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.sim.sending import say
from bot.sandbox.world import ChatType, Content, Member
from bot.sandbox.world.membership import set_blocked, set_member

_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


async def start(asked: Asked) -> dict[str, Any]:
    """Opens the bot; the payload reaches it whole although the person sees `/start` alone.

    Who had blocked the bot restarts it. With a group as `chat` the bot is added there first, as `startgroup` does.
    """
    world, person = asked.world, asked.person()
    payload = asked.optional_text("payload")
    if payload and not _PAYLOAD.fullmatch(payload):
        raise Refused("a start payload is 1 to 64 of A-Z a-z 0-9 _ -")
    chat = asked.chat_of(person)
    command = "/start"
    if chat.type is ChatType.PRIVATE:
        set_blocked(world, person.id, blocked=False)
    else:
        command = f"/start@{world.bot.username}"
        if not chat.member(world.bot.id).is_present:
            set_member(world, chat, Member(world.bot.id), actor_id=person.id)
    text, entities = marked_up(world, f"{command} {payload}" if payload else command, None, None)
    hidden = chat.type is ChatType.PRIVATE and bool(payload)
    return say(world, person, chat, Content(text=text, entities=entities), hides_payload=hidden)
