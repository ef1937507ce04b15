"""Ratings after a trade and marks on people, as values."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.kernel.moments import DAY

RATING_MS: Final = 7 * DAY
"""How long after its end an order can be rated, and how long a rating stays blind while the other one is missing."""
RATINGS_HEARD: Final = 1_000
"""How many of a person's newest ratings make their standing, so that looking at a big merchant costs no more."""
TAGS_SHOWN: Final = 3
MOST_MARKS: Final = 200


class Verdict(StrEnum):
    """Would one trade with them again?"""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Tag(StrEnum):
    """Why; each has the text `tag-<value>`. A tag belongs to one verdict."""

    FAST = "fast"
    FRIENDLY = "friendly"
    RELIABLE = "reliable"
    SLOW = "slow"
    RUDE = "rude"
    PUSHY = "pushy"


TAGS: Final = {
    Verdict.POSITIVE: (Tag.FAST, Tag.FRIENDLY, Tag.RELIABLE),
    Verdict.NEGATIVE: (Tag.SLOW, Tag.RUDE, Tag.PUSHY),
}
"""The tags of each verdict, in the order in which they are asked and kept."""


class Mark(StrEnum):
    """What somebody thinks of a person for themselves; the person never hears of it."""

    FAVOURITE = "favourite"
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True)
class Rating:
    """What one side said of the other."""

    verdict: Verdict
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """What a person's ratings say together, of those that are no longer blind. `tags` are the most given, first."""

    praised: int = 0
    blamed: int = 0
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class Regard:
    """A person as one viewer may see them. `given` and `received` belong to one order; a blind one is not there.

    `apart` says that one of the two blocked the other, and never which.
    """

    standing: Standing = Standing()
    mark: Mark | None = None
    apart: bool = False
    given: Rating | None = None
    received: Rating | None = None


UNKNOWN: Final = Regard()
"""Nobody said anything yet."""
