"""What the rules need of the proofs' store, and what handlers need of the vault that holds the bytes."""

from dataclasses import dataclass
from typing import Protocol

from domain.kernel.ids import OrderId
from domain.kernel.moments import Instant
from domain.proofs.model import NewProof, Proof


class Proofs(Protocol):
    def count(self, order: OrderId) -> int: ...

    def find(self, order: OrderId, *, source: str, sha256: str) -> Proof | None:
        """The proof that came in this message, or has these bytes."""
        ...

    def add(self, new: NewProof, *, number: int, now: Instant) -> Proof: ...

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
