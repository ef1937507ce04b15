"""Which messages of a chat reach the bot: everything in private, little in groups under privacy mode."""

from typing import TYPE_CHECKING

from bot.sandbox.world.chats import Chat, ChatType
from bot.sandbox.world.messages import Message

if TYPE_CHECKING:
    from bot.sandbox.world.world import World


def bot_sees(world: "World", chat: Chat, message: Message) -> bool:
    if message.sender_id == world.bot.id:
        return message.content.service is not None
    if chat.type is ChatType.PRIVATE:
        return True
    own = chat.member(world.bot.id)
    if chat.type is ChatType.CHANNEL:
        return own.is_admin
    if not own.is_present:
        return _tells_the_bot_left(world, message)
    return own.is_admin or world.profile.reads_all_group_messages or _is_meant_for_bot(world, message)


def _tells_the_bot_left(world: "World", message: Message) -> bool:
    gone = (message.content.service or {}).get("left_chat_member") or {}
    return bool(gone.get("id") == world.bot.id)


def _is_meant_for_bot(world: "World", message: Message) -> bool:
    """Service messages, commands, the bot's mentions, replies to it and what was sent through it."""
    if message.content.service is not None or message.via_bot_id == world.bot.id:
        return True
    if message.reply_to_id is not None:
        original = world.messages.get(message.chat_id, message.reply_to_id)
        if original is not None and original.sender_id == world.bot.id:
            return True
    text = message.content.text or message.content.caption or ""
    own_name = f"@{world.bot.username}".lower()
    if own_name in text.lower():
        return True
    if not text.startswith("/"):
        return False
    command = text.split(maxsplit=1)[0]
    return "@" not in command
