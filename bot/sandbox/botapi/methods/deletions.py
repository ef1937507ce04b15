"""Deleting messages: the bot's own and a private chat's for two days, anything for an administrator with the right."""

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.targets import message_ids, message_named, readable_chat
from bot.sandbox.world import Chat, ChatType, Message, World

DELETABLE_SECONDS = 48 * 3600


async def delete_message(context: Context, params: Params) -> bool:
    chat = readable_chat(context.world, params)
    message = message_named(context.world, chat, params, "delete")
    refusal = _refusal(context.world, chat, message)
    if refusal is not None:
        raise bad_request(refusal)
    context.world.erase(message)
    return True


async def delete_messages(context: Context, params: Params) -> bool:
    """What is unknown or out of reach is skipped."""
    chat = readable_chat(context.world, params)
    for message_id in message_ids(params, increasing=False):
        message = context.world.messages.get(chat.id, message_id)
        if message is not None and _refusal(context.world, chat, message) is None:
            context.world.erase(message)
    return True


def _refusal(world: World, chat: Chat, message: Message) -> str | None:
    if chat.member(world.bot.id).has_right("can_delete_messages"):
        return None
    reachable = message.sender_id == world.bot.id or chat.type is ChatType.PRIVATE
    if not reachable:
        return "message can't be deleted"
    if world.clock.now() - message.date >= DELETABLE_SECONDS:
        return "message can't be deleted for everyone"
    return None


METHODS: dict[str, Method] = {"deleteMessage": delete_message, "deleteMessages": delete_messages}
