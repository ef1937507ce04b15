"""Whether a person may write in a chat, and what the screen says where not."""

from __future__ import annotations

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.world import Chat, ChatType, Member, Status, User, World
from bot.sandbox.world.chats import GENERAL_TOPIC_ID


def reason_not_to_write(world: World, person: User, chat: Chat, thread_id: int | None) -> str | None:
    """None where the person may write."""
    if person.deactivated:
        return "this account is deleted"
    if chat.type is ChatType.PRIVATE:
        return "you have blocked this bot" if person.blocked else None
    member = chat.member(person.id)
    if not member.is_present:
        return "you are not in this chat"
    if chat.type is ChatType.CHANNEL:
        return None if member.has_right("can_post_messages") else "only admins can post in this channel"
    if not member.is_admin and not _granted(chat, member, "can_send_messages"):
        return "you are not allowed to write in this group"
    topic = chat.topic(thread_id) if thread_id is not None else chat.topic(GENERAL_TOPIC_ID)
    if topic is not None and topic.closed and not member.has_right("can_manage_topics"):
        return "this topic is closed"
    return None


def require_writing(world: World, person: User, chat: Chat, thread_id: int | None) -> None:
    """Raises `Refused` with the screen's own words."""
    reason = reason_not_to_write(world, person, chat, thread_id)
    if reason is not None:
        raise Refused(reason, 403)


def thread_in(asked: Asked, chat: Chat) -> int | None:
    """The topic a person writes in; General is no thread."""
    thread_id = asked.optional_integer("thread")
    if not thread_id or thread_id == GENERAL_TOPIC_ID:
        return None
    if not chat.is_forum:
        raise Refused("this chat has no topics")
    if chat.topic(thread_id) is None:
        raise Refused(f"there is no topic {thread_id}", 404)
    return thread_id


def _granted(chat: Chat, member: Member, permission: str) -> bool:
    given = member.permissions if member.status is Status.RESTRICTED else chat.permissions
    return given.get(permission, True)
