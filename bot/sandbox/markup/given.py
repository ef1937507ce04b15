"""Entities that a bot sends ready-made instead of marked-up text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

from bot.sandbox.markup.errors import MarkupError
from bot.sandbox.markup.links import checked_link, custom_emoji_details, date_time_details, entity_of_link
from bot.sandbox.markup.spans import Kind, Span

_FOUND_BY_THE_SERVER = {
    Kind.MENTION,
    Kind.HASHTAG,
    Kind.CASHTAG,
    Kind.BOT_COMMAND,
    Kind.URL,
    Kind.EMAIL,
    Kind.PHONE_NUMBER,
}
"""A bot may name these, but they are taken from the text alone."""

_SANE = range(1_000_001)


def spans_of_entities(text: str, entities: Sequence[dict[str, Any]]) -> list[Span]:
    """The spans those entities cover; raises `MarkupError` for what is no entity of this text."""
    units = [0, *accumulate(2 if letter > "\uffff" else 1 for letter in text)]
    return [span for entity in entities if (span := _span(entity, units)) is not None]


def _span(entity: object, units: list[int]) -> Span | None:
    if not isinstance(entity, Mapping):
        raise _unreadable("expected an Object")
    offset, length = _integer(entity, "offset"), _integer(entity, "length")
    kind, details = _meaning(entity)
    if offset not in _SANE:
        raise MarkupError(f"receive an entity with incorrect offset {offset}")
    if length not in _SANE:
        raise MarkupError(f"receive an entity with incorrect length {length}")
    if kind in _FOUND_BY_THE_SERVER or not length:
        return None
    if offset + length > units[-1]:
        end = f"the end of the text at UTF-16 offset {units[-1]}"
        raise MarkupError(f"entity beginning at UTF-16 offset {offset} ends after {end}")
    start, stop = bisect_left(units, offset), bisect_left(units, offset + length)
    if units[start] != offset or units[stop] != offset + length:
        raise MarkupError(f"entity beginning at UTF-16 offset {offset} cuts a UTF-16 symbol in half")
    return Span(kind, start, stop, details)


def _meaning(entity: Mapping[str, Any]) -> tuple[Kind, dict[str, object]]:
    name = entity.get("type")
    if name not in set(Kind):
        raise _unreadable("unsupported type specified" if name else "type is not specified")
    match Kind(name):
        case Kind.TEXT_LINK:
            url = str(entity.get("url", ""))
            return entity_of_link(url) or (Kind.TEXT_LINK, {"url": checked_link(url, what="entity URL")})
        case Kind.TEXT_MENTION:
            user = entity.get("user")
            if not isinstance(user, Mapping) or not isinstance(user.get("id"), int):
                raise _unreadable('can\'t find field "user"')
            return Kind.TEXT_MENTION, {"user": {"id": user["id"]}}
        case Kind.CUSTOM_EMOJI:
            return Kind.CUSTOM_EMOJI, custom_emoji_details(str(entity.get("custom_emoji_id", "")))
        case Kind.DATE_TIME:
            unix, form = entity.get("unix_time", ""), entity.get("date_time_format") or ""
            return Kind.DATE_TIME, date_time_details(str(unix), str(form))
        case Kind.PRE:
            language = entity.get("language")
            return Kind.PRE, {"language": str(language)} if language else {}
        case kind:
            return kind, {}


def _integer(entity: Mapping[str, Any], name: str) -> int:
    value = entity.get(name)
    if isinstance(value, str) and value.lstrip("-").isdecimal() and value.isascii() and len(value) <= 12:
        value = int(value) if value.count("-") <= 1 else None
    if isinstance(value, bool) or not isinstance(value, int):
        raise _unreadable(f'can\'t find field "{name}"')
    return value


def _unreadable(reason: str) -> MarkupError:
    return MarkupError(f"can't parse MessageEntity: {reason}")
