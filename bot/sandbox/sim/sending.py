"""What a person sends: text, pictures, files, voice, albums, their contact, and other people's messages."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.sandbox.botapi.images import image_size
from bot.sandbox.botapi.texts import CAPTION_MAX_CHARACTERS, TEXT_MAX_CHARACTERS, marked_up
from bot.sandbox.sim.asked import Asked, Refused, Upload
from bot.sandbox.sim.standing import require_writing, thread_in
from bot.sandbox.world import Chat, ChatType, Content, Media, Message, User, World
from bot.sandbox.world.payloads import chat_payload, user_payload

_MIME_TYPES = {"photo": "image/jpeg", "voice": "audio/ogg"}
_KINDS = ("photo", "document", "voice", "video", "audio", "album")


async def send(asked: Asked) -> dict[str, Any]:
    """Text as JSON, or files as a form with `photo`, `document`, `voice` or several `album` parts."""
    person = asked.person()
    chat = asked.chat_of(person)
    thread_id = thread_in(asked, chat)
    require_writing(asked.world, person, chat, thread_id)
    placed: dict[str, Any] = {"thread_id": thread_id, "reply_to_id": _reply(asked, chat)}
    if asked.uploads:
        return _send_files(asked, person, chat, placed)
    text, entities = marked_up(asked.world, asked.text("text"), None, _entities(asked))
    if not text:
        raise Refused("text is empty")
    if len(text) > TEXT_MAX_CHARACTERS:
        raise Refused(f"a message holds at most {TEXT_MAX_CHARACTERS} characters; the app would cut it in parts")
    return say(asked.world, person, chat, Content(text=text, entities=entities), **placed)


def say(world: World, person: User, chat: Chat, content: Content, **details: Any) -> dict[str, Any]:
    """Put a person's message into a chat and tell the bot, if this chat lets it hear."""
    message = world.post(chat, _sender(chat, person), content, **details)
    return told(world, person, chat, message)


def told(world: World, person: User, chat: Chat, message: Message) -> dict[str, Any]:
    """The bot hears of a message just posted; writing in private opens the chat, and one's own lines are read."""
    if chat.type is ChatType.PRIVATE:
        person.started = True
    chat.read_up_to[person.id] = message.message_id
    return {"message_id": message.message_id, "update_id": world.announce(message)}


async def share_contact(asked: Asked) -> dict[str, Any]:
    """The answer to a `request_contact` button: the person's own number, made up from the id."""
    person = asked.person()
    chat = asked.chat_of(person)
    require_writing(asked.world, person, chat, None)
    contact = {
        "phone_number": asked.optional_text("phone_number") or f"+999{person.id % 10**9:09d}",
        "first_name": person.first_name,
        "user_id": person.id,
    } | ({"last_name": person.last_name} if person.last_name else {})
    return say(asked.world, person, chat, Content(contact=contact))


async def forward(asked: Asked) -> dict[str, Any]:
    """`message_id` of `from_chat` goes to `chat`, marked with where it came from."""
    world, person = asked.world, asked.person()
    source = asked.chat_of(person, asked.body.get("from_chat", "bot"))
    original = asked.message_in(source)
    target = asked.chat_of(person)
    if original.protected or original.content.service is not None:
        raise Refused("this message can't be forwarded", 403)
    thread_id = thread_in(asked, target)
    require_writing(world, person, target, thread_id)
    content = replace(original.content, keyboard=None)
    origin = original.forward_origin or _origin(world, source, original)
    return say(world, person, target, content, thread_id=thread_id, forward_origin=origin)


def _origin(world: World, source: Chat, original: Message) -> dict[str, Any]:
    if original.sender_id is None:
        shown = {"type": "channel", "chat": chat_payload(world, source), "message_id": original.message_id}
        return shown | {"date": original.date}
    sender = user_payload(world.user(original.sender_id))
    return {"type": "user", "sender_user": sender, "date": original.date}


def _send_files(asked: Asked, person: User, chat: Chat, placed: dict[str, Any]) -> dict[str, Any]:
    caption, entities = marked_up(asked.world, asked.text("caption", ""), None, None)
    if len(caption) > CAPTION_MAX_CHARACTERS:
        raise Refused(f"a caption holds at most {CAPTION_MAX_CHARACTERS} characters")
    contents = [Content(media=_media(asked.world, upload)) for upload in asked.uploads]
    contents[0] = replace(contents[0], caption=caption or None, caption_entities=entities)
    if len(contents) == 1:
        return say(asked.world, person, chat, contents[0], **placed)
    return _send_album(asked.world, person, chat, contents, placed)


def _send_album(
    world: World, person: User, chat: Chat, contents: Sequence[Content], placed: dict[str, Any]
) -> dict[str, Any]:
    """Telegram delivers an album as one message per file that share a group id."""
    kinds = {content.media.kind for content in contents if content.media is not None}
    if len(kinds) > 1 and kinds != {"photo", "video"}:
        raise Refused("photos and videos make an album of their own, documents and audio too")
    group = str(world.fresh_album_id())
    sent = [say(world, person, chat, content, media_group_id=group, **placed) for content in contents]
    return {**sent[0], "message_ids": [each["message_id"] for each in sent], "media_group_id": group}


def _media(world: World, upload: Upload) -> Media:
    kind = upload.field.rstrip("0123456789[]")
    if kind not in _KINDS:
        raise Refused(f"a file is sent as one of: {', '.join(_KINDS)}")
    if not upload.content:
        raise Refused("the file is empty")
    size = image_size(upload.content)
    if kind == "album":
        kind = "photo" if size else "document"
    if kind == "photo" and size is None:
        raise Refused("this file is no picture; send it as a document")
    width, height = size if size is not None and kind in {"photo", "video"} else (0, 0)
    file_name = None if kind in {"photo", "voice"} else upload.file_name
    stored = world.files.add(
        kind,
        upload.content,
        file_name=file_name,
        mime_type=_mime_type(kind, upload),
        width=width,
        height=height,
        duration_seconds=max(len(upload.content) // 4_000, 1) if kind in {"voice", "audio", "video"} else 0,
    )
    return Media(kind, stored.key)


def _mime_type(kind: str, upload: Upload) -> str | None:
    """What Telegram calls it; a file whose sender did not know is named by its ending."""
    if kind in _MIME_TYPES:
        return _MIME_TYPES[kind]
    return None if upload.mime_type == "application/octet-stream" else upload.mime_type


def _reply(asked: Asked, chat: Chat) -> int | None:
    if asked.optional_integer("reply_to") is None:
        return None
    return asked.message_in(chat, "reply_to").message_id


def _entities(asked: Asked) -> list[Any] | None:
    entities = asked.body.get("entities")
    if isinstance(entities, str):
        try:
            entities = json.loads(entities)
        except ValueError:
            raise Refused("entities are no JSON") from None
    if entities is not None and not isinstance(entities, list):
        raise Refused("entities must be a list")
    return entities


def _sender(chat: Chat, person: User) -> int | None:
    """A channel speaks in its own name, whoever of its admins wrote."""
    return None if chat.type is ChatType.CHANNEL else person.id
