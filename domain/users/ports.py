"""What the rules need to know and keep about people."""

from typing import Protocol

from domain.kernel.ids import UserId
from domain.users.model import Profile, Record, User


class Users(Protocol):
    def find(self, user: UserId) -> User | None:
        """The account of this Telegram user id, if they ever pressed start."""
        ...

    def get(self, user: UserId) -> User:
        """As `find`. Raises `Refusal` (not-registered)."""
        ...

    def add(self, user: UserId, *, alias: str, language: str) -> User:
        """A new account; the existing one when there is one already."""
        ...

    def rename(self, user: UserId, alias: str) -> None: ...

    def speak(self, user: UserId, language: str) -> None: ...

    def pay_as(self, user: UserId, payer_name: str) -> None: ...

    def make_merchant(self, user: UserId, *, is_merchant: bool) -> None: ...

    def profile(self, user: UserId) -> Profile:
        """What others see. Raises `Refusal` (not-registered)."""
        ...

    def count(self, user: UserId, change: Record) -> None:
        """Adds the numbers of one ended order to the person's record."""
        ...
