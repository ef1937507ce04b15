"""Where notices wait to be sent, and where the cards are that they change."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from domain.kernel.ids import OrderId, UserId
from domain.notices.model import Notice


class Outbox(Protocol):
    def put(self, notices: Iterable[Notice]) -> None:
        """Queues notices behind everything already waiting for the same person."""
        ...

    def revive(self, person: UserId) -> int:
        """They can be written to again: what died since they could not waits again. How much that is."""
        ...


@dataclass(frozen=True, slots=True)
class Card:
    """The live card of one order in one person's private chat. A card with a picture can only change its caption."""

    user: UserId
    order: OrderId
    message: int
    has_picture: bool


class Cards(Protocol):
    def find(self, user: UserId, order: OrderId) -> Card | None: ...

    def order_of(self, user: UserId, message: int) -> OrderId | None:
        """Which order a message of this person's chat belongs to: its card, a proof, or a relayed line."""
        ...

    def put(self, card: Card) -> None:
        """The card is this message from now on, and a reply to it finds the way."""
        ...

    def link(self, user: UserId, message: int, order: OrderId) -> None:
        """Remembers that a message belongs to an order, so that a reply to it finds the way."""
        ...
