"""A small group becomes a supergroup: a new id, and everything sent to the old one is refused with it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.world import Chat, ChatType, Status


async def upgrade(asked: Asked) -> dict[str, Any]:
    """Returns the supergroup's id; both chats carry the grey line that names the other."""
    world = asked.world
    group = asked.any_chat(asked.path["chat"])
    if group.type is not ChatType.GROUP or group.migrated_to is not None:
        raise Refused("only a small group can be upgraded, once")
    members = {user_id: replace(member) for user_id, member in group.members.items()}
    chat_id = world.chats.free_id(ChatType.SUPERGROUP)
    upgraded = world.add_chat(Chat(chat_id, ChatType.SUPERGROUP, group.title, group.username, members=members))
    owners = [member.user_id for member in group.present() if member.status is Status.CREATOR]
    actor_id = owners[0] if owners else None
    world.post_service(group, actor_id, {"migrate_to_chat_id": upgraded.id})
    group.migrated_to = upgraded.id
    world.post_service(upgraded, actor_id, {"migrate_from_chat_id": group.id})
    return {"id": upgraded.id}
