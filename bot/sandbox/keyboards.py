"""Keyboards as bots send them → keyboards as Telegram keeps them, with its own refusals."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from bot.sandbox.button_actions import bad_button, checked_action
from bot.sandbox.markup.errors import MarkupError

INLINE_BUTTONS_MAX = 100
INLINE_ROW_MAX = 8
REPLY_BUTTONS_MAX = 300
REPLY_ROW_MAX = 12
MARKUP_BYTES_MAX = 10_240
PLACEHOLDER_CHARACTERS = 64
_STYLES = {"danger", "success", "primary"}

Button = dict[str, Any]


def check_reply_markup(markup: object, chat_type: str) -> dict[str, Any]:
    """Any of the four reply markups, brought into the form Telegram keeps; raises `MarkupError`.

    `chat_type` is "private", "group", "supergroup" or "channel". An inline keyboard without buttons comes
    back as `{"inline_keyboard": []}`: it takes the present one away.
    """
    if not isinstance(markup, Mapping):
        raise MarkupError("object expected as reply markup")
    if "inline_keyboard" in markup:
        return check_inline_keyboard(markup, chat_type)
    if "keyboard" in markup:
        return _reply_keyboard(markup, chat_type)
    if _true(markup.get("remove_keyboard")):
        return {"remove_keyboard": True} | _selective(markup)
    if _true(markup.get("force_reply")):
        return {"force_reply": True} | _placeholder(markup) | _selective(markup)
    return {}


def check_inline_keyboard(markup: Mapping[str, Any], chat_type: str) -> dict[str, Any]:
    """The keyboard under a message; rows over eight are laid out anew, as the server does."""
    rows = [
        [_inline_button(button, chat_type) for button in row]
        for row in _rows(markup, "inline_keyboard", "InlineKeyboardMarkup")
    ]
    keyboard = {"inline_keyboard": list(_laid_out(rows, INLINE_ROW_MAX))}
    too_many = sum(map(len, rows)) > INLINE_BUTTONS_MAX
    if too_many or len(json.dumps(keyboard, ensure_ascii=False).encode()) > MARKUP_BYTES_MAX:
        raise MarkupError("reply markup is too long")
    return keyboard


def _rows(markup: Mapping[str, Any], field: str, kind: str) -> list[list[object]]:
    rows = markup[field]
    if not isinstance(rows, list):
        raise MarkupError(f'field "{field}" of the {kind} must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise MarkupError(f'field "{field}" of the {kind} must be an Array of Arrays')
    return rows


def _laid_out(rows: list[list[Button]], width: int) -> Iterator[list[Button]]:
    for row in rows:
        for start in range(0, len(row), width):
            yield row[start : start + width]


def _inline_button(button: object, chat_type: str) -> Button:
    if not isinstance(button, Mapping):
        raise bad_button("expected an Object")
    face = _face(button, bad_button, "inline keyboard button text must be non-empty")
    return face | checked_action(button, chat_type)


def _face(button: Mapping[str, Any], refuse: Callable[[str], MarkupError], empty: str) -> Button:
    """What both sorts of buttons show: text, icon and style."""
    text = button.get("text")
    if text is None:
        raise refuse('Can\'t find field "text"')
    if not isinstance(text, str):
        raise refuse('Field "text" must be of type String')
    if not text.strip():
        raise MarkupError(empty)
    style = button.get("style") or ""
    if style and style not in _STYLES:
        raise refuse("invalid button style specified")
    icon = button.get("icon_custom_emoji_id")
    return (
        {"text": text.strip()}
        | ({"icon_custom_emoji_id": str(icon)} if icon else {})
        | ({"style": style} if style else {})
    )


def _reply_keyboard(markup: Mapping[str, Any], chat_type: str) -> dict[str, Any]:
    sent = _rows(markup, "keyboard", "ReplyKeyboardMarkup")
    rows = [[_key(button, chat_type) for button in row] for row in sent]
    if sum(map(len, rows)) > REPLY_BUTTONS_MAX:
        raise MarkupError("reply markup is too long")
    kept: dict[str, Any] = {"keyboard": list(_laid_out(rows, REPLY_ROW_MAX))}
    for switch in ("is_persistent", "resize_keyboard", "one_time_keyboard"):
        kept |= {switch: True} if _true(markup.get(switch)) else {}
    return kept | _placeholder(markup) | _selective(markup)


_PRIVATE_ONLY = {
    "request_contact": "phone number can be requested in private chats only",
    "request_location": "location can be requested in private chats only",
    "request_poll": "poll can be requested in private chats only",
    "request_users": "users can be requested in private chats only",
    "request_chat": "chats can be requested in private chats only",
    "web_app": "Web App buttons can be used in private chats only",
}


def _key(button: object, chat_type: str) -> Button:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, Mapping):
        raise _bad_key("expected an Object")
    kept = _face(button, _bad_key, "keyboard button text must be non-empty")
    for field, refusal in _PRIVATE_ONLY.items():
        value = button.get(field)
        if not value or str(value).lower() == "false":
            continue
        if chat_type != "private":
            raise MarkupError(refusal)
        return kept | {field: value}
    return kept


def _placeholder(markup: Mapping[str, Any]) -> dict[str, str]:
    text = markup.get("input_field_placeholder") or ""
    if not isinstance(text, str):
        raise MarkupError('field "input_field_placeholder" must be of type String')
    return {"input_field_placeholder": text[:PLACEHOLDER_CHARACTERS]} if text.strip() else {}


def _selective(markup: Mapping[str, Any]) -> dict[str, bool]:
    return {"selective": True} if _true(markup.get("selective")) else {}


def _true(value: object) -> bool:
    return str(value).lower() in {"true", "1"}


def _bad_key(reason: str) -> MarkupError:
    return MarkupError(f"can't parse keyboard button: {reason}")
