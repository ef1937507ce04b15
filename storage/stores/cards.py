"""Which messages show which orders."""

from typing import Any, Final

from sqlalchemy import Select, bindparam, select

from domain.kernel.ids import OrderId, UserId
from domain.notices.ports import Card
from storage.engine import Sql
from storage.engine.portable import insert
from storage.schema.notices import card_links, cards

_FIND: Final[Select[Any]] = select(cards.c.message, cards.c.has_picture).where(
    cards.c.user_id == bindparam("user"), cards.c.order_id == bindparam("order")
)
_ORDER_OF: Final = select(card_links.c.order_id).where(
    card_links.c.user_id == bindparam("user"), card_links.c.message == bindparam("seen_message")
)
_card: Final = insert(cards).values(
    user_id=bindparam("user"),
    order_id=bindparam("order"),
    message=bindparam("new_message"),
    has_picture=bindparam("pictured"),
)
_PUT: Final = _card.on_conflict_do_update(
    index_elements=[cards.c.user_id, cards.c.order_id],
    set_={"message": _card.excluded.message, "has_picture": _card.excluded.has_picture},
)
_link: Final = insert(card_links).values(
    user_id=bindparam("user"), message=bindparam("new_message"), order_id=bindparam("order")
)
_LINK: Final = _link.on_conflict_do_update(
    index_elements=[card_links.c.user_id, card_links.c.message], set_={"order_id": _link.excluded.order_id}
)


class CardStore:
    """See `domain.notices.ports.Cards`."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def find(self, user: UserId, order: OrderId) -> Card | None:
        row = self._sql.fetch_one(_FIND, user=user, order=order)
        return None if row is None else Card(user, order, row[0], bool(row[1]))

    def order_of(self, user: UserId, message: int) -> OrderId | None:
        row = self._sql.fetch_one(_ORDER_OF, user=user, seen_message=message)
        return None if row is None else row[0]

    def put(self, card: Card) -> None:
        self._sql.execute_later(
            _PUT,
            row=(card.user, card.order),
            user=card.user,
            order=card.order,
            new_message=card.message,
            pictured=int(card.has_picture),
        )
        self.link(card.user, card.message, card.order)

    def link(self, user: UserId, message: int, order: OrderId) -> None:
        self._sql.execute_later(_LINK, row=(user, message), user=user, new_message=message, order=order)
