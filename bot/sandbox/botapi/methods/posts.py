"""Single messages: text, photo, document, and the line that says the bot is typing."""

from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.media import named_file
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.sending import envelope, link_preview, sent
from bot.sandbox.botapi.targets import require_permission, thread_to_write, writable_chat
from bot.sandbox.botapi.texts import caption, message_text
from bot.sandbox.world import Content, Media

CHAT_ACTIONS = frozenset(
    {
        *("typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice"),
        *("upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note"),
    }
)


async def send_message(context: Context, params: Params) -> dict[str, Any]:
    to = envelope(context.world, params)
    text, entities = message_text(context.world, params)
    content = Content(text=text, entities=entities, link_preview_options=link_preview(params))
    return sent(context.world, to, content)


async def send_photo(context: Context, params: Params) -> dict[str, Any]:
    return await _send_file(context, params, "photo", "can_send_photos", "send photos to the chat")


async def send_document(context: Context, params: Params) -> dict[str, Any]:
    return await _send_file(context, params, "document", "can_send_documents", "send documents to the chat")


async def send_chat_action(context: Context, params: Params) -> bool:
    chat = writable_chat(context.world, params)
    thread_id = thread_to_write(context.world, chat, params)
    action = params.text("action").lower()
    if action not in CHAT_ACTIONS:
        raise bad_request("wrong parameter action in request")
    context.world.show_action(chat.id, action, thread_id=thread_id)
    return True


async def _send_file(context: Context, params: Params, kind: str, permission: str, to_do: str) -> dict[str, Any]:
    to = envelope(context.world, params)
    require_permission(context.world, to.chat, permission, to_do)
    text, entities = caption(context.world, params)
    file = await named_file(context, params, kind, kind)
    content = Content(
        media=Media(kind, file.key, params.boolean("has_spoiler")),
        caption=text,
        caption_entities=entities,
        show_caption_above_media=params.boolean("show_caption_above_media"),
    )
    return sent(context.world, to, content)


METHODS: dict[str, Method] = {
    "sendMessage": send_message,
    "sendPhoto": send_photo,
    "sendDocument": send_document,
    "sendChatAction": send_chat_action,
}
