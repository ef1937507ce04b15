"""Somebody blocks the bot or lets it back in. The first shows itself at the next notice; the second must be heard."""

from aiogram.enums import ChatMemberStatus
from aiogram.types import ChatMemberUpdated

from domain.kernel.ids import UserId
from domain.notices.use_cases.come_back import come_back
from domain.work import Desk


async def on_membership(event: ChatMemberUpdated, desk: Desk) -> None:
    """In a private chat the person is the chat, and "member" means that the bot may write."""
    if event.new_chat_member.status == ChatMemberStatus.MEMBER:
        await desk.write(come_back, UserId(event.chat.id))
