"""What tests and developers look at: answers to presses, calls, updates, and every version of a message."""

from __future__ import annotations

from typing import Any

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.sim.inline import shown_answer
from bot.sandbox.sim.message_view import shown_message
from bot.sandbox.world.queries import CALLBACK_LIFETIME_MS, CallbackQuery

Json = dict[str, Any]


async def answer(asked: Asked) -> Json:
    """What the bot said to a press or an inline query; while it says nothing the app turns its spinner."""
    queries, wanted = asked.world.queries, asked.path["query"]
    if (pressed := queries.callbacks.get(wanted)) is not None:
        return _answer(pressed, asked.world.clock.now_ms())
    if (typed := queries.inline.get(wanted)) is not None:
        return shown_answer(typed)
    raise Refused("nobody asked anything by that id", 404)


async def answers(asked: Asked) -> list[Json]:
    """Every press still remembered, oldest first."""
    now_ms = asked.world.clock.now_ms()
    return [_answer(query, now_ms) for query in asked.world.queries.callbacks.values()]


def _answer(query: CallbackQuery, now_ms: int) -> Json:
    given = query.answer
    waited_ms = (given.at_ms if given else now_ms) - query.at_ms
    return {
        "callback_query_id": query.id,
        "answered": given is not None,
        "text": given.text if given else None,
        "show_alert": bool(given and given.show_alert),
        "url": given.url if given else None,
        "waited_ms": waited_ms,
        "expired": given is None and waited_ms > CALLBACK_LIFETIME_MS,
        "user": query.user_id,
        "chat": query.chat_id,
        "message_id": query.message_id,
        "data": query.data,
    }


async def history(asked: Asked) -> list[Json]:
    """All versions, oldest first, of a message that may be deleted."""
    chat = asked.any_chat(asked.path["chat"])
    identifier = asked.path["message"]
    message = asked.world.messages.get_any(chat.id, int(identifier)) if identifier.isdecimal() else None
    if message is None:
        raise Refused(f"there never was a message {identifier} in the chat {chat.id}", 404)
    versions = [shown_message(asked.world, chat, message, None, content) for content in message.revisions]
    for version in versions[:-1]:
        version["edit_date"] = None
    versions[-1] |= {"deleted": message.deleted, "deleted_at": message.deleted_at}
    return versions


async def calls(asked: Asked) -> list[Json]:
    """Every Bot API call after number `since`; one still in flight has no `status` yet."""
    return [
        {
            "n": call.n,
            "at": call.at,
            "method": call.method,
            "params": call.params,
            "status": call.status,
            "response": call.response,
            "chat_id": call.chat_id,
        }
        for call in asked.world.calls.since(asked.query_integer("since"))
    ]


async def updates(asked: Asked) -> list[Json]:
    """Updates as they were queued after number `since`."""
    since = asked.query_integer("since")
    return [
        {"n": queued.n, "at": queued.at_ms, "update": queued.payload, "settled": queued.settled, "chat": queued.lane}
        for queued in asked.world.updates.history
        if queued.n > since
    ]
