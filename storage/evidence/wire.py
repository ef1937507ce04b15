"""How parent and child talk: length-prefixed frames, bounded in both directions.

A request is a claim and the file; a reply is a verdict and, for a picture, its fresh JPEG."""

import json
import struct
from dataclasses import dataclass
from typing import Final

from storage.evidence.cleared import Cleared, Sanitised
from storage.evidence.dhash import DHASH_BYTES
from storage.evidence.proof import (
    PIXELS_LIMIT,
    SIZE_LIMIT_BYTES,
    Fact,
    ProofKind,
    ProofProblem,
    ProofRefused,
)

LENGTH: Final = struct.Struct(">I")
READY: Final = b"ready"
REQUEST_FRAMES: Final = 2
REPLY_FRAMES: Final = 2
FRAME_LIMIT_BYTES: Final = SIZE_LIMIT_BYTES

_FACT_LIMIT_LETTERS: Final = 200


class WireBroken(Exception):
    """The other side did not keep to the protocol; a child that does this is not asked again."""


@dataclass(frozen=True, slots=True)
class Request:
    """A file and what its sender says it is."""

    data: bytes
    claimed_name: str | None
    claimed_mime: str | None


Reply = Cleared | ProofRefused


def frame_length(prefix: bytes) -> int:
    """The announced length, which nobody gets to choose freely; raises WireBroken."""
    (length,) = LENGTH.unpack(prefix)
    if length > FRAME_LIMIT_BYTES:
        raise WireBroken(f"a frame of {length} bytes")
    return int(length)


def framed(frames: list[bytes]) -> list[bytes]:
    """The pieces to write, in order, without gluing the large ones together."""
    return [piece for frame in frames for piece in (LENGTH.pack(len(frame)), frame)]


def request_frames(request: Request) -> list[bytes]:
    claim = {"name": request.claimed_name, "mime": request.claimed_mime}
    return [json.dumps(claim).encode(), request.data]


def parse_request(frames: list[bytes]) -> Request:
    claim = json.loads(frames[0])
    return Request(frames[1], claim["name"], claim["mime"])


def reply_frames(reply: Reply) -> list[bytes]:
    if isinstance(reply, ProofRefused):
        facts = {"refused": reply.reason.value, "value": reply.value, "limit": reply.limit}
        return [json.dumps(facts).encode(), b""]
    made = reply.pictures
    if made is None:
        return [json.dumps({"kind": reply.kind.value}).encode(), b""]
    sides = {"kind": reply.kind.value, "width": made.width, "height": made.height, "dhash": made.dhash.hex()}
    return [json.dumps(sides).encode(), made.viewer]


def parse_reply(frames: list[bytes]) -> Reply:
    """A verdict built field by field, because a decoder taken over by a file could answer anything.

    Raises WireBroken."""
    try:
        verdict = json.loads(frames[0])
        if "refused" in verdict:
            problem = ProofProblem(verdict["refused"])
            return ProofRefused(problem, _fact(verdict["value"]), _fact(verdict["limit"]))
        kind = ProofKind(verdict["kind"])
        if kind is ProofKind.PDF:
            return Cleared(kind, None)
        return Cleared(kind, _pictures(verdict, frames[1]))
    except (ValueError, TypeError, LookupError, RecursionError) as error:
        raise WireBroken("an unreadable verdict") from error


def _pictures(verdict: dict[str, object], viewer: bytes) -> Sanitised:
    width, height = _side(verdict["width"]), _side(verdict["height"])
    dhash = bytes.fromhex(str(verdict["dhash"]))
    if len(dhash) != DHASH_BYTES or width * height > PIXELS_LIMIT:
        raise WireBroken("impossible facts about a picture")
    return Sanitised(width, height, dhash, viewer)


def _side(value: object) -> int:
    if not isinstance(value, int) or value < 1:
        raise WireBroken("a side is a positive whole number")
    return value


def _fact(value: object) -> Fact:
    return value if value is None or isinstance(value, int) else str(value)[:_FACT_LIMIT_LETTERS]
