"""The laws of orders and their money: held while they live, settled once, to whom the outcome says."""

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import BigInteger, Select, TextClause, bindparam, select, text

from domain.orders.model import OrderState
from domain.orders.table import TABLE
from storage.checks.finding import SHOWN, Finding, Law
from storage.engine import Sql
from storage.schema.orders import order_terms
from storage.stores.order_rows import TERMS_COLUMNS, terms_of
from storage.stores.orders import OPENED

PAGE: Final = 5_000

ORDER_LAWS: Final = (
    Law(
        "O1",
        "order {}",
        "stands at version {} in state {}, its history elsewhere",
        text("""
            SELECT o.id, o.version, o.state FROM orders o
            LEFT JOIN (
                SELECT order_id, MAX(version) AS newest, COUNT(*) AS written FROM order_history GROUP BY order_id
            ) AS h ON h.order_id = o.id
            LEFT JOIN order_history l ON l.order_id = o.id AND l.version = o.version
            WHERE h.newest IS NULL OR h.newest <> o.version OR h.written <> o.version OR l.state <> o.state
            ORDER BY o.id LIMIT :most
        """),
    ),
    Law(
        "O2",
        "order {}",
        "its escrow should hold {} and holds {}",
        text(r"""
            SELECT id, due, held FROM (
                SELECT o.id,
                       CASE WHEN o.state IN ('await_payment', 'paid', 'releasing')
                            THEN t.amount_units + t.seller_fee_units ELSE 0 END AS due,
                       COALESCE(a.credits - a.debits, 0) AS held
                FROM orders o JOIN order_terms t ON t.order_id = o.id
                LEFT JOIN ledger_accounts a ON a.name = 'order:' || o.id || '\:escrow\:' || t.asset
            ) AS escrows
            WHERE due <> held
            ORDER BY id LIMIT :most
        """),
    ),
    Law(
        "O2",
        "account {}",
        "expired orders that may still be claimed need {} more than it holds",
        text(r"""
            SELECT name, CAST(SUM(units) AS BIGINT) FROM (
                SELECT 'user:' || t.seller_id || '\:grace\:' || t.asset AS name,
                       t.amount_units + t.seller_fee_units AS units
                FROM orders o JOIN order_terms t ON t.order_id = o.id
                WHERE o.state = 'expired' AND o.settled = 0
                UNION ALL
                SELECT name, debits - credits FROM ledger_accounts WHERE kind = 'grace'
            ) AS locks
            GROUP BY name HAVING SUM(units) <> 0
            ORDER BY name LIMIT :most
        """),
    ),
    Law(
        "O3",
        "order {}",
        "is settled {} times in round {}",
        text("""
            SELECT settles_order, COUNT(*), settles_round FROM ledger_entries WHERE settles_order IS NOT NULL
            GROUP BY settles_order, settles_round HAVING COUNT(*) > 1
            ORDER BY settles_order LIMIT :most
        """),
    ),
    Law(
        "O3",
        "order {}",
        "is {} with settled = {}, and the book disagrees",
        text(r"""
            SELECT o.id, o.state, o.settled FROM orders o
            LEFT JOIN ledger_entries e ON e.settles_order = o.id AND e.settles_round = o.round
            LEFT JOIN ledger_entries l ON l.reference = 'order:' || o.id || '\:1\:lock'
            WHERE (o.settled = 1) <> (e.id IS NOT NULL)
               OR (o.settled = 0 AND o.state IN ('completed', 'cancelled'))
               OR (o.settled = 1 AND o.state IN ('await_payment', 'paid', 'releasing'))
               OR l.id IS NULL
            ORDER BY o.id LIMIT :most
        """),
    ),
    Law(
        "O4",
        "order {}",
        "ended as {}, but its settlement gave {} to the buyer, {} to the seller and {} to the desk",
        text(r"""
            SELECT id, state, to_buyer, to_seller, to_desk FROM (
                SELECT o.id, o.state, t.amount_units, t.seller_fee_units, t.buyer_fee_units,
                    CAST(SUM(CASE WHEN p.target = 'user:' || t.buyer_id || '\:available\:' || t.asset
                                  THEN p.units ELSE 0 END) AS BIGINT) AS to_buyer,
                    CAST(SUM(CASE WHEN p.target_owner = t.seller_id THEN p.units ELSE 0 END) AS BIGINT) AS to_seller,
                    CAST(SUM(CASE WHEN p.target = 'platform:fees:' || t.asset
                                  THEN p.units ELSE 0 END) AS BIGINT) AS to_desk
                FROM orders o
                JOIN order_terms t ON t.order_id = o.id
                JOIN ledger_entries e ON e.settles_order = o.id AND e.settles_round = o.round
                JOIN ledger_postings p ON p.entry_id = e.id
                GROUP BY o.id, o.state, t.amount_units, t.seller_fee_units, t.buyer_fee_units
            ) AS outcomes
            WHERE to_buyer <> CASE WHEN state = 'completed' THEN amount_units - buyer_fee_units ELSE 0 END
               OR to_desk <> CASE WHEN state = 'completed' THEN seller_fee_units + buyer_fee_units ELSE 0 END
               OR to_seller <> CASE WHEN state = 'completed' THEN 0 ELSE amount_units + seller_fee_units END
            ORDER BY id LIMIT :most
        """),
    ),
)

_EDGES: Final[TextClause] = text("""
    SELECT p.state, h.event, h.by_role, h.row_number, h.state, MIN(h.order_id) FROM order_history h
    LEFT JOIN order_history p ON p.order_id = h.order_id AND p.version = h.version - 1
    GROUP BY p.state, h.event, h.by_role, h.row_number, h.state
""")
_KNOWN: Final = frozenset((r.source.value, r.event.__name__, r.by.value, r.number, r.to.value) for r in TABLE)
_TERMS: Final[Select[Any]] = (
    select(order_terms.c.order_id, order_terms.c.digest, *TERMS_COLUMNS)
    .where(order_terms.c.order_id > bindparam("after"))
    .order_by(order_terms.c.order_id)
    .limit(bindparam("page", type_=BigInteger()))
)


def edge_findings(sql: Sql) -> Iterator[Finding]:
    """O1: every step that was ever recorded is a row of the table."""
    for source, event, by, row, to, order in sql.fetch_all(_EDGES):
        is_opening = (source, event, to) == (None, OPENED, OrderState.AWAIT_PAYMENT)
        if not is_opening and (source, event, by, row, to) not in _KNOWN:
            yield Finding("O1", f"order {order}", f"went from {source} to {to} by {event} of the {by} (row {row})")


def terms_findings(sql: Sql) -> Iterator[Finding]:
    """O6: the frozen terms still have the digest they were frozen with."""
    found, after = 0, 0
    while found < SHOWN and (rows := sql.fetch_all(_TERMS, after=after, page=PAGE)):
        after = rows[-1][0]
        for order, digest, *values in rows:
            if terms_of(values).digest != digest:
                found += 1
                yield Finding("O6", f"order {order}", "its frozen terms were changed")
