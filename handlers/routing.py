"""The way in: one router, four handlers, every filter async."""

from typing import Final

from aiogram import Bot, Router
from aiogram.filters import Filter
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from handlers.home.membership import on_membership
from handlers.market.inline import on_inline
from handlers.messages import on_message
from handlers.middlewares.again import Again
from handlers.middlewares.errors import Errors
from handlers.middlewares.people import People
from handlers.middlewares.throttle import Throttle
from handlers.switchboard import on_press

ALLOWED_UPDATES: Final = ("message", "callback_query", "my_chat_member", "inline_query")


class PrivateMessage(Filter):
    """Groups and channels are not spoken to, and an ad card sent here by inline mode is no answer to anything."""

    async def __call__(self, message: Message, bot: Bot) -> bool:
        is_own_card = message.via_bot is not None and message.via_bot.id == bot.id
        return message.chat.type == "private" and not is_own_card


class PrivatePress(Filter):
    """Presses on our messages in a private chat."""

    async def __call__(self, query: CallbackQuery) -> bool:
        return query.message is not None and query.message.chat.type == "private"


class PrivateMembership(Filter):
    """Blocking and letting in, not what happens to us in groups."""

    async def __call__(self, event: ChatMemberUpdated) -> bool:
        return event.chat.type == "private"


def build_router() -> Router:
    """A new router each time, because aiogram attaches one only once.

    Expects in the workflow data: desk, redraw, texts, vault, uploads and aiogram's bot.
    """
    router = Router(name="chat")
    router.message.register(on_message, PrivateMessage())
    router.callback_query.register(on_press, PrivatePress())
    router.my_chat_member.register(on_membership, PrivateMembership())
    router.inline_query.register(on_inline)
    throttle = Throttle()
    router.my_chat_member.middleware(Errors())
    router.inline_query.middleware(Errors())
    router.inline_query.middleware(throttle)
    for observer in (router.message, router.callback_query):
        observer.middleware(Errors())
        observer.middleware(throttle)
        observer.middleware(People())
        observer.middleware(Again())
    return router
