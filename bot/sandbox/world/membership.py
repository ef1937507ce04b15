"""People and the bot joining, leaving and changing rank, with the updates and grey lines Telegram sends."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from bot.sandbox.world.chats import Chat, ChatType, Member, Status
from bot.sandbox.world.payloads import chat_payload, member_payload, user_payload

if TYPE_CHECKING:
    from bot.sandbox.world.world import World


def set_member(world: "World", chat: Chat, after: Member, *, actor_id: int) -> int | None:
    """Give someone a new standing in a group or channel; returns the membership update's id, if queued."""
    before = replace(chat.member(after.user_id))
    chat.members[after.user_id] = after
    joined, left = after.is_present and not before.is_present, before.is_present and not after.is_present
    update_id = _emit_change(world, chat, before, after, actor_id)
    if chat.type is not ChatType.CHANNEL and (joined or left):
        person = user_payload(world.user(after.user_id))
        service: dict[str, Any] = {"new_chat_members": [person]} if joined else {"left_chat_member": person}
        world.post_service(chat, actor_id, service)
    world.changed({"type": "chat", "chat": chat.id, "user": after.user_id})
    return update_id


def lapse(world: "World", chat: Chat) -> None:
    """Bans and restrictions with an end come to it silently."""
    now = world.clock.now()
    for member in chat.members.values():
        if not 0 < member.until_date <= now:
            continue
        stays = member.status is Status.RESTRICTED and member.is_member
        member.status = Status.MEMBER if stays else Status.LEFT
        member.permissions, member.until_date = {}, 0


def set_blocked(world: "World", user_id: int, *, blocked: bool) -> int | None:
    """A person stops or restarts the bot; in private chats blocking looks like kicking."""
    person = world.user(user_id)
    if person.blocked == blocked:
        return None
    person.blocked = blocked
    chat = world.chat(user_id)
    standing = (Status.MEMBER, Status.KICKED) if blocked else (Status.KICKED, Status.MEMBER)
    before, after = (Member(world.bot.id, status) for status in standing)
    update_id = _emit_change(world, chat, before, after, user_id)
    world.changed({"type": "chat", "chat": chat.id, "user": user_id})
    return update_id


def _emit_change(world: "World", chat: Chat, before: Member, after: Member, actor_id: int) -> int | None:
    """The bot always hears of itself; of others only as an administrator, and only if it asked for it."""
    if before == after:
        return None
    kind = "my_chat_member" if after.user_id == world.bot.id else "chat_member"
    if kind == "chat_member" and not chat.member(world.bot.id).is_admin:
        return None
    body = {
        "chat": chat_payload(world, chat),
        "from": user_payload(world.user(actor_id)),
        "date": world.clock.now(),
        "old_chat_member": member_payload(world, chat, before),
        "new_chat_member": member_payload(world, chat, after),
    }
    return world.emit(kind, body, chat.id)
