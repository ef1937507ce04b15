"""The only code that sends, edits and answers. What Telegram calls an error and is none ends here."""

import contextlib
import logging
from collections.abc import Sequence
from typing import Final

from aiogram import Bot
from aiogram.exceptions import (
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
)
from aiogram.methods import AnswerCallbackQuery
from aiogram.types import (
    BufferedInputFile,
    CallbackQuery,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReactionTypeEmoji,
    ReplyKeyboardMarkup,
    ReplyParameters,
)

from domain.kernel.ids import OrderId, UserId
from domain.notices.use_cases.cards import request_redraw
from domain.work import Desk
from handlers.views.format import shortened
from handlers.views.screen import Screen, keyboard
from handlers.visit import Spot

TOAST_LETTERS: Final = 200
CAPTION_LETTERS: Final = 1024
_WAIT_SECONDS: Final = 20
_UPLOAD_SECONDS: Final = 60
_NO_PREVIEW: Final = LinkPreviewOptions(is_disabled=True)
_UNCHANGED: Final = ("message is not modified",)
_GONE: Final = (
    "message to edit not found",
    "message can't be edited",
    "there is no text in the message to edit",
    "there is no caption in the message to edit",
    "message_id_invalid",
)
_TOO_LATE: Final = ("query is too old", "query id is invalid")
_NOT_NOW: Final = (TelegramRetryAfter, TelegramNetworkError, TelegramServerError)

_log = logging.getLogger(__name__)


async def toast(bot: Bot, query: CallbackQuery, text: str = "") -> None:
    """Ends the spinner of the pressed button; a short text appears for a moment."""
    await _answer(bot, AnswerCallbackQuery(callback_query_id=query.id, text=shortened(text, TOAST_LETTERS) or None))


async def alert(bot: Bot, query: CallbackQuery, text: str) -> None:
    """Ends the spinner with a text that has to be closed."""
    shown = shortened(text, TOAST_LETTERS)
    await _answer(bot, AnswerCallbackQuery(callback_query_id=query.id, text=shown, show_alert=True))


async def post(
    bot: Bot, user: UserId, screen: Screen, *, picture: bytes | None = None, reply_to: int | None = None
) -> Spot:
    """A new message, with a protected picture when there is one. Raises aiogram's exceptions."""
    answers = None if reply_to is None else ReplyParameters(message_id=reply_to, allow_sending_without_reply=True)
    markup = keyboard(screen.rows)
    if picture is not None:
        sent = await bot.send_photo(
            user,
            BufferedInputFile(picture, "proof.jpg"),
            caption=screen.text,
            parse_mode="HTML",
            protect_content=True,
            message_effect_id=screen.effect,
            reply_parameters=answers,
            reply_markup=markup,
            request_timeout=_UPLOAD_SECONDS,
        )
        return Spot(user, sent.message_id, has_picture=True)
    sent = await bot.send_message(
        user,
        screen.text,
        parse_mode="HTML",
        link_preview_options=_NO_PREVIEW,
        message_effect_id=screen.effect,
        reply_parameters=answers,
        reply_markup=markup,
        request_timeout=_WAIT_SECONDS,
    )
    return Spot(user, sent.message_id)


async def post_keys(bot: Bot, user: UserId, screen: Screen, keys: ReplyKeyboardMarkup) -> None:
    """A new message that also sets the keys under the input field."""
    await bot.send_message(
        user,
        screen.text,
        parse_mode="HTML",
        link_preview_options=_NO_PREVIEW,
        reply_markup=keys,
        request_timeout=_WAIT_SECONDS,
    )


async def post_album(bot: Bot, user: UserId, captions: Sequence[str], pictures: Sequence[bytes]) -> tuple[int, ...]:
    """Two to ten protected pictures as one album; the message ids of its parts."""
    media = [
        InputMediaPhoto(media=BufferedInputFile(picture, f"proof-{place}.jpg"), caption=caption, parse_mode="HTML")
        for place, (caption, picture) in enumerate(zip(captions, pictures, strict=True), start=1)
    ]
    sent = await bot.send_media_group(user, list(media), protect_content=True, request_timeout=_UPLOAD_SECONDS)
    return tuple(message.message_id for message in sent)


async def post_picture(bot: Bot, user: UserId, screen: Screen, picture: bytes, name: str) -> Spot:
    """A picture of ours that its reader may keep and pass on. Raises aiogram's exceptions."""
    sent = await bot.send_photo(
        user,
        BufferedInputFile(picture, name),
        caption=screen.text,
        parse_mode="HTML",
        request_timeout=_UPLOAD_SECONDS,
    )
    return Spot(user, sent.message_id, has_picture=True)


async def post_document(bot: Bot, user: UserId, screen: Screen, data: bytes, name: str) -> None:
    """A file that its reader may keep and pass on. Raises aiogram's exceptions."""
    await bot.send_document(
        user,
        BufferedInputFile(data, name),
        caption=screen.text,
        parse_mode="HTML",
        disable_content_type_detection=True,
        request_timeout=_UPLOAD_SECONDS,
    )


async def draw(bot: Bot, spot: Spot, screen: Screen) -> Spot:
    """Shows the screen in place of what the message showed; anew at the bottom when that message is gone.

    Raises aiogram's exceptions, but not for a screen that shows this already.
    """
    try:
        await _edit(bot, spot, screen)
    except TelegramBadRequest as refusal:
        if _says(refusal, _UNCHANGED):
            return spot
        if _says(refusal, _GONE):
            return await post(bot, spot.user, screen)
        raise
    return spot


async def draw_card(bot: Bot, desk: Desk, spot: Spot, order: OrderId, screen: Screen) -> Spot:
    """As `draw`, for a live card: when Telegram does not listen now, the outbox draws it later."""
    try:
        return await draw(bot, spot, screen)
    except _NOT_NOW as trouble:
        _log.warning("card of order %s for %s is left to the outbox: %s", order, spot.user, trouble)
        await desk.write(request_redraw, spot.user, order)
        return spot


async def erase(bot: Bot, spot: Spot) -> None:
    """Takes a message away. One that is gone or too old to be taken away does no harm."""
    with contextlib.suppress(TelegramBadRequest, TelegramForbiddenError):
        await bot.delete_message(spot.user, spot.message, request_timeout=_WAIT_SECONDS)


async def react(bot: Bot, user: UserId, message: int, emoji: str) -> None:
    """A sign under somebody's message: it arrived."""
    with contextlib.suppress(TelegramBadRequest):
        await bot.set_message_reaction(
            user, message, reaction=[ReactionTypeEmoji(emoji=emoji)], request_timeout=_WAIT_SECONDS
        )


async def _edit(bot: Bot, spot: Spot, screen: Screen) -> None:
    markup = keyboard(screen.rows)
    if spot.has_picture:
        await bot.edit_message_caption(
            chat_id=spot.user,
            message_id=spot.message,
            caption=screen.text,
            parse_mode="HTML",
            reply_markup=markup,
            request_timeout=_WAIT_SECONDS,
        )
        return
    await bot.edit_message_text(
        screen.text,
        chat_id=spot.user,
        message_id=spot.message,
        parse_mode="HTML",
        link_preview_options=_NO_PREVIEW,
        reply_markup=markup,
        request_timeout=_WAIT_SECONDS,
    )


async def _answer(bot: Bot, answer: AnswerCallbackQuery) -> None:
    """A query that waited too long has lost its spinner anyway, and no trade waits for a spinner."""
    try:
        await bot(answer, request_timeout=_WAIT_SECONDS)
    except TelegramBadRequest as refusal:
        if not _says(refusal, _TOO_LATE):
            raise
    except _NOT_NOW as trouble:
        _log.warning("query %s stays unanswered: %s", answer.callback_query_id, trouble)


def _says(refusal: TelegramBadRequest, words: tuple[str, ...]) -> bool:
    told = refusal.message.lower()
    return any(word in told for word in words)
