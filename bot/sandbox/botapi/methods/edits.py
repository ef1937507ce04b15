"""Edits of the bot's own messages: text, caption, media, keyboard; refused when nothing would change."""

from dataclasses import replace
from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.input_media import input_media
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.sending import inline_keyboard, link_preview
from bot.sandbox.botapi.targets import message_named, writable_chat
from bot.sandbox.botapi.texts import caption, message_text
from bot.sandbox.world import ChatType, Content, Message, World
from bot.sandbox.world.payloads import message_payload

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)

Edited = dict[str, Any] | bool


async def edit_message_text(context: Context, params: Params) -> Edited:
    world = context.world
    message, chat_type = _editable(world, params)
    text, entities = message_text(world, params)
    if message.content.text is None:
        raise bad_request("there is no text in the message to edit")
    content = replace(
        message.content,
        text=text,
        entities=entities,
        link_preview_options=link_preview(params),
        keyboard=inline_keyboard(params, chat_type),
    )
    return _revised(world, message, content)


async def edit_message_caption(context: Context, params: Params) -> Edited:
    world = context.world
    message, chat_type = _editable(world, params)
    text, entities = caption(world, params)
    if message.content.media is None:
        raise bad_request("there is no caption in the message to edit")
    content = replace(
        message.content,
        caption=text,
        caption_entities=entities,
        show_caption_above_media=params.boolean("show_caption_above_media"),
        keyboard=inline_keyboard(params, chat_type),
    )
    return _revised(world, message, content)


async def edit_message_media(context: Context, params: Params) -> Edited:
    """The new media brings its own caption; without one the old caption goes."""
    world = context.world
    message, chat_type = _editable(world, params)
    given = params.object("media", called="InputMedia")
    if given is None:
        raise bad_request("can't parse InputMedia: media not found")
    content = await input_media(context, params, given)
    return _revised(world, message, replace(content, keyboard=inline_keyboard(params, chat_type)))


async def edit_message_reply_markup(context: Context, params: Params) -> Edited:
    """Leaves no edit mark: only what hangs under the message changes."""
    world = context.world
    message, chat_type = _editable(world, params)
    keyboard = inline_keyboard(params, chat_type)
    if keyboard == message.content.keyboard:
        raise bad_request(NOT_MODIFIED)
    world.set_keyboard(message, keyboard)
    return _shown(world, message)


def _editable(world: World, params: Params) -> tuple[Message, str]:
    """The message and the kind of chat its buttons must suit; bots edit their own without time limit."""
    if params.has("inline_message_id"):
        found = world.messages.get_inline(params.text("inline_message_id"))
        if found is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return found, world.chat(found.chat_id).type.value
    chat = writable_chat(world, params)
    if not params.has("message_id"):
        raise bad_request("message identifier is not specified")
    message = message_named(world, chat, params, "edit")
    is_own = message.sender_id == world.bot.id or chat.type is ChatType.CHANNEL
    if not is_own or message.content.service is not None or message.forward_origin is not None:
        raise bad_request("message can't be edited")
    return message, chat.type.value


def _revised(world: World, message: Message, content: Content) -> Edited:
    if content == message.content:
        raise bad_request(NOT_MODIFIED)
    world.revise(message, content)
    return _shown(world, message)


def _shown(world: World, message: Message) -> Edited:
    """Messages sent by inline mode are known to the bot by their inline id alone."""
    return True if message.inline_message_id is not None else message_payload(world, message)


METHODS: dict[str, Method] = {
    "editMessageText": edit_message_text,
    "editMessageCaption": edit_message_caption,
    "editMessageMedia": edit_message_media,
    "editMessageReplyMarkup": edit_message_reply_markup,
}
