"""A screen: text and buttons; and the one function that turns buttons into a keyboard."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from aiogram.types import InlineKeyboardMarkup

from handlers.button_data import ButtonData
from handlers.views.markup import Html, lines

COPY_LETTERS: Final = 256
ROW_BUTTONS: Final = 8
ALL_BUTTONS: Final = 100


class Style(StrEnum):
    """How Telegram colours a button. A screen never has two success buttons."""

    PLAIN = ""
    NEXT = "primary"
    GO = "success"
    STOP = "danger"


@dataclass(frozen=True, slots=True)
class Press:
    """A button that asks the desk for something."""

    text: str
    data: ButtonData
    style: Style = Style.PLAIN


@dataclass(frozen=True, slots=True)
class Copy:
    """A button that puts text into the reader's clipboard."""

    text: str
    copied: str


@dataclass(frozen=True, slots=True)
class Link:
    """A button that opens an address."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Share:
    """A button that lets the reader choose a chat and begins these words to the bot there."""

    text: str
    words: str


Button = Press | Copy | Link | Share
Row = tuple[Button, ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """What one message shows. `effect` plays once when the message is new."""

    text: Html
    rows: tuple[Row, ...] = ()
    effect: str | None = None


class Keyboard(InlineKeyboardMarkup):
    """Its buttons are plain fields, checked as they are made: an object of aiogram's for each would cost as much
    as all the rest of a full screen."""

    inline_keyboard: list[list[dict[str, Any]]]  # type: ignore[assignment]


def headed(headline: Html, screen: Screen) -> Screen:
    """The screen with news above it."""
    return Screen(lines(headline, "", screen.text), screen.rows, screen.effect)


def keyboard(rows: tuple[Row, ...]) -> Keyboard | None:
    """The buttons in Telegram's form. Raises `ValueError` for what Telegram would refuse."""
    kept = [[_button(button) for button in row] for row in rows if row]
    if any(len(row) > ROW_BUTTONS for row in kept) or sum(map(len, kept)) > ALL_BUTTONS:
        raise ValueError(f"{sum(map(len, kept))} buttons, at most {ALL_BUTTONS} and {ROW_BUTTONS} a row")
    return Keyboard(inline_keyboard=kept) if kept else None


def in_rows(buttons: Sequence[Button], width: int) -> tuple[Row, ...]:
    """Many buttons, so many side by side."""
    return tuple(tuple(buttons[start : start + width]) for start in range(0, len(buttons), width))


def copy_row(*buttons: Copy) -> Row:
    """The copy buttons that Telegram can carry: 1 to 256 characters each."""
    return tuple(button for button in buttons if 1 <= len(button.copied) <= COPY_LETTERS)


def _button(button: Button) -> dict[str, Any]:
    if not button.text.strip():
        raise ValueError("a button without a name")
    if isinstance(button, Copy):
        if not 1 <= len(button.copied) <= COPY_LETTERS:
            raise ValueError(f"{len(button.copied)} letters to copy, at most {COPY_LETTERS}")
        return {"text": button.text, "copy_text": {"text": button.copied}}
    if isinstance(button, Link):
        return {"text": button.text, "url": button.url}
    if isinstance(button, Share):
        chats = {"allow_user_chats": True, "allow_group_chats": True, "allow_channel_chats": True}
        return {"text": button.text, "switch_inline_query_chosen_chat": {"query": button.words, **chats}}
    shown = {"text": button.text, "callback_data": button.data.pack()}
    return shown if button.style is Style.PLAIN else {**shown, "style": button.style.value}
