"""What the rules need of the chat's store."""

from typing import Protocol

from domain.chat.model import Line, NewLine
from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant


class Lines(Protocol):
    def find(self, source: str) -> Line | None:
        """The line that came in this Telegram message."""
        ...

    def get(self, order: OrderId, number: int) -> Line:
        """Raises `Refusal` (not-found)."""
        ...

    def count_since(self, by: UserId, since: Instant) -> int:
        """How many lines this person said since then, in all orders."""
        ...

    def add(self, new: NewLine, now: Instant) -> Line:
        """The line under the next number of its order, which the caller holds locked."""
        ...

    def newest(self, order: OrderId, limit: int) -> tuple[Line, ...]:
        """The newest lines, oldest first."""
        ...
