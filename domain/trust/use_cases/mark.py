"""Somebody favours or blocks a person, or takes that back."""

from domain.kernel.ids import UserId
from domain.kernel.refusal import Refusal, Rule
from domain.trust.model import MOST_MARKS, Mark
from domain.work import Work


def mark(work: Work, actor: UserId, about: UserId, wanted: Mark | None) -> None:
    """One mark at a time: a new one replaces the old one, None takes it away.

    Raises `Refusal`: not-found for oneself, too-many-marks.
    """
    if actor == about:
        raise Refusal(Rule.NOT_FOUND)
    count = 0 if wanted is None else work.trust.count_marks(actor)
    if count >= MOST_MARKS:
        raise Refusal(Rule.TOO_MANY_MARKS, value=count, limit=MOST_MARKS)
    work.trust.mark(actor, about, wanted)
