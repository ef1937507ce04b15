"""Which message shows which order to whom, and what is to be drawn again later."""

from domain.kernel.ids import OrderId, UserId
from domain.notices.model import Notice, NoticeKind
from domain.notices.ports import Card
from domain.work import Work


def remember_card(work: Work, card: Card) -> None:
    """From now on this message is the person's live card of the order."""
    work.cards.put(card)


def link_message(work: Work, user: UserId, message: int, order: OrderId) -> None:
    """A reply to this message is meant for this order."""
    work.cards.link(user, message, order)


def link_messages(work: Work, user: UserId, messages: tuple[int, ...], order: OrderId) -> None:
    """As `link_message`, for an album."""
    for message in messages:
        work.cards.link(user, message, order)


def request_redraw(work: Work, user: UserId, order: OrderId) -> None:
    """The card could not be drawn when its person pressed; the outbox does it once Telegram listens again."""
    work.outbox.put((Notice(user, NoticeKind.CARD, order),))
