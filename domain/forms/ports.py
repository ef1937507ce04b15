"""Where drafts are kept: one per person."""

from typing import Protocol

from domain.forms.model import Draft
from domain.kernel.ids import UserId


class Drafts(Protocol):
    def find(self, user: UserId) -> Draft | None: ...

    def put(self, draft: Draft) -> None:
        """Keeps this draft in place of any earlier one of the same person."""
        ...

    def drop(self, user: UserId) -> None: ...
