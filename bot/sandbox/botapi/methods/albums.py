"""Albums: two to ten photos and videos together, documents and audio only among themselves."""

from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.input_media import input_media
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.sending import envelope, put
from bot.sandbox.world.payloads import message_payload

ALBUM_MAX_ITEMS = 10
_MIXING = frozenset({"photo", "video"})


async def send_media_group(context: Context, params: Params) -> list[dict[str, Any]]:
    """A single item passes, as on the official server; it then belongs to no album."""
    given = params.array("media", called="InputMedia")
    if given is None:
        raise bad_request("can't parse media JSON object")
    if not given:
        raise bad_request("there are no messages to send")
    if len(given) > ALBUM_MAX_ITEMS:
        raise bad_request("too many messages to send as an album")
    to = envelope(context.world, params)
    contents = [await input_media(context, params, item) for item in given]
    _require_one_kind([content.media.kind for content in contents if content.media is not None])
    if len({content.show_caption_above_media for content in contents}) > 1:
        raise bad_request("parameter show_caption_above_media must be the same for all messages")
    group_id = None if len(contents) == 1 else str(context.world.fresh_album_id())
    posted = [put(context.world, to, content, media_group_id=group_id) for content in contents]
    return [message_payload(context.world, message) for message in posted]


def _require_one_kind(kinds: list[str]) -> None:
    for kind in kinds:
        if kind == "animation":
            raise bad_request("animation can't be sent as an album item")
        if kind != kinds[0] and not {kind, kinds[0]} <= _MIXING:
            alone = kinds[0] if kinds[0] not in _MIXING else kind
            raise bad_request(f"{alone} can't be mixed with other media types")


METHODS: dict[str, Method] = {"sendMediaGroup": send_media_group}
