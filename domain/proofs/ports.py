"""What the rules need of the proofs' store, and what handlers need of the vault that holds the bytes."""

from dataclasses import dataclass
from typing import Protocol

from domain.kernel.ids import OrderId
from domain.kernel.moments import Instant
from domain.proofs.model import Likeness, Match, NewProof, Proof
from domain.proofs.radar import Candidate


@dataclass(frozen=True, slots=True)
class OnFile:
    """How many proofs an order has, and the radar's strongest hint about any of them."""

    count: int
    likeness: Likeness | None


class Proofs(Protocol):
    def count(self, order: OrderId) -> int: ...

    def on_file(self, order: OrderId) -> OnFile: ...

    def find(self, order: OrderId, *, source: str, sha256: str) -> Proof | None:
        """The proof that came in this message, or has these bytes."""
        ...

    def alike(self, new: NewProof) -> tuple[Candidate, ...]:
        """Proofs of other orders with the same bytes, the same Telegram file or a common mark; a bounded number."""
        ...

    def add(self, new: NewProof, *, number: int, match: Match | None, now: Instant) -> Proof: ...

    def of_order(self, order: OrderId) -> tuple[Proof, ...]:
        """Every proof of an order, oldest first."""
        ...


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """An upload that passed every check and lies sealed in the vault; `viewer` is the hash of its clean picture."""

    sha256: str
    kind: str
    size_bytes: int
    viewer: str | None
    dhash: bytes | None


class Vault(Protocol):
    """Outside every transaction: checking a file and fetching bytes may take a while."""

    async def accept(self, data: bytes, *, name: str | None, mime: str | None) -> CheckedFile:
        """Checks, re-encodes and seals one upload. Raises `Refusal` (the file-… rules)."""
        ...

    async def picture(self, sha256: str) -> bytes:
        """The clean JPEG under this hash. Raises `Refusal` (file-gone)."""
        ...


class Uploads(Protocol):
    async def fetch(self, file_id: str, *, size_bytes: int | None) -> bytes:
        """The bytes behind a Telegram file id, at most 20 MB. Raises `Refusal` (file-too-big, file-gone)."""
        ...
