"""Where drafts are kept: one per person, found together with whose it is."""

from typing import Protocol

from domain.forms.model import Draft
from domain.kernel.ids import UserId
from domain.users.model import User


class Drafts(Protocol):
    def find(self, user: UserId) -> Draft | None: ...

    def put(self, draft: Draft) -> None:
        """Keeps this draft in place of any earlier one of the same person."""
        ...

    def drop(self, user: UserId) -> None: ...


class Visitors(Protocol):
    def find(self, user: UserId) -> tuple[User, Draft | None] | None:
        """The account of this Telegram user id and the form they have open, in one look; every update asks for both."""
        ...
