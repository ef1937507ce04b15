"""Where somebody looked last is where the market opens next time."""

from domain.ads.ports import Look
from domain.kernel.ids import UserId
from domain.work import Work


def remember_look(work: Work, user: UserId, look: Look) -> None:
    """In place of the earlier one."""
    work.looks.put(user, look)
