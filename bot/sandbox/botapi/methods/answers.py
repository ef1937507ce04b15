"""Answers to what people ask and wait for: pressed buttons and inline queries."""

import re
from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.inline_results import checked_results
from bot.sandbox.botapi.params import Params
from bot.sandbox.world.queries import Answer

ANSWER_MAX_CHARACTERS = 200
CACHE_MAX_SECONDS = 30 * 24 * 3600
_OWN_LINK = re.compile(r"(tg://|https?://(t|telegram)\.me/)", re.IGNORECASE)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


async def answer_callback_query(context: Context, params: Params) -> bool:
    """Each press takes one answer, within about fifteen seconds."""
    world = context.world
    text = params.text("text")
    if len(text) > ANSWER_MAX_CHARACTERS:
        raise bad_request("MESSAGE_TOO_LONG")
    url = params.text("url")
    if url and not _opens_here(url):
        raise bad_request("URL_INVALID")
    query = world.queries.callbacks.get(params.text("callback_query_id"))
    if query is None or not query.is_open(world.clock.now_ms()):
        raise bad_request(TOO_OLD)
    cache_seconds = max(0, min(params.integer("cache_time"), CACHE_MAX_SECONDS))
    query.answer = Answer(text or None, params.boolean("show_alert"), url or None, cache_seconds, world.clock.now_ms())
    event = {"type": "answer", "chat": query.chat_id, "user": query.user_id, "callback_query_id": query.id}
    world.changed(event | {"message_id": query.message_id})
    return True


async def answer_inline_query(context: Context, params: Params) -> bool:
    world = context.world
    results = checked_results(world, params.array("results", called="InlineQueryResult"))
    button = params.object("button", called="InlineQueryResultsButton")
    query = world.queries.inline.get(params.text("inline_query_id"))
    if query is None or not query.is_open(world.clock.now_ms()):
        raise bad_request(TOO_OLD)
    query.answered = True
    query.results = results
    query.button = button
    query.next_offset = params.text("next_offset")
    query.cache_seconds = max(0, min(params.integer("cache_time", 300), CACHE_MAX_SECONDS))
    event: dict[str, Any] = {"type": "answer", "chat": query.chat_id, "user": query.user_id}
    world.changed(event | {"inline_query_id": query.id})
    return True


def _opens_here(url: str) -> bool:
    """A press may open a t.me link to a bot, nothing on the wide web."""
    return bool(_OWN_LINK.match(url))


METHODS: dict[str, Method] = {
    "answerCallbackQuery": answer_callback_query,
    "answerInlineQuery": answer_inline_query,
}
