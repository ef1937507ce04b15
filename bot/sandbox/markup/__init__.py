"""Text as bots send it → text and entities as Telegram shows them, with Telegram's own refusals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.sandbox.markup.errors import MarkupError
from bot.sandbox.markup.finish import finish
from bot.sandbox.markup.given import spans_of_entities
from bot.sandbox.markup.html import read_html
from bot.sandbox.markup.markdown import read_markdown
from bot.sandbox.markup.markdown_v2 import read_markdown_v2
from bot.sandbox.markup.spans import Reading

RAW_TEXT_BYTES = 32_768

__all__ = ["MarkupError", "parse_markup"]


def parse_markup(
    text: str, parse_mode: str | None, entities: Sequence[dict[str, Any]] | None
) -> tuple[str, list[dict[str, Any]]]:
    """The text Telegram would keep, and its entities in UTF-16 units.

    A parse mode outranks given entities, as on the real server. A `text_mention` carries only `{"id": …}` as
    its user: the world knows the rest. Lengths of texts and captions are the caller's to judge. Raises
    `MarkupError`, and nothing else, for whatever a bot may send.
    """
    if len(text.encode("utf-8", "surrogatepass")) > RAW_TEXT_BYTES:
        raise MarkupError("text is too long")
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise MarkupError("strings must be encoded in UTF-8")
    return finish(_read(text, (parse_mode or "").lower(), entities))


def _read(text: str, parse_mode: str, entities: Sequence[dict[str, Any]] | None) -> Reading:
    match parse_mode:
        case "" | "none":
            return Reading(text, spans_of_entities(text, entities or ()))
        case "html":
            return read_html(text)
        case "markdownv2":
            return read_markdown_v2(text)
        case "markdown":
            return read_markdown(text)
        case _:
            raise MarkupError("unsupported parse_mode")
