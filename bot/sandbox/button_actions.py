"""What an inline button may do, each kind judged as Telegram does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.sandbox.markup.errors import MarkupError
from bot.sandbox.markup.links import checked_link

CALLBACK_DATA_BYTES = 64
COPY_TEXT_CHARACTERS = 256


def checked_action(button: Mapping[str, Any], chat_type: str) -> dict[str, Any]:
    """The one field that says what a press does, checked; a disabled button may do without. Raises `MarkupError`."""
    action = next((field for field in _ACTIONS if _given(button.get(field))), None)
    disabled: dict[str, Any] = {"disabled": {}} if isinstance(button.get("disabled"), Mapping) else {}
    if action is None and not disabled:
        raise bad_button("Text buttons are unallowed in the inline keyboard")
    return ({action: _ACTIONS[action](button[action], chat_type)} if action else {}) | disabled


def bad_button(reason: str) -> MarkupError:
    """A button that can't even be read."""
    return MarkupError(f"can't parse inline keyboard button: {reason}")


def _given(value: object) -> bool:
    """Empty data and a false `pay` are no action; an empty inline query is one."""
    return value is not None and value is not False


def _callback_data(value: object, _chat_type: str) -> str:
    data = str(value)
    if not data:
        raise bad_button("Text buttons are unallowed in the inline keyboard")
    if len(data.encode("utf-8", "surrogatepass")) > CALLBACK_DATA_BYTES:
        raise MarkupError("BUTTON_DATA_INVALID")
    return data


def _url(value: object, _chat_type: str) -> str:
    if not value:
        raise bad_button("Text buttons are unallowed in the inline keyboard")
    return checked_link(str(value), what="inline keyboard button URL")


def _copy_text(value: object, _chat_type: str) -> dict[str, str]:
    text = value.get("text") if isinstance(value, Mapping) else None
    if not isinstance(text, str):
        raise bad_button('Can\'t find field "text"')
    if not 1 <= len(text) <= COPY_TEXT_CHARACTERS:
        raise MarkupError("BUTTON_COPY_TEXT_INVALID")
    return {"text": text}


def _web_app(value: object, chat_type: str) -> dict[str, str]:
    if chat_type != "private":
        raise MarkupError("BUTTON_TYPE_INVALID")
    return {"url": _https(value, "inline keyboard button Web App URL")}


def _login_url(value: object, _chat_type: str) -> dict[str, str]:
    return {"url": _https(value, "inline keyboard button login URL")}


def _https(value: object, what: str) -> str:
    url = checked_link(_field(value, "url"), what=what)
    if not url.startswith("https://"):
        raise MarkupError(f"{what} '{url}' is invalid: Only HTTPS links are allowed")
    return url


def _query(value: object, _chat_type: str) -> str:
    return str(value)


def _chosen_chat(value: object, _chat_type: str) -> dict[str, Any]:
    chosen = dict(value) if isinstance(value, Mapping) else {}
    if not any(chosen.get(f"allow_{kind}_chats") for kind in ("user", "bot", "group", "channel")):
        raise bad_button("At least one chat type must be allowed")
    return chosen


def _pay(_value: object, _chat_type: str) -> bool:
    """Only invoices carry it, and the sandbox has none."""
    raise MarkupError("BUTTON_TYPE_INVALID")


_ACTIONS: dict[str, Callable[[object, str], Any]] = {
    "url": _url,
    "callback_data": _callback_data,
    "callback_game": _pay,
    "pay": _pay,
    "switch_inline_query": _query,
    "switch_inline_query_current_chat": _query,
    "switch_inline_query_chosen_chat": _chosen_chat,
    "login_url": _login_url,
    "web_app": _web_app,
    "copy_text": _copy_text,
}
"""In the order the server looks for them: the first that is given counts."""


def _field(value: object, name: str) -> str:
    found = value.get(name) if isinstance(value, Mapping) else None
    if not isinstance(found, str):
        raise bad_button(f'Can\'t find field "{name}"')
    return found
