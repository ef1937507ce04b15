"""Somebody lets the bot write to them again."""

from domain.kernel.ids import UserId
from domain.work import Work


def come_back(work: Work, person: UserId) -> int:
    """What could not be told while they had blocked the bot is told now, in its order; how much that is."""
    return work.outbox.revive(person)
