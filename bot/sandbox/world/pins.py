"""Pinned messages of a chat, newest first as the bar on top shows them."""

from typing import TYPE_CHECKING

from bot.sandbox.world.chats import Chat
from bot.sandbox.world.messages import Message
from bot.sandbox.world.payloads import message_payload

if TYPE_CHECKING:
    from bot.sandbox.world.world import World


def pin(world: "World", chat: Chat, message: Message, *, actor_id: int | None) -> None:
    """Pinning again moves a message to the front; every pin leaves a grey line."""
    if message.message_id in chat.pinned:
        chat.pinned.remove(message.message_id)
    chat.pinned.insert(0, message.message_id)
    shown = message_payload(world, message, with_reply=False)
    world.post_service(chat, actor_id, {"pinned_message": shown}, thread_id=message.thread_id)
    world.changed({"type": "chat", "chat": chat.id})


def unpin(world: "World", chat: Chat, message_id: int | None) -> bool:
    """Without an id the most recent pin goes. False when there was nothing to unpin."""
    wanted = chat.pinned[:1] if message_id is None else [pin for pin in chat.pinned if pin == message_id]
    if not wanted:
        return False
    chat.pinned.remove(wanted[0])
    world.changed({"type": "chat", "chat": chat.id})
    return True


def unpin_all(world: "World", chat: Chat) -> None:
    chat.pinned.clear()
    world.changed({"type": "chat", "chat": chat.id})
