"""InputMedia objects, the parts of albums and of media edits, turned into message contents."""

from typing import Any

from bot.sandbox.botapi.context import Context
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.media import referred_file
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.texts import checked_caption
from bot.sandbox.world import Content, Media

KINDS = frozenset({"photo", "video", "document", "audio", "animation"})


async def input_media(context: Context, params: Params, given: Any) -> Content:
    """Files come as parts of the call that `attach://` names; each item parses its own caption."""
    if not isinstance(given, dict):
        raise bad_request("can't parse InputMedia: expected an Object")
    item = Params({name.lower(): value for name, value in given.items()})
    kind = item.text("type").lower()
    if kind not in KINDS:
        raise bad_request("can't parse InputMedia: type must be one of animation, audio, document, photo, video")
    file = await referred_file(
        context, params, given.get("media"), kind, missing="can't parse InputMedia: media not found"
    )
    text, entities = checked_caption(
        context.world,
        item.text("caption"),
        item.optional_text("parse_mode"),
        item.array("caption_entities", called="MessageEntity"),
    )
    return Content(
        media=Media(kind, file.key, item.boolean("has_spoiler")),
        caption=text,
        caption_entities=entities,
        show_caption_above_media=item.boolean("show_caption_above_media"),
    )
