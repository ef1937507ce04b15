"""A small bot that answers with everything the page has to show; it polls like any other bot."""

import io

from aiogram import Bot, Dispatcher, F
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.filters import Command, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    KeyboardButton,
    MediaUnion,
    Message,
    ReplyKeyboardMarkup,
)
from PIL import Image

TOKEN = "5000:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
GREETING = "<b>Welcome</b>! Payload: <code>{payload}</code>. Number: <tg-spoiler>4711</tg-spoiler>"
COUNTER = "Counted"


def bot_at(base_url: str) -> Bot:
    """The bot, talking to the sandbox instead of Telegram."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(base_url))
    return Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))


def dispatcher() -> Dispatcher:
    """A dispatcher of its own for every test: a router can have one parent only."""
    bound = Dispatcher()
    bound.message.register(greet, CommandStart())
    bound.message.register(send_album, Command("album"))
    bound.message.register(offer_keys, Command("keys"))
    bound.callback_query.register(count, F.data.startswith("count:"))
    bound.callback_query.register(alert, F.data == "alert")
    bound.message.register(repeat, F.text)
    bound.message.register(name_the_file, F.photo)
    return bound


async def introduce(bot: Bot) -> None:
    """What a person reads before the first contact."""
    await bot.set_my_description("Repeats what you say")
    await bot.set_my_commands(
        [BotCommand(command="album", description="Four pictures"), BotCommand(command="keys", description="A keyboard")]
    )


async def greet(message: Message) -> None:
    payload = (message.text or "").partition(" ")[2] or "none"
    rows = [
        [_button("Count", "count:0", style="primary"), _button("Alert", "alert", style="danger")],
        [_button("Silent", "silent"), InlineKeyboardButton(text="Copy", copy_text=CopyTextButton(text="COPIED-1"))],
        [InlineKeyboardButton(text="Invite", url="https://t.me/otcdesk_bot?start=invited")],
    ]
    await message.answer(GREETING.format(payload=payload), reply_markup=InlineKeyboardMarkup(inline_keyboard=rows))


async def count(query: CallbackQuery) -> None:
    number = int((query.data or "").partition(":")[2]) + 1
    keyboard = InlineKeyboardMarkup(inline_keyboard=[[_button("Count", f"count:{number}")]])
    assert isinstance(query.message, Message)
    await query.message.edit_text(f"{COUNTER} {number}", reply_markup=keyboard)
    await query.answer(f"Now {number}")


async def alert(query: CallbackQuery) -> None:
    await query.answer("Read this first", show_alert=True)


async def send_album(message: Message) -> None:
    album: list[MediaUnion] = [InputMediaPhoto(media=_picture(300 + 90 * index)) for index in range(3)]
    first = InputMediaPhoto(media=_picture(600), caption="Four of them")
    await message.answer_media_group([first, *album])


async def offer_keys(message: Message) -> None:
    rows = [[KeyboardButton(text="Home"), KeyboardButton(text="Orders")]]
    keyboard = ReplyKeyboardMarkup(
        keyboard=rows, resize_keyboard=True, one_time_keyboard=True, input_field_placeholder="Choose below"
    )
    await message.answer("Choose", reply_markup=keyboard)


async def repeat(message: Message) -> None:
    await message.reply(message.html_text)


async def name_the_file(message: Message) -> None:
    await message.reply(f"A photo: {message.caption}")


def _button(text: str, data: str, style: str | None = None) -> InlineKeyboardButton:
    return InlineKeyboardButton(text=text, callback_data=data, style=style)


def _picture(width: int) -> BufferedInputFile:
    return BufferedInputFile(picture_bytes(width), "picture.png")


def picture_bytes(width: int) -> bytes:
    """A PNG the sandbox accepts as a photo."""
    drawn = io.BytesIO()
    Image.new("RGB", (width, 320), (20, 120, 110)).save(drawn, "PNG")
    return drawn.getvalue()
