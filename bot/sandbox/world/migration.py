"""A small group becomes a supergroup: a new id, the same people, and a pointer from the old to the new."""

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.sandbox.world.chats import Chat, ChatType

if TYPE_CHECKING:
    from bot.sandbox.world.world import World


def migrate(world: "World", group: Chat, *, actor_id: int) -> Chat:
    """Both chats get their grey line; calls to the old id are refused with the new one from now on."""
    heir = world.add_chat(
        Chat(
            world.chats.free_id(ChatType.SUPERGROUP),
            ChatType.SUPERGROUP,
            group.title,
            description=group.description,
            members={user_id: replace(member) for user_id, member in group.members.items()},
            permissions=dict(group.permissions),
        )
    )
    world.post_service(group, actor_id, {"migrate_to_chat_id": heir.id})
    world.post_service(heir, actor_id, {"migrate_from_chat_id": group.id})
    group.migrated_to = heir.id
    world.changed({"type": "chat", "chat": group.id})
    return heir
