"""The one error of this package: a 400 of Telegram, still without the words "Bad Request: " in front."""

from __future__ import annotations


class MarkupError(Exception):
    """Text, entities or a keyboard that Telegram refuses; `description` is its wording."""

    def __init__(self, description: str) -> None:
        super().__init__(description)
        self.description = description


def cannot_parse(reason: str) -> MarkupError:
    """What the parsers of marked-up text say."""
    return MarkupError(f"can't parse entities: {reason}")
