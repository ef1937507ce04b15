"""Orders as screens show them."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import BigInteger, Select, TextClause, bindparam, case, func, or_, select, text, union_all

from domain.ads.model import AdState
from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant
from domain.kernel.money import LARGEST_UNITS
from domain.kernel.refusal import Refusal, Rule
from domain.orders.facts import Facts
from domain.orders.model import Order, OrderState, Role
from domain.orders.ports import HistoryLine, OrderView
from domain.proofs.model import Likeness
from storage.engine import Sql
from storage.schema.ads import ads
from storage.schema.orders import LIVE_ORDERS, order_history, order_terms, orders
from storage.schema.proofs import proof_matches, proofs
from storage.schema.users import records, users
from storage.stores.order_rows import ORDER_COLUMNS, WIDTH, order_of
from storage.stores.trust import TrustStore
from storage.stores.users import PROFILE_COLUMNS, profile_of

_whole: Final = orders.join(order_terms, order_terms.c.order_id == orders.c.id)
_viewer: Final = bindparam("viewer", type_=BigInteger())
_counterparty: Final = case((orders.c.buyer_id == _viewer, orders.c.seller_id), else_=orders.c.buyer_id)
_VIEW: Final[Select[Any]] = (
    select(
        *ORDER_COLUMNS,
        *PROFILE_COLUMNS,
        ads.c.state,
        select(func.count()).select_from(proofs).where(proofs.c.order_id == orders.c.id).scalar_subquery(),
        # "same" comes after "near" in the alphabet, and is the stronger word.
        select(func.max(proof_matches.c.likeness))
        .join_from(proof_matches, proofs, proofs.c.id == proof_matches.c.proof_id)
        .where(proofs.c.order_id == orders.c.id)
        .scalar_subquery(),
        case((orders.c.armed_version == orders.c.version, orders.c.armed_at)),
    )
    .select_from(
        _whole.join(ads, ads.c.id == orders.c.ad_id)
        .join(users, users.c.id == _counterparty)
        .outerjoin(records, records.c.user_id == users.c.id)
    )
    .where(orders.c.id == bindparam("order"), or_(orders.c.buyer_id == _viewer, orders.c.seller_id == _viewer))
)
_FIND: Final[Select[Any]] = select(*ORDER_COLUMNS).select_from(_whole).where(orders.c.id == bindparam("order"))
_ENDED: Final = text(f"NOT ({LIVE_ORDERS.text})")


def _of_user(standing: TextClause) -> Select[Any]:
    """Newest first along the two indexes, one per side, so that a long past costs nothing."""
    sides = [
        select(
            select(orders.c.id)
            .where(side == bindparam("user"), orders.c.id < bindparam("below"), standing)
            .order_by(orders.c.id.desc())
            .limit(bindparam("most", type_=BigInteger()))
            .subquery()
        )
        for side in (orders.c.buyer_id, orders.c.seller_id)
    ]
    newest = union_all(*sides).subquery("newest")
    return (
        select(*ORDER_COLUMNS)
        .select_from(_whole)
        .where(orders.c.id.in_(select(newest.c.id)))
        .order_by(orders.c.id.desc())
        .limit(bindparam("most", type_=BigInteger()))
    )


_LIVE_OF_USER: Final = _of_user(LIVE_ORDERS)
_ENDED_OF_USER: Final = _of_user(_ENDED)
_COUNT_LIVE: Final[Select[Any]] = select(
    *(
        select(func.count()).select_from(orders).where(side == bindparam("user"), LIVE_ORDERS).scalar_subquery()
        for side in (orders.c.buyer_id, orders.c.seller_id)
    )
)
_HISTORY: Final[Select[Any]] = (
    select(
        order_history.c.version,
        order_history.c.event,
        order_history.c.by_role,
        order_history.c.state,
        order_history.c.at,
    )
    .where(order_history.c.order_id == bindparam("order"))
    .order_by(order_history.c.version)
)


class OrderReader:
    """See `domain.orders.ports.OrderReader`."""

    def __init__(self, sql: Sql, now: Instant, trust: TrustStore) -> None:
        self._sql = sql
        self._now = now
        self._trust = trust

    def view(self, order: OrderId, viewer: UserId) -> OrderView:
        row = self._sql.fetch_one(_VIEW, order=order, viewer=viewer)
        if row is None:
            raise Refusal(Rule.NOT_FOUND)
        shown = order_of(row[:WIDTH])
        ad_state, proof_count, likeness, armed_at = row[-4:]
        return OrderView(
            order=shown,
            role=shown.role_of(viewer),
            counterparty=profile_of(row[WIDTH:-4]),
            facts=Facts(self._now, ad_closed=ad_state == AdState.CLOSED, proofs=proof_count, armed_at=armed_at),
            likeness=None if likeness is None else Likeness(likeness),
            regard=self._trust.regard(viewer, shown.other(viewer), order),
        )

    def find(self, order: OrderId) -> Order | None:
        """The order as it stands, locked by nobody and shown to no party: for operators and senders of notices."""
        row = self._sql.fetch_one(_FIND, order=order)
        return None if row is None else order_of(row)

    def of_user(self, user: UserId, *, live: bool, before: OrderId | None, limit: int) -> Sequence[tuple[Order, Role]]:
        rows = self._sql.fetch_all(
            _LIVE_OF_USER if live else _ENDED_OF_USER,
            user=user,
            below=LARGEST_UNITS if before is None else before,
            most=limit,
        )
        return [(order, order.role_of(user)) for order in map(order_of, rows)]

    def count_live(self, user: UserId) -> int:
        row = self._sql.fetch_one(_COUNT_LIVE, user=user)
        assert row is not None
        return int(row[0] + row[1])

    def history(self, order: OrderId) -> Sequence[HistoryLine]:
        rows = self._sql.fetch_all(_HISTORY, order=order)
        return [HistoryLine(version, event, Role(by), OrderState(state), at) for version, event, by, state, at in rows]
