"""The law of ratings: only the two sides of a completed order, each about the other, after its end."""

from typing import Final

from sqlalchemy import text

from storage.checks.finding import Law

TRUST_LAWS: Final = (
    Law(
        "O13",
        "order {}",
        "was rated by {} about {}, which its two sides and its end do not allow",
        text("""
            SELECT r.order_id, r.by_id, r.about_id FROM ratings r LEFT JOIN orders o ON o.id = r.order_id
            WHERE o.id IS NULL OR o.state <> 'completed' OR r.at < o.ended_at
               OR NOT ((r.by_id = o.buyer_id AND r.about_id = o.seller_id)
                    OR (r.by_id = o.seller_id AND r.about_id = o.buyer_id))
            ORDER BY r.order_id LIMIT :most
        """),
    ),
)
