"""A draft: what one person has typed and chosen so far."""

from collections.abc import Mapping
from dataclasses import dataclass

from domain.kernel.ids import UserId
from domain.kernel.moments import Instant


@dataclass(frozen=True, slots=True)
class Draft:
    """One person's open form. `values` holds the raw answers by field; `token` makes its confirmation happen once.

    `message` is the Telegram message on which the form is drawn.
    """

    user: UserId
    form: str
    step: str
    values: Mapping[str, str]
    token: str
    message: int | None
    touched_at: Instant
