"""People meet an unmodified aiogram bot that polls the sandbox: press, see, wait by settle alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import suppress

import pytest
from aiogram import Bot, Dispatcher, F
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramNetworkError
from aiogram.filters import CommandStart
from aiogram.filters.command import CommandObject
from aiogram.types import CallbackQuery, InlineKeyboardButton, InlineKeyboardMarkup, Message

from tests.sandbox.people.conftest import TOKEN
from tests.sandbox.people.test_sending import PICTURE
from tests.support.sandbox import SandboxClient

PAY = InlineKeyboardMarkup(
    inline_keyboard=[
        [InlineKeyboardButton(text="I have paid", callback_data="paid", style="success")],
        [InlineKeyboardButton(text="Cancel", callback_data="cancel", style="danger")],
    ]
)
TRIES = 3


def desk() -> Dispatcher:
    """A desk in miniature: a card, a press, a proof."""
    dispatcher = Dispatcher()

    async def welcome(message: Message, command: CommandObject) -> None:
        await message.answer(f"<b>Order {command.args or 'none'}</b>", parse_mode="HTML", reply_markup=PAY)

    async def paid(press: CallbackQuery, bot: Bot) -> None:
        assert press.message is not None
        for _ in range(TRIES):
            with suppress(TelegramNetworkError):
                card = press.message
                await bot.edit_message_text(text="Send the proof", chat_id=card.chat.id, message_id=card.message_id)
                break
        await press.answer("Thank you")

    async def proof(message: Message) -> None:
        await message.reply("Proof received")

    dispatcher.message.register(welcome, CommandStart())
    dispatcher.callback_query.register(paid, F.data == "paid")
    dispatcher.message.register(proof, F.photo)
    return dispatcher


@pytest.fixture
async def bot(sandbox: SandboxClient) -> AsyncIterator[Bot]:
    """Polls until the test is over."""
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.base_url))
    bot = Bot(TOKEN, session=session)
    dispatcher = desk()
    polling = asyncio.create_task(dispatcher.start_polling(bot, handle_signals=False, polling_timeout=5))
    yield bot
    await dispatcher.stop_polling()
    await polling


async def test_buyer_pays_and_proves(sandbox: SandboxClient, bot: Bot) -> None:
    buyer = await sandbox.person("buyer")
    await buyer.start("D7K2")
    await buyer.sees("Order D7K2", [["I have paid"], ["Cancel"]])
    await buyer.press("I have paid")
    toast = await buyer.answer()
    await buyer.sees("Send the proof", [])
    await buyer.send_photo(PICTURE)
    received = await buyer.sees("Proof received")

    assert toast["text"] == "Thank you"
    assert received["reply_to"]["text"] == "Photo"
    assert await sandbox.unanswered_callbacks() == []
    assert await sandbox.refused_calls() == []


async def test_lost_answer_leads_to_a_second_try(sandbox: SandboxClient, bot: Bot) -> None:
    buyer = await sandbox.person("buyer")
    await buyer.start()
    await buyer.sees("Order none")
    await sandbox.faults("lost_answer", method="editMessageText", times=1)

    await buyer.press("I have paid")
    await sandbox.settle(quiet_ms=300)

    tried = [call["status"] for call in await sandbox.calls("editMessageText")]
    assert tried[0] == 0
    assert (await buyer.messages())[-1]["text"] == "Send the proof"


async def test_repeated_update_is_handled_twice_by_a_naive_bot(sandbox: SandboxClient, bot: Bot) -> None:
    buyer = await sandbox.person("buyer")
    await sandbox.faults("update_duplicate", times=1)

    await buyer.start()
    await sandbox.settle(quiet_ms=300)

    assert [message["text"] for message in await buyer.messages()] == ["/start", "Order none", "Order none"]
