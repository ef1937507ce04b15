"""What all sending methods share: topic, reply, quote, keyboard, protection; then the message itself."""

from dataclasses import dataclass, replace
from typing import Any

from bot.sandbox.botapi.errors import ApiError, bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.targets import require_open, thread_to_write, writable_chat
from bot.sandbox.botapi.texts import marked_up
from bot.sandbox.keyboards import check_reply_markup
from bot.sandbox.world import Chat, ChatType, Content, Message, World
from bot.sandbox.world.payloads import message_payload


@dataclass(frozen=True, slots=True)
class Envelope:
    """Where a message goes and what surrounds its content; made first, so that refusals cost nothing."""

    chat: Chat
    thread_id: int | None = None
    reply_to_id: int | None = None
    quote: dict[str, Any] | None = None
    keyboard: dict[str, Any] | None = None
    reply_keyboard: dict[str, Any] | None = None
    protected: bool = False
    silent: bool = False
    effect_id: str | None = None


def envelope(world: World, params: Params) -> Envelope:
    chat = writable_chat(world, params)
    thread_id = thread_to_write(world, chat, params)
    original, quote = _reply(world, chat, params)
    if original is not None and thread_id is None and original.thread_id is not None:
        thread_id = original.thread_id
        topic = chat.topic(thread_id)
        if topic is not None:
            require_open(world, chat, topic)
    keyboard, reply_keyboard = sent_markup(params, chat)
    return Envelope(
        chat,
        thread_id,
        None if original is None else original.message_id,
        quote,
        keyboard,
        reply_keyboard,
        params.boolean("protect_content"),
        params.boolean("disable_notification"),
        params.text("message_effect_id") or None,
    )


def put(world: World, to: Envelope, content: Content, **details: Any) -> Message:
    """Post as the bot; in a channel the post is the channel's own."""
    return world.post(
        to.chat,
        None if to.chat.type is ChatType.CHANNEL else world.bot.id,
        replace(content, keyboard=to.keyboard),
        thread_id=to.thread_id,
        reply_to_id=to.reply_to_id,
        quote=to.quote,
        reply_keyboard=to.reply_keyboard,
        protected=to.protected,
        silent=to.silent,
        effect_id=to.effect_id,
        **details,
    )


def sent(world: World, to: Envelope, content: Content, **details: Any) -> dict[str, Any]:
    return message_payload(world, put(world, to, content, **details))


def sent_markup(params: Params, chat: Chat) -> tuple[dict[str, Any] | None, dict[str, Any] | None]:
    """The inline keyboard and the other kind; a message carries at most one of them."""
    given = params.object("reply_markup", called="reply markup")
    if given is None:
        return None, None
    checked = check_reply_markup(given, chat.type.value)
    if "inline_keyboard" in checked:
        return (checked if checked["inline_keyboard"] else None), None
    return None, checked or None


def inline_keyboard(params: Params, chat_type: str) -> dict[str, Any] | None:
    """The keyboard of an edit: leaving it out takes the present one away."""
    given = params.object("reply_markup", called="reply markup")
    if given is None:
        return None
    checked = check_reply_markup(given, chat_type)
    if "inline_keyboard" not in checked:
        raise bad_request("inline keyboard expected")
    return checked if checked["inline_keyboard"] else None


def link_preview(params: Params) -> dict[str, Any] | None:
    given = params.object("link_preview_options", called="LinkPreviewOptions")
    if given is None and params.boolean("disable_web_page_preview"):
        return {"is_disabled": True}
    return given or None


def _reply(world: World, chat: Chat, params: Params) -> tuple[Message | None, dict[str, Any] | None]:
    given = params.object("reply_parameters", called="reply parameters") or {
        "message_id": params.integer("reply_to_message_id"),
        "allow_sending_without_reply": params.boolean("allow_sending_without_reply"),
    }
    reply = Params({name.lower(): value for name, value in given.items()})
    message_id = reply.integer("message_id")
    if message_id == 0:
        return None, None
    if reply.has("chat_id") and reply.text("chat_id") not in (str(chat.id), f"@{chat.username}"):
        raise ApiError(501, "Not Implemented: reply_parameters.chat_id of another chat")
    original = world.messages.get(chat.id, message_id)
    if original is None:
        if reply.boolean("allow_sending_without_reply"):
            return None, None
        raise bad_request("message to be replied not found")
    return original, _quote(world, original, reply)


def _quote(world: World, original: Message, reply: Params) -> dict[str, Any] | None:
    """A quote must stand in the message word for word."""
    if not reply.has("quote"):
        return None
    given = reply.array("quote_entities", called="MessageEntity")
    text, entities = marked_up(world, reply.text("quote"), reply.optional_text("quote_parse_mode"), given)
    content = original.content
    whole = content.text or content.caption or ""
    if not text or text not in whole:
        raise bad_request("QUOTE_TEXT_INVALID")
    position = len(whole[: whole.index(text)].encode("utf-16-le")) // 2
    quote: dict[str, Any] = {"text": text, "position": position, "is_manual": True}
    return quote | ({"entities": entities} if entities else {})
