"""A person presses a button, follows a link on one, or takes what it copies."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.sim.buttons import find_button, kind_of, shown_button
from bot.sandbox.world import Chat, Message, User, World
from bot.sandbox.world.payloads import callback_payload

_CALLBACK_DATA_BYTES = 64
_INSIDE = {"t.me", "telegram.me", "telegram.dog"}


async def press(asked: Asked) -> dict[str, Any]:
    """A callback button by `label`, or any `data` at all: forged, outdated, on a message that is gone."""
    person = asked.person()
    chat = asked.chat_of(person)
    if asked.body.get("data") is not None:
        return _ask_bot(asked.world, person, chat, _pressed_message(asked, chat), _data(asked))
    message, button = find_button(asked, person, chat)
    if "disabled" in button:
        raise Refused(f"the button {button['text']!r} is disabled")
    if kind_of(button) != "callback":
        raise Refused(f"the button {button['text']!r} does not ask the bot: its kind is {kind_of(button)}")
    return _ask_bot(asked.world, person, chat, message, button["callback_data"])


async def tap_url(asked: Asked) -> dict[str, Any]:
    """What would open: the address, and for links to this bot what the app would do inside."""
    person = asked.person()
    _, button = find_button(asked, person, asked.chat_of(person))
    url = shown_button(button).get("url")
    if url is None:
        raise Refused(f"the button {button['text']!r} opens no link")
    return {"url": url} | _inside(asked.world, url)


async def copy(asked: Asked) -> dict[str, Any]:
    """What lands in the clipboard."""
    person = asked.person()
    _, button = find_button(asked, person, asked.chat_of(person))
    if kind_of(button) != "copy":
        raise Refused(f"the button {button['text']!r} copies nothing")
    return {"text": button["copy_text"]["text"]}


def _ask_bot(world: World, person: User, chat: Chat, message: Message, data: str) -> dict[str, Any]:
    """A button of an inline result carries only that result's id: the bot may not even be in the chat."""
    inline_id = message.inline_message_id
    query = world.queries.open_callback(
        person.id,
        data,
        world.clock.now_ms(),
        chat_id=chat.id if inline_id is None else None,
        message_id=message.message_id if inline_id is None else None,
        inline_message_id=inline_id,
    )
    lane = chat.id if inline_id is None else person.id
    update_id = world.emit("callback_query", callback_payload(world, query), lane)
    return {"callback_query_id": query.id, "update_id": update_id}


def _pressed_message(asked: Asked, chat: Chat) -> Message:
    message_id = asked.integer("message_id")
    message = asked.world.messages.get_any(chat.id, message_id)
    if message is None:
        raise Refused(f"there never was a message {message_id} in the chat {chat.id}", 404)
    return message


def _data(asked: Asked) -> str:
    data = asked.text("data")
    if len(data.encode()) > _CALLBACK_DATA_BYTES:
        raise Refused(f"Telegram carries at most {_CALLBACK_DATA_BYTES} bytes of data")
    return data


def _inside(world: World, url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    query = parse_qs(parts.query, keep_blank_values=True)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = query.get("domain", [""])[0]
    elif parts.netloc.lower() in _INSIDE:
        name = parts.path.strip("/").split("/")[0]
    else:
        return {"inside": False}
    opens_bot = name.lower() == (world.bot.username or "").lower()
    found: dict[str, Any] = {"inside": True, "name": name, "opens_bot": opens_bot}
    for parameter in ("start", "startgroup"):
        if opens_bot and parameter in query:
            found[parameter] = query[parameter][0]
    return found
