"""What the desk never reads of an update: validating a pressed message's keyboard would cost more than the press."""

from typing import Any, Final

_UNREAD: Final = frozenset({"reply_markup", "entities", "caption_entities", "reply_to_message", "link_preview_options"})


def without_unread(update: dict[str, Any]) -> dict[str, Any]:
    """The update with only so much of a pressed message as tells where and what kind it is."""
    query = update.get("callback_query")
    message = query.get("message") if isinstance(query, dict) else None
    if not isinstance(query, dict) or not isinstance(message, dict):
        return update
    read = {name: value for name, value in message.items() if name not in _UNREAD}
    return update | {"callback_query": query | {"message": read}}
