"""Orders: the few values that change, the terms that never do, and every change there was."""

from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, Table, text

from domain.orders.guards import MOST_EXTENSIONS
from domain.orders.model import LIVE, AskKind, CancelReason, OrderState, Role, SellerReason
from domain.orders.step import TimerKind
from storage.schema.columns import flag, metadata, numbered, only_flag, only_known, quoted, whole, words

LIVE_ORDERS: Final = text(f"state IN ({quoted(sorted(LIVE))})")
"""As the indexes say it, word for word: an engine uses a partial index only for a condition it recognises."""

orders: Final = Table(
    "orders",
    metadata,
    numbered(),
    words("token"),
    whole("ad_id", ForeignKey("ads.id")),
    whole("buyer_id", ForeignKey("users.id")),
    whole("seller_id", ForeignKey("users.id")),
    whole("taker_id"),
    words("state"),
    whole("version"),
    whole("round"),
    whole("opened_at"),
    whole("pay_until"),
    whole("paid_at", optional=True),
    whole("grace_until", optional=True),
    whole("ended_at", optional=True),
    words("cancel_by", optional=True),
    whole("cancel_version", optional=True),
    whole("cancel_until", optional=True),
    words("cancel_reason", optional=True),
    flag("settled"),
    whole("armed_at", optional=True),
    whole("armed_version", optional=True),
    words("cancel_kind", optional=True),
    words("seller_reason", optional=True),
    whole("extensions"),
    only_known("state", OrderState),
    only_known("cancel_reason", CancelReason),
    only_known("cancel_kind", AskKind),
    only_known("seller_reason", SellerReason),
    CheckConstraint(f"extensions >= 0 AND extensions <= {MOST_EXTENSIONS}", name="extensions_within_limit"),
    only_flag("settled"),
    CheckConstraint("buyer_id <> seller_id", name="two_people"),
    CheckConstraint("taker_id = buyer_id OR taker_id = seller_id", name="taker_takes_part"),
    CheckConstraint("version >= 1 AND round >= 1", name="counts_from_one"),
    CheckConstraint(
        "(cancel_by IS NULL AND cancel_version IS NULL AND cancel_until IS NULL AND cancel_kind IS NULL)"
        " OR (cancel_by IN ('buyer', 'seller') AND cancel_version IS NOT NULL AND cancel_until IS NOT NULL"
        " AND cancel_kind IS NOT NULL)",
        name="cancel_ask_whole",
    ),
    CheckConstraint(
        "(seller_reason IS NOT NULL) = (cancel_kind IS NOT NULL AND cancel_kind = 'before_payment')",
        name="seller_gives_a_reason",
    ),
    CheckConstraint("(armed_at IS NULL) = (armed_version IS NULL)", name="armed_whole"),
    Index("uq_orders_token", "token", unique=True),
    Index("ix_orders_buyer_id", "buyer_id", "id"),
    Index("ix_orders_seller_id", "seller_id", "id"),
    Index("ix_orders_live_buyer_id", "buyer_id", "id", sqlite_where=LIVE_ORDERS, postgresql_where=LIVE_ORDERS),
    Index("ix_orders_live_seller_id", "seller_id", "id", sqlite_where=LIVE_ORDERS, postgresql_where=LIVE_ORDERS),
    Index("ix_orders_live_taker_id", "taker_id", sqlite_where=LIVE_ORDERS, postgresql_where=LIVE_ORDERS),
    Index("ix_orders_ad_id", "ad_id"),
)

order_terms: Final = Table(
    "order_terms",
    metadata,
    whole("order_id", ForeignKey("orders.id"), key=True),
    whole("ad_id"),
    whole("maker_id"),
    whole("seller_id"),
    whole("buyer_id"),
    whole("amount_units"),
    words("asset"),
    whole("fiat_units"),
    words("fiat"),
    whole("price_micros"),
    whole("seller_fee_units"),
    whole("buyer_fee_units"),
    words("method"),
    words("details"),
    words("payer_name"),
    words("text"),
    whole("window_ms"),
    whole("grace_ms"),
    whole("release_target_ms"),
    whole("release_wait_ms"),
    words("digest"),
    CheckConstraint("amount_units > 0 AND fiat_units > 0 AND price_micros > 0", name="amounts_positive"),
    CheckConstraint("seller_fee_units >= 0 AND buyer_fee_units >= 0", name="fees_not_negative"),
    CheckConstraint("buyer_fee_units <= amount_units", name="fee_within_amount"),
)
"""Append-only by triggers."""

order_history: Final = Table(
    "order_history",
    metadata,
    whole("order_id", ForeignKey("orders.id"), key=True),
    whole("version", key=True),
    words("event"),
    words("by_role"),
    words("row_number"),
    words("state"),
    whole("at"),
    only_known("by_role", Role),
    only_known("state", OrderState),
)
"""Append-only by triggers. `event` is the event's class name, `Taken` in version 1; `row_number` the table's row."""

deadlines: Final = Table(
    "deadlines",
    metadata,
    whole("order_id", ForeignKey("orders.id"), key=True),
    words("kind", key=True),
    whole("due_at"),
    whole("ready_at"),
    words("owner", optional=True),
    only_known("kind", TimerKind),
    Index("ix_deadlines_ready_at", "ready_at"),
    sqlite_with_rowid=False,
)
"""`due_at` is what the order waits for; `ready_at` when a worker may look: then, or when a lease or a pause ends."""
