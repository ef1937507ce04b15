"""What the rules need to know and keep about trust between people."""

from collections.abc import Sequence
from typing import Protocol

from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant
from domain.trust.model import Mark, Rating, Regard
from domain.users.model import Profile


class Trust(Protocol):
    def regard(self, viewer: UserId, about: UserId, order: OrderId | None) -> Regard:
        """How this viewer sees that person, with the two ratings of this order as far as the viewer may see them."""
        ...

    def are_apart(self, one: UserId, other: UserId) -> bool:
        """Whether either has blocked the other."""
        ...

    def rate(self, order: OrderId, *, by: UserId, about: UserId, rating: Rating, opens_at: Instant) -> None:
        """Keeps a rating for ever. Raises `Refusal` (already-done) for the second one of this side."""
        ...

    def mark(self, by: UserId, about: UserId, mark: Mark | None) -> None:
        """The one mark of this person on that one from now on; None takes it away."""
        ...

    def count_marks(self, by: UserId) -> int: ...

    def marked(self, by: UserId, mark: Mark, *, before: int | None, limit: int) -> Sequence[Profile]:
        """Whom this person has marked so, newest account first; `before` is the account number to go on below."""
        ...

    def marked_one(self, by: UserId, number: int) -> Profile:
        """The person of this account number, if marked by this one. Raises `Refusal` (not-found)."""
        ...
