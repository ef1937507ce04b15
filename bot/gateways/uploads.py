"""Fetches what people uploaded. aiogram's own download puts the token into its error texts; this one does not."""

from typing import Final

import aiohttp
from aiogram import Bot

from domain.kernel.refusal import Refusal, Rule
from domain.proofs.ports import Uploads

LARGEST_BYTES: Final = 20 * 1024 * 1024
FETCH_SECONDS: Final = 30
_CHUNK: Final = 256 * 1024


class TelegramUploads(Uploads):
    """Reads files from the Bot API's file server, never more than it is allowed to."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def fetch(self, file_id: str, *, size_bytes: int | None) -> bytes:
        """See the port."""
        if size_bytes is not None and size_bytes > LARGEST_BYTES:
            raise _too_big(size_bytes)
        file = await self._bot.get_file(file_id)
        if file.file_path is None:
            raise Refusal(Rule.FILE_GONE)
        address = self._bot.session.api.file_url(self._bot.token, file.file_path)
        session = await self._bot.session.create_session()  # type: ignore[attr-defined]
        try:
            async with session.get(address, timeout=aiohttp.ClientTimeout(total=FETCH_SECONDS)) as response:
                if response.status != 200:
                    raise Refusal(Rule.FILE_GONE)
                return await _bounded(response, size_bytes)
        except (aiohttp.ClientError, TimeoutError):
            raise Refusal(Rule.FILE_GONE) from None


async def _bounded(response: aiohttp.ClientResponse, expected: int | None) -> bytes:
    data = bytearray()
    async for chunk in response.content.iter_chunked(_CHUNK):
        data += chunk
        if len(data) > LARGEST_BYTES:
            raise _too_big(len(data))
    if expected is not None and len(data) != expected:
        raise Refusal(Rule.FILE_GONE)
    return bytes(data)


def _too_big(size_bytes: int) -> Refusal:
    return Refusal(Rule.FILE_TOO_BIG, value=size_bytes, limit=LARGEST_BYTES)
