"""The laws around orders: their deadlines, their parties, the ads they came from and the records they leave."""

from typing import Final

from sqlalchemy import text

from domain.orders.decide import EXTENSION_MOST_MS
from domain.orders.model import Role
from domain.orders.table import TABLE
from storage.checks.finding import Law

# The last law below names these rows; a new row with a fault must be added there.
assert {(row.number, row.fault) for row in TABLE if row.fault is not None} == {
    ("6", Role.BUYER),
    ("7b", Role.SELLER),
    ("8a", Role.BUYER),
    ("13a", Role.BUYER),
    ("13c", Role.BUYER),
}
# And the law of the terms knows how much more time to pay one extension is.
assert EXTENSION_MOST_MS == 1_800_000

PROMISE_LAWS: Final = (
    Law(
        "O6",
        "order {}",
        "its row and its terms name different ads or people",
        text("""
            SELECT o.id FROM orders o LEFT JOIN order_terms t ON t.order_id = o.id
            WHERE t.order_id IS NULL OR t.ad_id <> o.ad_id OR t.buyer_id <> o.buyer_id OR t.seller_id <> o.seller_id
               OR o.pay_until <> o.opened_at + t.window_ms
                  + o.extensions * CASE WHEN t.window_ms < 1800000 THEN t.window_ms ELSE 1800000 END
            ORDER BY o.id LIMIT :most
        """),
    ),
    Law(
        "O9",
        "order {}",
        "is {} and waits for nothing",
        text("""
            SELECT o.id, o.state FROM orders o JOIN order_terms t ON t.order_id = o.id
            LEFT JOIN deadlines d ON d.order_id = o.id AND (
                (o.state = 'await_payment' AND d.kind = 'window'
                    AND d.due_at IN (o.pay_until - t.window_ms / 2, o.pay_until - t.window_ms / 10, o.pay_until))
                OR (o.state = 'expired' AND d.kind = 'grace' AND d.due_at = o.grace_until))
            WHERE (o.state = 'await_payment' OR (o.state = 'expired' AND o.settled = 0)) AND d.order_id IS NULL
            ORDER BY o.id LIMIT :most
        """),
    ),
    Law(
        "O9",
        "order {}",
        "is {} and a timer for its {} would still run",
        text("""
            SELECT o.id, o.state, d.kind FROM deadlines d JOIN orders o ON o.id = d.order_id
            WHERE (d.kind = 'window' AND o.state <> 'await_payment')
               OR (d.kind = 'grace' AND (o.state <> 'expired' OR o.settled = 1))
               OR (d.kind = 'target' AND o.state NOT IN ('paid', 'releasing'))
            ORDER BY o.id LIMIT :most
        """),
    ),
    Law(
        "O9",
        "order {}",
        "expired at {}, before {}",
        text("""
            SELECT h.order_id, h.at, o.pay_until FROM order_history h JOIN orders o ON o.id = h.order_id
            WHERE h.event = 'WindowPassed' AND h.at < o.pay_until
            ORDER BY h.order_id LIMIT :most
        """),
    ),
    Law(
        "O9",
        "order {}",
        "was given more time {} times, its history says {}",
        text("""
            SELECT o.id, o.extensions, COUNT(h.version) FROM orders o
            LEFT JOIN order_history h ON h.order_id = o.id AND h.event = 'WindowExtended'
            GROUP BY o.id, o.extensions HAVING o.extensions <> COUNT(h.version)
            ORDER BY o.id LIMIT :most
        """),
    ),
    Law(
        "O10",
        "ad {}",
        "offers {}, but its stock and orders add up to {}",
        text("""
            SELECT id, total_units, accounted FROM (
                SELECT a.id, a.state, a.total_units,
                       a.stock_units + COALESCE(CAST(taken.units AS BIGINT), 0) AS accounted
                FROM ads a LEFT JOIN (
                    SELECT o.ad_id, SUM(t.amount_units) AS units
                    FROM orders o JOIN order_terms t ON t.order_id = o.id
                    WHERE o.state IN ('await_payment', 'paid', 'releasing', 'completed')
                       OR (o.state = 'expired' AND o.settled = 0)
                    GROUP BY o.ad_id
                ) AS taken ON taken.ad_id = a.id
            ) AS stocks
            WHERE CASE WHEN state = 'closed' THEN accounted > total_units ELSE accounted <> total_units END
            ORDER BY id LIMIT :most
        """),
    ),
    Law(
        "O10",
        "order {}",
        "was taken for {}, outside its ad's {} to {}",
        text("""
            SELECT t.order_id, t.fiat_units, a.least_units, a.most_units
            FROM order_terms t JOIN ads a ON a.id = t.ad_id
            WHERE t.fiat_units < a.least_units OR t.fiat_units > a.most_units
            ORDER BY t.order_id LIMIT :most
        """),
    ),
    Law(
        "O11",
        "order {}",
        "maker {}, taker {}, buyer {} and seller {} are not two people on two sides",
        text("""
            SELECT o.id, t.maker_id, o.taker_id, o.buyer_id, o.seller_id
            FROM orders o JOIN order_terms t ON t.order_id = o.id
            WHERE o.buyer_id = o.seller_id OR o.taker_id = t.maker_id
               OR t.maker_id NOT IN (o.buyer_id, o.seller_id) OR o.taker_id NOT IN (o.buyer_id, o.seller_id)
            ORDER BY o.id LIMIT :most
        """),
    ),
    Law(
        "O12",
        "user {}",
        "the orders differ from the record by {} completed, {} at fault, {} ms over {} releases",
        text("""
            SELECT user_id, CAST(SUM(done) AS BIGINT), CAST(SUM(fault) AS BIGINT),
                   CAST(SUM(took_ms) AS BIGINT), CAST(SUM(freed) AS BIGINT)
            FROM (
                SELECT buyer_id AS user_id, 1 AS done, 0 AS fault, 0 AS took_ms, 0 AS freed
                FROM orders WHERE state = 'completed'
                UNION ALL
                SELECT seller_id, 1, 0, ended_at - paid_at, 1 FROM orders WHERE state = 'completed'
                UNION ALL
                SELECT CASE h.row_number WHEN '7b' THEN o.seller_id ELSE o.buyer_id END, 0, 1, 0, 0
                FROM order_history h JOIN orders o ON o.id = h.order_id
                WHERE h.row_number IN ('6', '7b', '8a', '13a', '13c')
                UNION ALL
                SELECT user_id, -completed, -at_fault, -release_ms, -released FROM records
            ) AS deeds
            GROUP BY user_id
            HAVING SUM(done) <> 0 OR SUM(fault) <> 0 OR SUM(took_ms) <> 0 OR SUM(freed) <> 0
            ORDER BY user_id LIMIT :most
        """),
    ),
)
