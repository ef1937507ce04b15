"""Forum topics: open, rename, close, reopen and delete them."""

from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.targets import forum_named, require_right, topic_named
from bot.sandbox.world import Chat, Topic, World, forum

NAME_MAX_CHARACTERS = 128
ICONS = (
    ("📰", "5434144690511290129"),
    ("💰", "5350452584119279096"),
    ("❗", "5379748062124056162"),
    ("✅", "5237699328843200968"),
    ("⚡", "5312016608254762256"),
    ("💬", "5417915203100613993"),
)


async def create_forum_topic(context: Context, params: Params) -> dict[str, Any]:
    world = context.world
    chat = forum_named(world, params)
    require_right(world, chat, "can_manage_topics", "create a topic")
    name = _name(params)
    icon_color = params.integer("icon_color", forum.ICON_COLORS[0])
    if icon_color not in forum.ICON_COLORS:
        raise bad_request("invalid icon color specified")
    icon_id = params.text("icon_custom_emoji_id") or None
    topic = forum.open_topic(world, chat, world.bot.id, name, icon_color=icon_color, icon_custom_emoji_id=icon_id)
    body = {"message_thread_id": topic.id, "name": topic.name, "icon_color": topic.icon_color}
    return body | ({"icon_custom_emoji_id": icon_id} if icon_id else {})


async def edit_forum_topic(context: Context, params: Params) -> bool:
    """What is left out stays; giving only what is there already is refused."""
    chat, topic = _managed_topic(context.world, params, "edit the topic")
    name = _name(params) if params.has("name") else topic.name
    icon_id = params.optional_text("icon_custom_emoji_id")
    if name == topic.name and icon_id in (None, topic.icon_custom_emoji_id or ""):
        raise bad_request("TOPIC_NOT_MODIFIED")
    forum.edit_topic(context.world, chat, context.world.bot.id, topic, name=name, icon_custom_emoji_id=icon_id)
    return True


async def close_forum_topic(context: Context, params: Params) -> bool:
    chat, topic = _managed_topic(context.world, params, "close the topic")
    if topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    forum.close_topic(context.world, chat, context.world.bot.id, topic)
    return True


async def reopen_forum_topic(context: Context, params: Params) -> bool:
    chat, topic = _managed_topic(context.world, params, "reopen the topic")
    if not topic.closed:
        raise bad_request("TOPIC_NOT_MODIFIED")
    forum.reopen_topic(context.world, chat, context.world.bot.id, topic)
    return True


async def delete_forum_topic(context: Context, params: Params) -> bool:
    chat = forum_named(context.world, params)
    require_right(context.world, chat, "can_delete_messages", "delete the topic")
    forum.delete_topic(context.world, chat, topic_named(chat, params))
    return True


async def get_forum_topic_icon_stickers(context: Context, params: Params) -> list[dict[str, Any]]:
    return [
        {
            "file_id": f"CAACAgI{emoji_id}",
            "file_unique_id": f"AgAD{emoji_id}",
            "type": "custom_emoji",
            "width": 100,
            "height": 100,
            "is_animated": False,
            "is_video": False,
            "emoji": emoji,
            "custom_emoji_id": emoji_id,
        }
        for emoji, emoji_id in ICONS
    ]


def _managed_topic(world: World, params: Params, to_do: str) -> tuple[Chat, Topic]:
    chat = forum_named(world, params)
    require_right(world, chat, "can_manage_topics", to_do)
    return chat, topic_named(chat, params)


def _name(params: Params) -> str:
    name = params.text("name").strip()
    if not name:
        raise bad_request("topic name must be non-empty")
    if len(name) > NAME_MAX_CHARACTERS:
        raise bad_request("topic name is too long")
    return name


METHODS: dict[str, Method] = {
    "createForumTopic": create_forum_topic,
    "editForumTopic": edit_forum_topic,
    "closeForumTopic": close_forum_topic,
    "reopenForumTopic": reopen_forum_topic,
    "deleteForumTopic": delete_forum_topic,
    "getForumTopicIconStickers": get_forum_topic_icon_stickers,
}
