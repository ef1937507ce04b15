"""What the rules need of the proofs' store."""

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
