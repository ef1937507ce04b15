"""The bytes behind a file a person sees."""

from __future__ import annotations

from urllib.parse import quote

from aiohttp import web

from bot.sandbox.sim.asked import Asked, Refused

_SHOWN_INSIDE = {"image/jpeg", "image/png", "image/webp", "image/gif", "audio/ogg", "audio/mpeg", "video/mp4"}


async def download(asked: Asked) -> web.Response:
    """Pictures and sound are shown in place, anything else is handed over as a download: it may be hostile."""
    file = asked.world.files.find(asked.world.bot.id, asked.path["file"])
    if file is None:
        raise Refused("there is no such file", 404)
    mime_type = file.mime_type or ("image/jpeg" if file.kind == "photo" else "application/octet-stream")
    inside = mime_type in _SHOWN_INSIDE
    name = quote(file.file_name or f"file_{file.key}", safe="")
    headers = {
        "Content-Type": mime_type if inside else "application/octet-stream",
        "Content-Disposition": f"{'inline' if inside else 'attachment'}; filename*=UTF-8''{name}",
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, max-age=3600",
    }
    return web.Response(body=file.content, headers=headers)
