"""Reading a person's screen: what a message holds, and how a screen looks in a failing test."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

Json = dict[str, Any]
Rows = Sequence[Sequence[str]]


def labels(message: Json) -> list[list[str]]:
    """The rows of a message's buttons by their texts."""
    return [[button["text"] for button in row] for row in message["keyboard"]]


def drawn(messages: Sequence[Json]) -> str:
    """A screen in plain letters, for failing tests."""
    return "\n".join(_drawn(message) for message in messages[-12:]) or "(an empty screen)"


def _drawn(message: Json) -> str:
    service = message["service"]
    who = (message["from"] or {}).get("name", "channel")
    words = service["text"] if service else message["text"] or message["caption"] or "(no text)"
    rows = "".join(f"\n    [{'] ['.join(row)}]" for row in labels(message))
    return f"#{message['message_id']} {who}: {words}{rows}"


def holds(message: Json, text: str | None, buttons: Rows | None) -> bool:
    """The text is part of the message, and its buttons are exactly these rows of labels."""
    words = message["text"] or message["caption"] or ""
    if text is not None and text not in words:
        return False
    return buttons is None or labels(message) == [list(row) for row in buttons]
