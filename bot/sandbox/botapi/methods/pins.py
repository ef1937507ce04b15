"""Pinning and unpinning messages."""

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.targets import message_named, readable_chat
from bot.sandbox.world import Chat, ChatType, World, pins


async def pin_chat_message(context: Context, params: Params) -> bool:
    chat = _pinnable_chat(context.world, params)
    message = message_named(context.world, chat, params, "pin")
    if message.content.service is not None:
        raise bad_request("a service message can't be pinned")
    actor_id = None if chat.type is ChatType.CHANNEL else context.world.bot.id
    pins.pin(context.world, chat, message, actor_id=actor_id)
    return True


async def unpin_chat_message(context: Context, params: Params) -> bool:
    chat = _pinnable_chat(context.world, params)
    message_id = params.integer("message_id") if params.has("message_id") else None
    if not pins.unpin(context.world, chat, message_id):
        raise bad_request("message to unpin not found")
    return True


async def unpin_all_chat_messages(context: Context, params: Params) -> bool:
    pins.unpin_all(context.world, _pinnable_chat(context.world, params))
    return True


def _pinnable_chat(world: World, params: Params) -> Chat:
    chat = readable_chat(world, params)
    if chat.type is ChatType.PRIVATE:
        return chat
    right = "can_edit_messages" if chat.type is ChatType.CHANNEL else "can_pin_messages"
    if not chat.member(world.bot.id).has_right(right):
        raise bad_request("not enough rights to manage pinned messages in the chat")
    return chat


METHODS: dict[str, Method] = {
    "pinChatMessage": pin_chat_message,
    "unpinChatMessage": unpin_chat_message,
    "unpinAllChatMessages": unpin_all_chat_messages,
}
