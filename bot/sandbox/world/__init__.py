"""The simulated Telegram behind the protocol: people, chats, messages, files and the bot's updates."""

from bot.sandbox.world.chats import Chat, ChatType, Member, Status, Topic
from bot.sandbox.world.messages import Content, Media, Message
from bot.sandbox.world.users import User
from bot.sandbox.world.world import World

__all__ = ["Chat", "ChatType", "Content", "Media", "Member", "Message", "Status", "Topic", "User", "World"]
