"""Inline query results: ids, titles and the messages they would send, markup turned into entities."""

from typing import Any

from bot.sandbox.botapi.errors import ApiError, bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.texts import checked_caption, checked_text
from bot.sandbox.keyboards import check_inline_keyboard
from bot.sandbox.world import World
from bot.sandbox.world.files import Files

RESULTS_MAX = 50
ID_MAX_BYTES = 64
_FILE_FIELDS = {
    "photo": ("photo_file_id", "photo_url"),
    "document": ("document_file_id", "document_url"),
}


def checked_results(world: World, given: list[Any] | None) -> list[dict[str, Any]]:
    """The results as clients keep them; the sandbox knows articles, photos and documents."""
    if given is None:
        raise bad_request("results must be specified")
    if len(given) > RESULTS_MAX:
        raise bad_request("too many inline query results specified")
    results = [_result(world, item) for item in given]
    ids = [result["id"] for result in results]
    if len(set(ids)) != len(ids):
        raise bad_request("RESULT_ID_DUPLICATE")
    return results


def _result(world: World, given: Any) -> dict[str, Any]:
    if not isinstance(given, dict):
        raise bad_request("can't parse inline query result: expected an Object")
    item = Params(given)
    result = dict(given)
    result["id"] = item.text("id")
    if not 1 <= len(result["id"].encode()) <= ID_MAX_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    kind = item.text("type")
    if kind not in ("article", *_FILE_FIELDS):
        raise ApiError(501, f"Not Implemented: inline query result of type {kind}")
    if kind in _FILE_FIELDS:
        _require_file(world, item, kind)
    if kind == "article" and not item.text("title").strip():
        raise bad_request('can\'t parse inline query result: field "title" must be non-empty')
    if markup := item.object("reply_markup", called="reply markup"):
        result["reply_markup"] = check_inline_keyboard(markup, "private")
    if message := item.object("input_message_content", called="InputMessageContent"):
        result["input_message_content"] = _message_content(world, message)
    elif kind == "article":
        raise bad_request("can't parse inline query result: input message content is not specified")
    else:
        result.update(_caption(world, item))
    return result


def _require_file(world: World, item: Params, kind: str) -> None:
    by_id, by_url = _FILE_FIELDS[kind]
    if item.has(by_id):
        files: Files = world.files
        if files.find(world.bot.id, item.text(by_id)) is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
    elif not item.has(by_url):
        raise bad_request(f"can't parse inline query result: there is no {kind} specified")


def _message_content(world: World, given: dict[str, Any]) -> dict[str, Any]:
    content = Params(given)
    if not content.has("message_text"):
        raise bad_request("message text is empty")
    text, entities = checked_text(
        world,
        content.text("message_text"),
        content.optional_text("parse_mode"),
        content.array("entities", called="MessageEntity"),
    )
    kept = {name: given[name] for name in ("link_preview_options",) if name in given}
    return {"message_text": text, "entities": entities, **kept}


def _caption(world: World, item: Params) -> dict[str, Any]:
    given = item.array("caption_entities", called="MessageEntity")
    text, entities = checked_caption(world, item.text("caption"), item.optional_text("parse_mode"), given)
    return {"caption": text, "caption_entities": entities}
