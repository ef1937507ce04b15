"""An unmodified aiogram bot lives here: every payload passes its models, by polling and by webhook."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramRetryAfter
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    ChatPermissions,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InputMediaDocument,
    InputMediaPhoto,
    InputTextMessageContent,
    Message,
    ReactionTypeEmoji,
    ReplyParameters,
)
from aiogram.webhook.aiohttp_server import SimpleRequestHandler
from aiohttp import web

from bot.sandbox.server import Sandbox
from bot.sandbox.world import Chat, Content, Status, User, World
from bot.sandbox.world.payloads import callback_payload, inline_query_payload
from tests.sandbox.core.caller import TOKEN, png

KEYBOARD = InlineKeyboardMarkup(
    inline_keyboard=[[InlineKeyboardButton(text="Buy", callback_data="buy:1", style="success")]]
)


@pytest.fixture
async def aio(sandbox: Sandbox) -> AsyncIterator[Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.base_url))
    bot = Bot(TOKEN, session=session, default=DefaultBotProperties(parse_mode="HTML"))
    yield bot
    await session.close()


async def test_messages_of_every_kind_pass_its_models(aio: Bot, buyer: User) -> None:
    text = await aio.send_message(buyer.id, "<b>Hello</b> /start", reply_markup=KEYBOARD)
    photo = await aio.send_photo(buyer.id, BufferedInputFile(png(), "a.png"), caption="<i>proof</i>")
    document = await aio.send_document(buyer.id, BufferedInputFile(b"%PDF", "a.pdf"), reply_to_message_id=1)
    album = await aio.send_media_group(
        buyer.id,
        [
            InputMediaPhoto(media=BufferedInputFile(png(), "b.png"), caption="one"),
            InputMediaPhoto(media=photo.photo[-1].file_id),
        ],
    )

    assert [entity.type for entity in text.entities] == ["bold", "bot_command"]
    assert text.reply_markup.model_dump() == KEYBOARD.model_dump()
    assert (photo.photo[-1].width, photo.photo[-1].height) == (4, 3)
    assert document.document.file_name == "a.pdf"
    assert document.reply_to_message.message_id == text.message_id
    assert album[0].media_group_id == album[1].media_group_id is not None


async def test_edits_of_every_kind_pass_its_models(aio: Bot, buyer: User) -> None:
    text = await aio.send_message(buyer.id, "one", reply_markup=KEYBOARD)
    photo = await aio.send_photo(buyer.id, BufferedInputFile(png(), "a.png"))

    edited = await text.edit_text("two")
    with_keyboard = await text.edit_reply_markup(reply_markup=KEYBOARD)
    captioned = await photo.edit_caption(caption="new")
    replaced = await photo.edit_media(InputMediaDocument(media=BufferedInputFile(b"x", "x.txt")))

    assert edited.text == "two"
    assert edited.reply_markup is None
    assert edited.edit_date is not None
    assert with_keyboard.reply_markup.model_dump() == KEYBOARD.model_dump()
    assert captioned.caption == "new"
    assert replaced.document.file_name == "x.txt"


async def test_copies_forwards_pins_and_reactions_work(aio: Bot, buyer: User, cases: Chat) -> None:
    sent = await aio.send_message(buyer.id, "terms")

    copied = await aio.copy_message(cases.id, buyer.id, sent.message_id)
    forwarded = await aio.forward_message(cases.id, buyer.id, sent.message_id)
    many = await aio.copy_messages(cases.id, buyer.id, [sent.message_id, sent.message_id + 50])
    moved = await aio.forward_messages(cases.id, buyer.id, [sent.message_id])
    pinned = await aio.pin_chat_message(cases.id, copied.message_id)
    reacted = await aio.set_message_reaction(buyer.id, sent.message_id, [ReactionTypeEmoji(emoji="👍")])
    full = await aio.get_chat(cases.id)
    unpinned = await aio.unpin_chat_message(cases.id, message_id=copied.message_id)

    assert forwarded.forward_origin.sender_user.id == aio.id
    assert (len(many), len(moved)) == (1, 1)
    assert (pinned, reacted, unpinned) == (True, True, True)
    assert full.pinned_message.message_id == copied.message_id


async def test_files_come_back_byte_for_byte(aio: Bot, buyer: User) -> None:
    content = png(50, 40)

    sent = await aio.send_photo(buyer.id, BufferedInputFile(content, "proof.png"))
    described = await aio.get_file(sent.photo[-1].file_id)
    downloaded = await aio.download_file(described.file_path)

    assert described.file_unique_id == sent.photo[-1].file_unique_id
    assert downloaded.read() == content


async def test_chats_and_members_pass_its_models(aio: Bot, world: World, cases: Chat, buyer: User) -> None:
    member = await aio.get_chat_member(cases.id, buyer.id)
    admins = await aio.get_chat_administrators(cases.id)
    count = await aio.get_chat_member_count(cases.id)
    await aio.restrict_chat_member(cases.id, buyer.id, ChatPermissions(can_send_messages=False))
    restricted = await aio.get_chat_member(cases.id, buyer.id)
    await aio.ban_chat_member(cases.id, buyer.id)
    banned = await aio.get_chat_member(cases.id, buyer.id)
    await aio.unban_chat_member(cases.id, buyer.id)
    link = await aio.create_chat_invite_link(cases.id, name="desk", member_limit=1)
    private = await aio.get_chat(buyer.id)

    assert (member.status, restricted.status, banned.status) == ("member", "restricted", "kicked")
    assert {admin.status for admin in admins} == {"creator", "administrator"}
    assert count == 3
    assert link.member_limit == 1
    assert private.username == "bea"
    assert cases.member(buyer.id).status is Status.LEFT


async def test_topics_pass_its_models(aio: Bot, cases: Chat) -> None:
    topic = await aio.create_forum_topic(cases.id, "Order 1")
    sent = await aio.send_message(cases.id, "in it", message_thread_id=topic.message_thread_id)
    reply = await aio.send_message(
        cases.id, "too", reply_parameters=ReplyParameters(message_id=sent.message_id, quote="in it")
    )
    await aio.edit_forum_topic(cases.id, topic.message_thread_id, name="Order 2")
    await aio.close_forum_topic(cases.id, topic.message_thread_id)
    await aio.reopen_forum_topic(cases.id, topic.message_thread_id)
    deleted = await aio.delete_forum_topic(cases.id, topic.message_thread_id)
    icons = await aio.get_forum_topic_icon_stickers()

    assert sent.is_topic_message
    assert reply.message_thread_id == topic.message_thread_id
    assert reply.quote.text == "in it"
    assert deleted
    assert icons[0].custom_emoji_id is not None


async def test_its_profile_is_kept(aio: Bot, buyer: User) -> None:
    await aio.set_my_commands([BotCommand(command="start", description="Open the desk")])
    await aio.set_my_description("A desk")
    await aio.set_my_short_description("Desk", language_code="en")
    await aio.set_my_name("otc")

    me = await aio.get_me()
    commands = await aio.get_my_commands()
    description = await aio.get_my_description(language_code="ru")
    short = await aio.get_my_short_description(language_code="en")
    name = await aio.get_my_name()
    button = await aio.get_chat_menu_button(buyer.id)
    await aio.delete_my_commands()

    assert (me.id, me.first_name) == (4242, "otc")
    assert commands[0].command == "start"
    assert (description.description, short.short_description, name.name) == ("A desk", "Desk", "otc")
    assert button.type == "commands"
    assert await aio.get_my_commands() == []
    assert await aio.close()
    assert await aio.log_out()


async def test_refusals_become_its_exceptions(sandbox: Sandbox, aio: Bot, buyer: User) -> None:
    with pytest.raises(TelegramBadRequest, match="chat not found"):
        await aio.send_message(99, "hi")
    sandbox.faults.add({"kind": "flood", "retry_after": 7})
    with pytest.raises(TelegramRetryAfter) as caught:
        await aio.send_message(buyer.id, "hi")

    assert caught.value.retry_after == 7


async def test_polling_brings_messages_and_presses(aio: Bot, world: World, buyer: User) -> None:
    dispatcher = Dispatcher()
    answered = asyncio.Event()

    @dispatcher.message()
    async def greet(message: Message) -> None:
        await message.answer("hello", reply_markup=KEYBOARD)

    @dispatcher.callback_query()
    async def answer(press: CallbackQuery) -> None:
        await press.answer(f"done: {press.data}", show_alert=True)
        answered.set()

    async with _running(dispatcher, aio):
        greeted = _next_event(world, "message", user=world.bot.id)
        world.announce(world.post(world.chat(buyer.id), buyer.id, Content(text="/start")))
        shown = await asyncio.wait_for(greeted, 10)
        query = world.queries.open_callback(
            buyer.id, "buy:1", world.clock.now_ms(), chat_id=buyer.id, message_id=shown["message_id"]
        )
        world.emit("callback_query", callback_payload(world, query), buyer.id)
        await asyncio.wait_for(answered.wait(), 10)

    assert (query.answer.text, query.answer.show_alert) == ("done: buy:1", True)


async def test_polling_answers_an_inline_query(aio: Bot, world: World, buyer: User) -> None:
    dispatcher = Dispatcher()
    answered = asyncio.Event()

    @dispatcher.inline_query()
    async def answer(query: object) -> None:
        content = InputTextMessageContent(message_text="<b>Rates</b>", parse_mode="HTML")
        article = InlineQueryResultArticle(id="1", title="Rates", input_message_content=content)
        await query.answer([article], cache_time=1)
        answered.set()

    async with _running(dispatcher, aio):
        asked = world.queries.open_inline(buyer.id, "rates", "", world.clock.now_ms())
        world.emit("inline_query", inline_query_payload(world, asked), buyer.id)
        await asyncio.wait_for(answered.wait(), 10)

    assert asked.results[0]["input_message_content"]["entities"][0]["type"] == "bold"


async def test_webhook_answers_in_its_own_body(sandbox: Sandbox, aio: Bot, world: World, buyer: User) -> None:
    dispatcher = Dispatcher()

    @dispatcher.message()
    async def echo(message: Message) -> object:
        return message.answer_photo(
            BufferedInputFile(png() + bytes(10**6), "chart.png"), caption=f"<b>{message.text}</b>"
        )

    async with _webhook(dispatcher, aio):
        message = world.post(world.chat(buyer.id), buyer.id, Content(text="chart"))
        answered = _next_event(world, "call", method="sendPhoto")
        world.announce(message)
        await asyncio.wait_for(answered, 10)

    last = world.messages.last(buyer.id)
    assert last.content.caption == "chart"
    assert last.content.media.kind == "photo"
    assert len(world.updates.pending) == 0


@asynccontextmanager
async def _running(dispatcher: Dispatcher, aio: Bot) -> AsyncIterator[None]:
    polling = asyncio.create_task(
        dispatcher.start_polling(aio, handle_signals=False, close_bot_session=False, polling_timeout=5)
    )
    try:
        yield
    finally:
        await asyncio.sleep(0)
        await dispatcher.stop_polling()
        await polling


@asynccontextmanager
async def _webhook(dispatcher: Dispatcher, aio: Bot) -> AsyncIterator[None]:
    application = web.Application()
    handler = SimpleRequestHandler(dispatcher, aio, handle_in_background=False, secret_token="s3cret")
    handler.register(application, "/hook")
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await aio.set_webhook(f"http://127.0.0.1:{runner.addresses[0][1]}/hook", secret_token="s3cret")
    try:
        yield
    finally:
        await runner.cleanup()


def _next_event(world: World, kind: str, **details: object) -> asyncio.Future[dict[str, object]]:
    """The next change of that kind, as a future."""
    found: asyncio.Future[dict[str, object]] = asyncio.get_running_loop().create_future()
    wanted = {"type": kind, **details}

    def listen(event: dict[str, object]) -> None:
        if wanted.items() <= event.items() and not found.done():
            found.set_result(event)

    world.listeners.append(listen)
    return found
