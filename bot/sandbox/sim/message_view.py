"""One message as one person's screen shows it."""

from __future__ import annotations

from collections import Counter
from typing import Any

from bot.sandbox.sim.buttons import button_rows, shown_button
from bot.sandbox.sim.service_lines import service_line
from bot.sandbox.world import Chat, ChatType, Content, Message, Status, World
from bot.sandbox.world.payloads import file_payload, photo_payload

Json = dict[str, Any]


def shown_message(
    world: World, chat: Chat, message: Message, viewer_id: int | None, content: Content | None = None
) -> Json:
    """`content` is the version to show, the newest if not told; `viewer_id` is None for the developer."""
    version = content or message.content
    media = shown_media(world, version)
    return {
        "message_id": message.message_id,
        "from": _sender(world, chat, message),
        "outgoing": viewer_id is not None and message.sender_id == viewer_id,
        "date": message.date,
        "edit_date": message.edit_date,
        "text": _text(message, version, viewer_id),
        "entities": [] if message.hides_payload else version.entities,
        "caption": version.caption,
        "caption_entities": version.caption_entities,
        "show_caption_above_media": version.show_caption_above_media,
        **media,
        "contact": version.contact,
        "media_group_id": message.media_group_id,
        "thread": message.thread_id,
        "reply_to": _reply(world, message),
        "forward_from": _origin(message),
        "via_bot": world.user(message.via_bot_id).username if message.via_bot_id else None,
        "service": service_line(world, message) if version.service is not None else None,
        "keyboard": [[shown_button(button) for button in row] for row in button_rows(version.keyboard)],
        "reactions": _reactions(message, viewer_id),
        "views": message.views,
        "protected": message.protected,
        "effect": message.effect_id,
        "revisions": len(message.revisions),
    }


def shown_media(world: World, content: Content) -> Json:
    """A picture, a voice message or, for everything else, a file with its name."""
    shown: Json = {"photo": None, "document": None, "voice": None}
    if content.media is None:
        return shown
    file = world.file(content.media.file_key)
    match content.media.kind:
        case "photo":
            shown["photo"] = photo_payload(world, file)[-1] | {"spoiler": content.media.spoiler}
        case "voice":
            shown["voice"] = file_payload(world, file)
        case kind:
            named = {"file_name": file.file_name or f"{kind}.bin", "mime_type": file.mime_type}
            shown["document"] = named | file_payload(world, file)
    return shown


def one_line(message: Message) -> str:
    """What lists and quotes show of it."""
    content = message.content
    if content.contact is not None:
        return "Contact"
    if content.media is not None and not content.caption:
        return content.media.kind.capitalize()
    return _text(message, content, None) or content.caption or ""


def display_name(world: World, chat: Chat, sender_id: int | None) -> str:
    """A person's name, or the channel's own where nobody signs."""
    return world.user(sender_id).full_name if sender_id is not None else (chat.title or "")


def _text(message: Message, content: Content, viewer_id: int | None) -> str | None:
    """The payload of a deep link reaches the bot, not the eyes; the developer's history tells it."""
    if content.contact is not None:
        return f"{content.contact['first_name']} {content.contact['phone_number']}"
    if message.hides_payload and viewer_id is not None and content.text is not None:
        return content.text.split(" ", 1)[0]
    return content.text


def _sender(world: World, chat: Chat, message: Message) -> Json | None:
    if message.sender_id is None:
        return None
    sender = world.user(message.sender_id)
    shown: Json = {"id": sender.id, "name": sender.full_name, "is_bot": sender.is_bot}
    member = chat.member(sender.id)
    if chat.type is not ChatType.PRIVATE and member.is_admin:
        rank = "owner" if member.status is Status.CREATOR else "admin"
        shown["tag"] = member.custom_title or rank
    return shown


def _reply(world: World, message: Message) -> Json | None:
    """The quoted strip; it stays, nameless, when what it quotes was deleted."""
    if message.reply_to_id is None:
        return None
    original = world.messages.get(message.chat_id, message.reply_to_id)
    shown: Json = {"message_id": message.reply_to_id, "name": None, "text": None}
    if original is not None:
        chat = world.chat(message.chat_id)
        shown |= {"name": display_name(world, chat, original.sender_id), "text": one_line(original)}
    return shown | ({"quote": message.quote["text"]} if message.quote else {})


def _origin(message: Message) -> Json | None:
    origin = message.forward_origin
    if origin is None:
        return None
    user, chat = origin.get("sender_user") or {}, origin.get("chat") or origin.get("sender_chat") or {}
    person = " ".join(filter(None, (user.get("first_name"), user.get("last_name"))))
    return {"name": person or origin.get("sender_user_name") or chat.get("title") or ""}


def _reactions(message: Message, viewer_id: int | None) -> list[Json]:
    counts = Counter(emoji for given in message.reactions.values() for emoji in given)
    mine = message.reactions.get(viewer_id, []) if viewer_id is not None else []
    return [{"emoji": emoji, "count": count, "mine": emoji in mine} for emoji, count in counts.items()]
