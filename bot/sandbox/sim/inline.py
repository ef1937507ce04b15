"""Inline mode: words after the bot's name bring results, one of them is sent into the chat."""

from __future__ import annotations

import asyncio
from secrets import token_urlsafe
from typing import Any

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.sim.sending import told
from bot.sandbox.sim.standing import require_writing, thread_in
from bot.sandbox.world import Content, Media, World
from bot.sandbox.world.payloads import inline_query_payload, user_payload
from bot.sandbox.world.queries import INLINE_LIFETIME_MS, InlineQuery

QUERY_CHARACTERS_MAX = 256
_POLL_SECONDS = 0.01

Json = dict[str, Any]


async def ask(asked: Asked) -> Json:
    """Waits for the bot's answer up to `wait_ms`, by default as long as Telegram would."""
    world, person = asked.world, asked.person()
    if not world.profile.supports_inline_queries:
        raise Refused("this bot has no inline mode")
    words = asked.text("query", "")
    if len(words) > QUERY_CHARACTERS_MAX:
        raise Refused(f"an inline query holds at most {QUERY_CHARACTERS_MAX} characters")
    chat = asked.chat_of(person)
    offset = asked.text("offset", "")
    query = world.queries.open_inline(person.id, words, offset, world.clock.now_ms(), chat_id=chat.id)
    update_id = world.emit("inline_query", inline_query_payload(world, query), person.id)
    await _answered(query, asked.optional_integer("wait_ms"))
    return shown_answer(query) | {"update_id": update_id}


async def choose(asked: Asked) -> Json:
    """Sends the result `id` of the person's last answered query, or of `inline_query_id`."""
    world, person = asked.world, asked.person()
    query = _query(asked, person.id)
    wanted = asked.text("id")
    result = next((result for result in query.results if result["id"] == wanted), None)
    if result is None:
        raise Refused(f"the bot offered no result {wanted!r}", 404)
    chat = asked.chat_of(person)
    thread_id = thread_in(asked, chat)
    require_writing(world, person, chat, thread_id)
    keyboard = result.get("reply_markup")
    inline_id = token_urlsafe(18) if keyboard else None
    message = world.post(
        chat,
        person.id,
        _content(world, result, keyboard),
        thread_id=thread_id,
        via_bot_id=world.bot.id,
        inline_message_id=inline_id,
    )
    sent = told(world, person, chat, message)
    chosen: Json = {"result_id": wanted, "from": user_payload(person), "query": query.query}
    chosen |= {"inline_message_id": inline_id} if inline_id else {}
    return sent | {
        "inline_message_id": inline_id,
        "chosen_update_id": world.emit("chosen_inline_result", chosen, person.id),
    }


def shown_answer(query: InlineQuery) -> Json:
    """The list of results as it opens above the input."""
    return {
        "inline_query_id": query.id,
        "answered": query.answered,
        "results": [_shown(result) for result in query.results],
        "button": query.button,
        "next_offset": query.next_offset,
    }


async def _answered(query: InlineQuery, wait_ms: int | None) -> None:
    patience_ms = INLINE_LIFETIME_MS if wait_ms is None else max(0, min(wait_ms, INLINE_LIFETIME_MS))
    for _ in range(int(patience_ms / 1000 / _POLL_SECONDS)):
        if query.answered:
            return
        await asyncio.sleep(_POLL_SECONDS)


def _query(asked: Asked, person_id: int) -> InlineQuery:
    named = asked.optional_text("inline_query_id")
    for query in reversed(asked.world.queries.inline.values()):
        if query.user_id == person_id and query.answered and named in {None, query.id}:
            return query
    raise Refused("the bot has not answered that query", 404)


def _shown(result: Json) -> Json:
    """A row of the result list, with the message it would send."""
    content = result.get("input_message_content") or {}
    return {
        "id": result["id"],
        "type": result["type"],
        "title": result.get("title"),
        "description": result.get("description"),
        "thumbnail_url": result.get("thumbnail_url"),
        "text": content.get("message_text"),
        "caption": result.get("caption"),
    }


def _content(world: World, result: Json, keyboard: Json | None) -> Content:
    written = result.get("input_message_content")
    if written:
        return Content(
            text=written["message_text"],
            entities=written.get("entities") or [],
            keyboard=keyboard,
            link_preview_options=written.get("link_preview_options"),
        )
    kind = result["type"]
    file = world.files.find(world.bot.id, str(result.get(f"{kind}_file_id", "")))
    if file is None:
        raise Refused("results that name a file by URL can't be sent in the sandbox", 501)
    return Content(
        media=Media(kind, file.key),
        caption=result.get("caption"),
        caption_entities=result.get("caption_entities") or [],
        keyboard=keyboard,
    )
