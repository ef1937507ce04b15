"""The world written down as plain JSON and read back, for state files and for `/sim/state`."""

import base64
from dataclasses import fields, is_dataclass
from typing import Any

from bot.sandbox.world.chats import Chat, ChatType, Member, Status, Topic
from bot.sandbox.world.files import StoredFile
from bot.sandbox.world.messages import Content, Media, Message
from bot.sandbox.world.profile import Profile, Webhook
from bot.sandbox.world.queries import Answer, CallbackQuery, InlineQuery
from bot.sandbox.world.updates import Update
from bot.sandbox.world.users import User
from bot.sandbox.world.world import DEFAULT_BOT_ID, World

VERSION = 1
_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for kind in (
        *(User, Chat, Member, Topic, Message, Content, Media, StoredFile),
        *(CallbackQuery, InlineQuery, Answer, Update, Profile, Webhook),
    )
}
_ENUMS: dict[str, type[ChatType] | type[Status]] = {"ChatType": ChatType, "Status": Status}


def save(world: World) -> dict[str, Any]:
    """Everything but the call log, which belongs to one run."""
    return {
        "version": VERSION,
        "offset_ms": world.clock.offset_ms,
        "bot_id": world.bot.id,
        "shared_message_counter": world.shared_message_counter,
        "albums_made": world.albums_made,
        "next_file": world.files.next_number,
        "next_query": world.queries.next_number,
        "next_update_id": world.updates.next_id,
        "allowed_updates": world.updates.allowed,
        "users": _encode(world.users.all()),
        "chats": _encode(world.chats.all()),
        "messages": _encode([m for chat in world.chats.all() for m in world.messages.in_chat(chat.id)]),
        "files": _encode(list(world.files.by_key.values())),
        "callbacks": _encode(list(world.queries.callbacks.values())),
        "inline_queries": _encode(list(world.queries.inline.values())),
        "updates": _encode(list(world.updates.pending.values())),
        "profile": _encode(world.profile),
    }


def load(world: World, saved: dict[str, Any]) -> None:
    """Replace what the world holds by a snapshot; raises ValueError for one of another version.

    A bot that is connected already keeps its id and its webhook: it can't know that the world changed.
    """
    if saved.get("version") != VERSION:
        raise ValueError(f"a snapshot of version {saved.get('version')!r} can't be read by version {VERSION}")
    bot_id, webhook = world.bot.id, world.profile.webhook
    clear(world)
    world.clock.offset_ms = int(saved["offset_ms"])
    world.shared_message_counter = int(saved["shared_message_counter"])
    world.albums_made = int(saved["albums_made"])
    world.files.next_number = int(saved["next_file"])
    world.queries.next_number = int(saved["next_query"])
    world.updates.next_id = int(saved["next_update_id"])
    world.updates.allowed = list(saved["allowed_updates"])
    world.profile = _decode(saved["profile"])
    world.users.by_id = {user.id: user for user in _decode(saved["users"])}
    world.bot = world.users.by_id[int(saved["bot_id"])]
    for chat in _decode(saved["chats"]):
        world.chats.add(chat)
    for file in _decode(saved["files"]):
        world.files.restore(file)
    for message in _decode(saved["messages"]):
        world.messages.add(message)
    world.queries.callbacks = {query.id: query for query in _decode(saved["callbacks"])}
    world.queries.inline = {query.id: query for query in _decode(saved["inline_queries"])}
    for update in _decode(saved["updates"]):
        world.updates.next_n = max(world.updates.next_n, update.n + 1)
        world.updates.put(update)
    if webhook.url:
        world.profile.webhook = webhook
    if bot_id != DEFAULT_BOT_ID:
        world.adopt_bot_id(bot_id)
    world.changed({"type": "state"})


def clear(world: World) -> None:
    """An empty Telegram with the same bot; its webhook, queue order and watchers stay."""
    fresh = World(bot_username=world.bot.username or "", bot_name=world.bot.first_name)
    fresh.adopt_bot_id(world.bot.id)
    webhook = world.profile.webhook
    world.updates.clear()
    world.updates.intercept = None
    world.clock.offset_ms = 0
    world.users, world.bot, world.chats = fresh.users, fresh.bot, fresh.chats
    world.messages, world.files, world.queries = fresh.messages, fresh.files, fresh.queries
    world.profile, world.actions = fresh.profile, {}
    world.shared_message_counter = world.albums_made = 0
    world.profile.webhook = webhook
    world.calls.entries.clear()
    world.updates.history.clear()
    world.changed({"type": "state"})


def _encode(value: Any) -> Any:
    """Dataclasses carry their name under `~`; bytes and dicts with other than text keys are tagged alike."""
    if is_dataclass(value) and not isinstance(value, type):
        body = {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
        return {"~": type(value).__name__, **body}
    if isinstance(value, ChatType | Status):
        return {"~": type(value).__name__, "value": value.value}
    if isinstance(value, bytes):
        return {"~": "bytes", "value": base64.b64encode(value).decode()}
    if isinstance(value, dict):
        if all(isinstance(key, str) for key in value):
            return {key: _encode(item) for key, item in value.items()}
        return {"~": "dict", "value": [[key, _encode(item)] for key, item in value.items()]}
    if isinstance(value, list | tuple):
        return [_encode(item) for item in value]
    return value


def _decode(value: Any) -> Any:
    if isinstance(value, list):
        return [_decode(item) for item in value]
    if not isinstance(value, dict):
        return value
    tag = value.get("~")
    if tag is None:
        return {key: _decode(item) for key, item in value.items()}
    if tag == "bytes":
        return base64.b64decode(value["value"])
    if tag == "dict":
        return {key: _decode(item) for key, item in value["value"]}
    if tag in _ENUMS:
        return _ENUMS[tag](value["value"])
    return _KINDS[tag](**{name: _decode(item) for name, item in value.items() if name != "~"})
