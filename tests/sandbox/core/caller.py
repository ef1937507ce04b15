"""A bot reduced to its calls: every test speaks to the sandbox over HTTP, as any bot library does."""

import io
import json
import struct
import zlib
from dataclasses import dataclass
from typing import Any

import aiohttp

TOKEN = "4242:TEST-token"

BAD = "Bad Request: "


@dataclass(frozen=True)
class Caller:
    session: aiohttp.ClientSession
    base_url: str
    token: str = TOKEN

    def url(self, method: str) -> str:
        return f"{self.base_url}/bot{self.token}/{method}"

    async def raw(self, method: str, **params: Any) -> dict[str, Any]:
        """The whole answer, refusal or not."""
        async with self.session.post(self.url(method), json=params) as response:
            return await response.json()

    async def ok(self, method: str, **params: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.raw(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def refused(self, method: str, **params: Any) -> str:
        """The description of a call that must be refused."""
        answer = await self.raw(method, **params)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def upload(self, method: str, files: dict[str, tuple[str, bytes]], **params: Any) -> dict[str, Any]:
        """A multipart call; nested values travel as JSON text."""
        form = aiohttp.FormData()
        for name, value in params.items():
            form.add_field(name, value if isinstance(value, str) else json.dumps(value))
        for name, (file_name, content) in files.items():
            form.add_field(name, io.BytesIO(content), filename=file_name)
        async with self.session.post(self.url(method), data=form) as response:
            return await response.json()


def png(width: int = 4, height: int = 3) -> bytes:
    """A real picture of one colour."""
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    rows = zlib.compress(b"".join(b"\0" + bytes(width) for _ in range(height)))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", rows) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    checksum = struct.pack(">I", zlib.crc32(kind + body))
    return struct.pack(">I", len(body)) + kind + body + checksum
