"""Files named by a call: uploaded, attached, sent before or lying at a URL; checked as Telegram checks them."""

from typing import Any

from bot.sandbox.botapi.context import Context
from bot.sandbox.botapi.errors import ApiError, bad_request
from bot.sandbox.botapi.images import image_size
from bot.sandbox.botapi.params import Params, Upload
from bot.sandbox.world.files import StoredFile

PHOTO_MAX_BYTES = 10 * 1024 * 1024
UPLOAD_MAX_BYTES = 50 * 1024 * 1024
PHOTO_URL_MAX_BYTES = 5 * 1024 * 1024
FILE_URL_MAX_BYTES = 20 * 1024 * 1024
PHOTO_MAX_SIDES = 10_000
PHOTO_MAX_RATIO = 20


async def named_file(context: Context, params: Params, field: str, kind: str) -> StoredFile:
    """The file in a field of the call: the part of that name, or whatever its value leads to."""
    upload = params.uploads.get(field)
    if upload is not None:
        return stored_upload(context, upload, kind)
    if not params.has(field):
        raise bad_request(f"there is no {field} in the request")
    return await referred_file(context, params, params.text(field), kind, missing=f"there is no {field} in the request")


async def referred_file(context: Context, params: Params, reference: Any, kind: str, *, missing: str) -> StoredFile:
    """What a text names: `attach://part`, a URL, or a file_id of this bot."""
    if not isinstance(reference, str) or not reference:
        raise bad_request(missing)
    if reference.startswith("attach://"):
        upload = params.uploads.get(reference.removeprefix("attach://").lower())
        if upload is None:
            raise bad_request(missing)
        return stored_upload(context, upload, kind)
    if reference.startswith(("http://", "https://")):
        return await _fetched(context, reference, kind)
    found = context.world.files.find(context.world.bot.id, reference)
    if found is None:
        raise bad_request("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
    if found.kind != kind:
        raise bad_request(f"can't use file of type {found.kind.capitalize()} as {kind.capitalize()}")
    return found


def stored_upload(context: Context, upload: Upload, kind: str) -> StoredFile:
    """Check new bytes and keep them. The MIME type of a part beats what the name suggests."""
    if not upload.content:
        raise bad_request("file must be non-empty")
    if len(upload.content) > UPLOAD_MAX_BYTES:
        raise ApiError(413, "Request Entity Too Large")
    width, height = _photo_dimensions(upload.content) if kind == "photo" else (0, 0)
    mime_type = None if upload.mime_type == "application/octet-stream" else upload.mime_type
    return context.world.files.add(
        kind, upload.content, file_name=upload.file_name, mime_type=mime_type, width=width, height=height
    )


def _photo_dimensions(content: bytes) -> tuple[int, int]:
    if len(content) > PHOTO_MAX_BYTES:
        size = len(content)
        raise bad_request(
            f"file of size {size} bytes is too big for a photo; the maximum size is {PHOTO_MAX_BYTES} bytes"
        )
    found = image_size(content)
    if found is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = found
    too_long = max(found) > PHOTO_MAX_RATIO * min(found)
    if min(found) == 0 or too_long or width + height > PHOTO_MAX_SIDES:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return width, height


async def _fetched(context: Context, url: str, kind: str) -> StoredFile:
    limit_bytes = PHOTO_URL_MAX_BYTES if kind == "photo" else FILE_URL_MAX_BYTES
    content = await context.fetch(url, limit_bytes)
    name = url.partition("?")[0].rstrip("/").rpartition("/")[2] or "file"
    if kind == "photo" and image_size(content) is None:
        raise bad_request("wrong type of the web page content")
    return stored_upload(context, Upload(name, content, None), kind)
