"""Topics of a forum group: opened, renamed, closed and deleted, each with its grey line."""

from typing import TYPE_CHECKING, Any

from bot.sandbox.world.chats import Chat, Topic

if TYPE_CHECKING:
    from bot.sandbox.world.world import World

ICON_COLORS = (0x6FB9F0, 0xFFD67E, 0xCB86DB, 0x8EEE98, 0xFF93B2, 0xFB6F5F)


def open_topic(
    world: "World",
    chat: Chat,
    actor_id: int,
    name: str,
    *,
    icon_color: int = ICON_COLORS[0],
    icon_custom_emoji_id: str | None = None,
) -> Topic:
    """The topic's id is the id of the service message that announces it."""
    created: dict[str, Any] = {"name": name, "icon_color": icon_color}
    if icon_custom_emoji_id:
        created["icon_custom_emoji_id"] = icon_custom_emoji_id
    topic = Topic(chat.last_message_id + 1, name, icon_color, icon_custom_emoji_id)
    chat.topics[topic.id] = topic
    world.post_service(chat, actor_id, {"forum_topic_created": created}, thread_id=topic.id)
    _changed(world, chat, topic)
    return topic


def edit_topic(
    world: "World",
    chat: Chat,
    actor_id: int,
    topic: Topic,
    *,
    name: str | None = None,
    icon_custom_emoji_id: str | None = None,
) -> None:
    edited: dict[str, Any] = {}
    if name is not None and name != topic.name:
        topic.name = edited["name"] = name
    if icon_custom_emoji_id is not None and icon_custom_emoji_id != (topic.icon_custom_emoji_id or ""):
        topic.icon_custom_emoji_id = icon_custom_emoji_id or None
        edited["icon_custom_emoji_id"] = icon_custom_emoji_id
    world.post_service(chat, actor_id, {"forum_topic_edited": edited}, thread_id=topic.id)
    _changed(world, chat, topic)


def close_topic(world: "World", chat: Chat, actor_id: int, topic: Topic) -> None:
    topic.closed = True
    world.post_service(chat, actor_id, {"forum_topic_closed": {}}, thread_id=topic.id)
    _changed(world, chat, topic)


def reopen_topic(world: "World", chat: Chat, actor_id: int, topic: Topic) -> None:
    topic.closed = False
    world.post_service(chat, actor_id, {"forum_topic_reopened": {}}, thread_id=topic.id)
    _changed(world, chat, topic)


def delete_topic(world: "World", chat: Chat, topic: Topic) -> None:
    """All messages of the topic go with it."""
    topic.deleted = True
    for message in list(world.messages.in_chat(chat.id)):
        if message.thread_id == topic.id and not message.deleted:
            world.erase(message)
    _changed(world, chat, topic)


def _changed(world: "World", chat: Chat, topic: Topic) -> None:
    world.changed({"type": "topic", "chat": chat.id, "thread": topic.id})
