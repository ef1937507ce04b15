"""Copies and forwards: the same content again, without the keyboard, with or without where it came from."""

from dataclasses import replace
from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.sending import Envelope, envelope, put, sent
from bot.sandbox.botapi.targets import message_ids, message_named, readable_chat
from bot.sandbox.botapi.texts import caption
from bot.sandbox.world import ChatType, Content, Message, World
from bot.sandbox.world.payloads import chat_payload, user_payload


async def copy_message(context: Context, params: Params) -> dict[str, int]:
    """A new caption replaces the old one; a text keeps its own."""
    world = context.world
    to = envelope(world, params)
    original = message_named(world, readable_chat(world, params, "from_chat_id"), params, "copy")
    if not _can_travel(original):
        raise bad_request("message can't be copied")
    content = original.content
    if content.media is not None and "caption" in params.values:
        text, entities = caption(world, params)
        above = params.boolean("show_caption_above_media")
        content = replace(content, caption=text, caption_entities=entities, show_caption_above_media=above)
    return {"message_id": put(world, to, content).message_id}


async def copy_messages(context: Context, params: Params) -> list[dict[str, int]]:
    """What is unknown is skipped; albums stay albums."""
    world = context.world
    to = envelope(world, params)
    copied = []
    for original, group_id in _found(world, params):
        content = original.content
        if params.boolean("remove_caption"):
            content = replace(content, caption=None, caption_entities=[])
        copied.append(put(world, to, content, media_group_id=group_id))
    return [{"message_id": message.message_id} for message in copied]


async def forward_message(context: Context, params: Params) -> dict[str, Any]:
    world = context.world
    to = envelope(world, params)
    original = message_named(world, readable_chat(world, params, "from_chat_id"), params, "forward")
    if original.protected or not _can_travel(original):
        raise bad_request("the message can't be forwarded")
    return sent(world, _bare(to), _forwarded(original), forward_origin=_origin(world, original))


async def forward_messages(context: Context, params: Params) -> list[dict[str, int]]:
    world = context.world
    to = _bare(envelope(world, params))
    forwarded = [
        put(
            world,
            to,
            _forwarded(original),
            forward_origin=_origin(world, original),
            media_group_id=group_id,
        )
        for original, group_id in _found(world, params)
        if not original.protected
    ]
    return [{"message_id": message.message_id} for message in forwarded]


def _found(world: World, params: Params) -> list[tuple[Message, str | None]]:
    """Each message that can travel, with the id of the new album its old one becomes."""
    source = readable_chat(world, params, "from_chat_id")
    asked = (world.messages.get(source.id, message_id) for message_id in message_ids(params, increasing=True))
    albums: dict[str, str] = {}
    found: list[tuple[Message, str | None]] = []
    for original in asked:
        if original is None or not _can_travel(original):
            continue
        group_id = original.media_group_id
        if group_id is not None:
            group_id = albums.setdefault(group_id, str(world.fresh_album_id()))
        found.append((original, group_id))
    return found


def _can_travel(message: Message) -> bool:
    return message.content.service is None


def _bare(to: Envelope) -> Envelope:
    """Forwards are no replies and bring no keyboard."""
    return replace(to, keyboard=None, reply_keyboard=None, reply_to_id=None, quote=None)


def _forwarded(original: Message) -> Content:
    return replace(original.content, keyboard=None)


def _origin(world: World, original: Message) -> dict[str, Any]:
    """A forward of a forward names the first author."""
    if original.forward_origin is not None:
        return original.forward_origin
    chat = world.chat(original.chat_id)
    if chat.type is ChatType.CHANNEL or original.sender_id is None:
        return {
            "type": "channel",
            "date": original.date,
            "chat": chat_payload(world, chat),
            "message_id": original.message_id,
        }
    author = user_payload(world.user(original.sender_id))
    return {"type": "user", "date": original.date, "sender_user": author}


METHODS: dict[str, Method] = {
    "copyMessage": copy_message,
    "copyMessages": copy_messages,
    "forwardMessage": forward_message,
    "forwardMessages": forward_messages,
}
