"""Reading a stranger's body up to a limit, however many pieces it comes in."""

from aiohttp import StreamReader


async def read_at_most(stream: StreamReader, limit_bytes: int) -> bytes | None:
    """The whole body, or None when it is longer than the limit."""
    pieces = bytearray()
    while piece := await stream.read(limit_bytes + 1 - len(pieces)):
        pieces += piece
        if len(pieces) > limit_bytes:
            return None
    return bytes(pieces)
