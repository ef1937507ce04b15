"""The world as the Bot API spells it: users, chats, members, messages and queries as JSON objects."""

from typing import TYPE_CHECKING, Any

from bot.sandbox.world.chats import ADMIN_RIGHTS, PERMISSIONS, Chat, ChatType, Member, Status
from bot.sandbox.world.files import StoredFile, file_id, file_unique_id, photo_sizes
from bot.sandbox.world.messages import Content, Media, Message
from bot.sandbox.world.queries import CallbackQuery, InlineQuery
from bot.sandbox.world.users import User

if TYPE_CHECKING:
    from bot.sandbox.world.world import World

Json = dict[str, Any]


def user_payload(user: User) -> Json:
    body: Json = {"id": user.id, "is_bot": user.is_bot, "first_name": user.first_name}
    _put(body, last_name=user.last_name, username=user.username, language_code=user.language_code)
    return body


def chat_payload(world: "World", chat: Chat) -> Json:
    body: Json = {"id": chat.id, "type": chat.type.value}
    if chat.type is ChatType.PRIVATE:
        person = world.user(chat.id)
        body["first_name"] = person.first_name
        _put(body, last_name=person.last_name, username=person.username)
        return body
    _put(body, title=chat.title, username=chat.username, is_forum=chat.is_forum or None)
    return body


def member_payload(world: "World", chat: Chat, member: Member) -> Json:
    body: Json = {"status": member.status.value, "user": user_payload(world.user(member.user_id))}
    if member.status is Status.CREATOR:
        body["is_anonymous"] = False
    if member.status is Status.ADMINISTRATOR:
        body["can_be_edited"] = False
        body["is_anonymous"] = member.rights.get("is_anonymous", False)
        body.update({right: member.has_right(right) for right in _rights_of(chat)})
    if member.status is Status.RESTRICTED:
        body["is_member"] = member.is_member
        body.update({name: member.permissions.get(name, True) for name in PERMISSIONS})
    if member.status in (Status.RESTRICTED, Status.KICKED):
        body["until_date"] = member.until_date
    if member.is_admin:
        _put(body, custom_title=member.custom_title)
    return body


def message_payload(world: "World", message: Message, *, with_reply: bool = True) -> Json:
    chat = world.chat(message.chat_id)
    body: Json = {
        "message_id": message.message_id,
        "date": message.date,
        "chat": chat_payload(world, chat),
    }
    if message.sender_id is not None:
        body["from"] = user_payload(world.user(message.sender_id))
    elif chat.type is ChatType.CHANNEL:
        body["sender_chat"] = body["chat"]
    if message.thread_id is not None:
        body["message_thread_id"] = message.thread_id
        body["is_topic_message"] = True
    if message.via_bot_id is not None:
        body["via_bot"] = user_payload(world.user(message.via_bot_id))
    _put(
        body,
        edit_date=message.edit_date,
        forward_origin=message.forward_origin,
        media_group_id=message.media_group_id,
        quote=message.quote,
        effect_id=message.effect_id,
        has_protected_content=message.protected or None,
    )
    original = _replied_to(world, message) if with_reply else None
    if original is not None:
        body["reply_to_message"] = message_payload(world, original, with_reply=False)
    body.update(content_payload(world, message.content))
    return body


def _replied_to(world: "World", message: Message) -> Message | None:
    """In a topic, what replies to nothing replies to the line that opened the topic, as on the real server."""
    replied_id = message.reply_to_id or message.thread_id
    if replied_id is None or replied_id == message.message_id:
        return None
    return world.messages.get(message.chat_id, replied_id)


def content_payload(world: "World", content: Content) -> Json:
    body: Json = {}
    _put(body, text=content.text, caption=content.caption, contact=content.contact)
    if content.entities:
        body["entities"] = content.entities
    if content.caption_entities:
        body["caption_entities"] = content.caption_entities
    if content.media is not None:
        body.update(media_payload(world, content.media))
        _put(body, show_caption_above_media=content.show_caption_above_media or None)
    _put(body, reply_markup=content.keyboard, link_preview_options=content.link_preview_options)
    if content.service is not None:
        body.update(content.service)
    return body


def media_payload(world: "World", media: Media) -> Json:
    file = world.file(media.file_key)
    if media.kind == "photo":
        body: Json = {"photo": photo_payload(world, file)}
    else:
        body = {media.kind: file_payload(world, file)}
    _put(body, has_media_spoiler=media.spoiler or None)
    return body


def photo_payload(world: "World", file: StoredFile) -> list[Json]:
    return [
        {
            "file_id": file_id(file, world.bot.id, size.letter),
            "file_unique_id": file_unique_id(file, size.letter),
            "width": size.width,
            "height": size.height,
            "file_size": file.size,
        }
        for size in photo_sizes(file)
    ]


def file_payload(world: "World", file: StoredFile) -> Json:
    body: Json = {
        "file_id": file_id(file, world.bot.id),
        "file_unique_id": file_unique_id(file),
        "file_size": file.size,
    }
    if file.kind in ("video", "animation"):
        body |= {"width": file.width, "height": file.height}
    if file.kind in ("video", "animation", "voice", "audio"):
        body["duration"] = file.duration_seconds
    if file.kind != "voice":
        _put(body, file_name=file.file_name)
    _put(body, mime_type=file.mime_type)
    return body


def callback_payload(world: "World", query: CallbackQuery) -> Json:
    """A press on a deleted message still arrives, with the message inaccessible: its date is 0."""
    body: Json = {
        "id": query.id,
        "from": user_payload(world.user(query.user_id)),
        "chat_instance": str(-(query.chat_id or query.user_id) * 7919),
        "data": query.data,
    }
    _put(body, inline_message_id=query.inline_message_id)
    if query.chat_id is not None and query.message_id is not None:
        message = world.messages.get(query.chat_id, query.message_id)
        body["message"] = (
            {
                "chat": chat_payload(world, world.chat(query.chat_id)),
                "message_id": query.message_id,
                "date": 0,
            }
            if message is None
            else message_payload(world, message)
        )
    return body


def inline_query_payload(world: "World", query: InlineQuery) -> Json:
    body: Json = {
        "id": query.id,
        "from": user_payload(world.user(query.user_id)),
        "query": query.query,
        "offset": query.offset,
    }
    chat = None if query.chat_id is None else world.chats.get(query.chat_id)
    if chat is not None:
        body["chat_type"] = "sender" if chat.id == query.user_id else chat.type.value
    return body


def _rights_of(chat: Chat) -> tuple[str, ...]:
    """Groups know no posting rights, channels no pins and topics."""
    foreign = (
        ("can_pin_messages", "can_manage_topics")
        if chat.type is ChatType.CHANNEL
        else ("can_post_messages", "can_edit_messages")
    )
    return tuple(right for right in ADMIN_RIGHTS if right not in foreign)


def _put(body: Json, **optional: Any) -> None:
    for name, value in optional.items():
        if value is not None:
            body[name] = value
