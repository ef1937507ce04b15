"""Rating on a live card: the deed, and what the card shows then, in one transaction."""

from domain.notices.ports import Card
from domain.notices.use_cases.cards import remember_card
from domain.orders.use_cases.on_card import OnCard, seen_by
from domain.trust.use_cases.rate import Rate, rate
from domain.work import Work


def rate_on_card(work: Work, command: Rate, card: Card) -> OnCard:
    """As `rate`; the pressed message is the person's card from now on."""
    order = rate(work, command)
    remember_card(work, card)
    return OnCard(seen_by(work, order, command.actor), card)
