"""getFile: the path a file can be downloaded under."""

from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.world.files import file_unique_id, size_letter

DOWNLOAD_MAX_BYTES = 20 * 1024 * 1024


async def get_file(context: Context, params: Params) -> dict[str, Any]:
    """The link stays good as long as the sandbox runs."""
    file_id = params.text("file_id")
    if not file_id:
        raise bad_request("file_id is empty")
    file = context.world.files.find(context.world.bot.id, file_id)
    if file is None:
        raise bad_request("invalid file_id")
    if file.size > DOWNLOAD_MAX_BYTES:
        raise bad_request("file is too big")
    return {
        "file_id": file_id,
        "file_unique_id": file_unique_id(file, size_letter(file_id)),
        "file_size": file.size,
        "file_path": file.path,
    }


METHODS: dict[str, Method] = {"getFile": get_file}
