"""Texts and captions of a call: parsed by their markup, then measured in code points."""

from typing import Any

from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.markup import parse_markup
from bot.sandbox.world import World
from bot.sandbox.world.payloads import user_payload

TEXT_MAX_CHARACTERS = 4096
CAPTION_MAX_CHARACTERS = 1024

Entities = list[dict[str, Any]]


def message_text(world: World, params: Params) -> tuple[str, Entities]:
    given = params.array("entities", called="MessageEntity")
    return checked_text(world, params.text("text"), params.optional_text("parse_mode"), given)


def checked_text(world: World, raw: str, parse_mode: str | None, entities: Entities | None) -> tuple[str, Entities]:
    if not raw.strip():
        raise bad_request("message text is empty")
    text, found = marked_up(world, raw, parse_mode, entities)
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > TEXT_MAX_CHARACTERS:
        raise bad_request("message is too long")
    return text, found


def caption(world: World, params: Params) -> tuple[str | None, Entities]:
    given = params.array("caption_entities", called="MessageEntity")
    return checked_caption(world, params.text("caption"), params.optional_text("parse_mode"), given)


def checked_caption(
    world: World, raw: str, parse_mode: str | None, entities: Entities | None
) -> tuple[str | None, Entities]:
    """An empty caption is no caption."""
    text, found = marked_up(world, raw, parse_mode, entities)
    if len(text) > CAPTION_MAX_CHARACTERS:
        raise bad_request("message caption is too long")
    return (text, found) if text else (None, [])


def marked_up(world: World, raw: str, parse_mode: str | None, entities: Entities | None) -> tuple[str, Entities]:
    """The parser knows people by id only: the world adds who they are, strangers lose their mention."""
    text, found = parse_markup(raw, parse_mode, entities)
    kept = []
    for entity in found:
        if entity["type"] == "text_mention":
            person = world.users.get(int(entity["user"]["id"]))
            if person is None:
                continue
            entity["user"] = user_payload(person)
        kept.append(entity)
    return text, kept
