"""What the rest of the desk sees of a payment proof: the accepted facts or one reason why not."""

from dataclasses import dataclass
from enum import Enum
from typing import Final

SIZE_LIMIT_BYTES: Final = 20 * 1024 * 1024
"""The most a bot may download from Telegram; a larger file can't have come through the chat."""

PIXELS_LIMIT: Final = 20_000_000
SIDE_LIMIT_PX: Final = 16_384
PAGES_LIMIT: Final = 50
VIEWER_SIDE_LIMIT_PX: Final = 2_560


class ProofKind(Enum):
    """Everything a bank app can export and our small set of parsers can vouch for."""

    JPEG = "jpeg"
    PNG = "png"
    WEBP = "webp"
    PDF = "pdf"


class ProofProblem(Enum):
    """Why a file was not taken; the chat has one sentence for each."""

    EMPTY = "empty"
    TOO_BIG = "too_big"
    TOO_MANY_PIXELS = "too_many_pixels"
    TOO_MANY_PAGES = "too_many_pages"
    WRONG_TYPE = "wrong_type"
    TYPE_MISMATCH = "type_mismatch"
    TRUNCATED = "truncated"
    POLYGLOT = "polyglot"
    ANIMATED = "animated"
    ACTIVE_PDF = "active_pdf"
    ENCRYPTED_PDF = "encrypted_pdf"
    UNREADABLE = "unreadable"
    TIMEOUT = "timeout"
    BUSY = "busy"


Fact = int | str | None


class ProofRefused(Exception):
    """The file can't be a proof. `value` is what was found, `limit` what would have been fine."""

    def __init__(self, reason: ProofProblem, value: Fact = None, limit: Fact = None) -> None:
        super().__init__(reason.value, value, limit)
        self.reason = reason
        self.value = value
        self.limit = limit

    def __str__(self) -> str:
        return f"{self.reason.value}: found {self.value!r}, allowed {self.limit!r}"


@dataclass(frozen=True, slots=True)
class Proof:
    """An accepted proof. Sides are those of the upright original; a PDF has no pictures and no hash.

    `dhash` is 256 bits for a moderator's hint about a reused receipt; it never decides anything."""

    sha256: str
    kind: ProofKind
    size_bytes: int
    width: int | None
    height: int | None
    dhash: bytes | None
    viewer_sha256: str | None
