"""People, ads and orders."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.wording import drop_refusal, guard, numbered, only, unguard

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

APPEND_ONLY = ("order_terms", "order_history")


def upgrade() -> None:
    op.create_table(
        "users",
        sa.Column("number", numbered, autoincrement=True, nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("alias", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("is_merchant", sa.Integer(), nullable=False),
        sa.Column("payer_name", sa.Text(), nullable=True),
        sa.Column("joined_at", sa.BigInteger(), nullable=False),
        sa.Column("unreachable_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("is_merchant IN (0, 1)", name=op.f("ck_users_is_merchant_flag")),
        sa.PrimaryKeyConstraint("number", name="pk_users"),
    )
    op.create_index("uq_users_id", "users", ["id"], unique=True)

    op.create_table(
        "records",
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("completed", sa.BigInteger(), nullable=False),
        sa.Column("at_fault", sa.BigInteger(), nullable=False),
        sa.Column("release_ms", sa.BigInteger(), nullable=False),
        sa.Column("released", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "completed >= 0 AND at_fault >= 0 AND release_ms >= 0 AND released >= 0", name=op.f("ck_records_only_grows")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_records_user_id_users"),
        sa.PrimaryKeyConstraint("user_id", name="pk_records"),
    )

    op.create_table(
        "ads",
        sa.Column("id", numbered, autoincrement=True, nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("maker_id", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("asset", sa.Text(), nullable=False),
        sa.Column("fiat", sa.Text(), nullable=False),
        sa.Column("price_micros", sa.BigInteger(), nullable=False),
        sa.Column("total_units", sa.BigInteger(), nullable=False),
        sa.Column("stock_units", sa.BigInteger(), nullable=False),
        sa.Column("least_units", sa.BigInteger(), nullable=False),
        sa.Column("most_units", sa.BigInteger(), nullable=False),
        sa.Column("accounts", sa.Text(), nullable=False),
        sa.Column("window_minutes", sa.BigInteger(), nullable=False),
        sa.Column("terms", sa.Text(), nullable=False),
        sa.Column("maker_fee_bps", sa.BigInteger(), nullable=False),
        sa.Column("taker_fee_bps", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("side IN ('sell')", name=op.f("ck_ads_side_known")),
        sa.CheckConstraint("state IN ('active', 'paused', 'auto_paused', 'closed')", name=op.f("ck_ads_state_known")),
        sa.CheckConstraint("least_units > 0 AND least_units <= most_units", name=op.f("ck_ads_limits_in_order")),
        sa.CheckConstraint("price_micros > 0", name=op.f("ck_ads_price_positive")),
        sa.CheckConstraint("stock_units >= 0 AND stock_units <= total_units", name=op.f("ck_ads_stock_in_total")),
        sa.ForeignKeyConstraint(["maker_id"], ["users.id"], name="fk_ads_maker_id_users"),
        sa.PrimaryKeyConstraint("id", name="pk_ads"),
    )
    op.create_index("ix_ads_open_maker_id", "ads", ["maker_id", "id"], **only("state <> 'closed'"))
    op.create_index("uq_ads_token", "ads", ["token"], unique=True)

    op.create_table(
        "ad_listings",
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("asset", sa.Text(), nullable=False),
        sa.Column("fiat", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("sort_key", sa.BigInteger(), nullable=False),
        sa.Column("ad_id", sa.BigInteger(), nullable=False),
        sa.Column("lo", sa.BigInteger(), nullable=False),
        sa.Column("hi", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('fixed')", name=op.f("ck_ad_listings_kind_known")),
        sa.ForeignKeyConstraint(["ad_id"], ["ads.id"], name="fk_ad_listings_ad_id_ads"),
        sa.PrimaryKeyConstraint(
            "side", "asset", "fiat", "method", "kind", "sort_key", "ad_id", "lo", "hi", name="pk_ad_listings"
        ),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ad_listings_ad_id", "ad_listings", ["ad_id"])

    op.create_table(
        "orders",
        sa.Column("id", numbered, autoincrement=True, nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("ad_id", sa.BigInteger(), nullable=False),
        sa.Column("buyer_id", sa.BigInteger(), nullable=False),
        sa.Column("seller_id", sa.BigInteger(), nullable=False),
        sa.Column("taker_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.Column("pay_until", sa.BigInteger(), nullable=False),
        sa.Column("paid_at", sa.BigInteger(), nullable=True),
        sa.Column("grace_until", sa.BigInteger(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("cancel_by", sa.Text(), nullable=True),
        sa.Column("cancel_version", sa.BigInteger(), nullable=True),
        sa.Column("cancel_until", sa.BigInteger(), nullable=True),
        sa.Column("cancel_reason", sa.Text(), nullable=True),
        sa.Column("settled", sa.Integer(), nullable=False),
        sa.Column("armed_at", sa.BigInteger(), nullable=True),
        sa.Column("armed_version", sa.BigInteger(), nullable=True),
        sa.CheckConstraint(
            "(cancel_by IS NULL AND cancel_version IS NULL AND cancel_until IS NULL)"
            " OR (cancel_by IN ('buyer', 'seller') AND cancel_version IS NOT NULL AND cancel_until IS NOT NULL)",
            name=op.f("ck_orders_cancel_ask_whole"),
        ),
        sa.CheckConstraint(
            "cancel_reason IN ('changed-mind', 'cannot-pay', 'details-wrong', 'seller-asked', 'no-answer')",
            name=op.f("ck_orders_cancel_reason_known"),
        ),
        sa.CheckConstraint(
            "state IN ('await_payment', 'paid', 'releasing', 'completed', 'cancelled', 'expired')",
            name=op.f("ck_orders_state_known"),
        ),
        sa.CheckConstraint("(armed_at IS NULL) = (armed_version IS NULL)", name=op.f("ck_orders_armed_whole")),
        sa.CheckConstraint("buyer_id <> seller_id", name=op.f("ck_orders_two_people")),
        sa.CheckConstraint("settled IN (0, 1)", name=op.f("ck_orders_settled_flag")),
        sa.CheckConstraint("taker_id = buyer_id OR taker_id = seller_id", name=op.f("ck_orders_taker_takes_part")),
        sa.CheckConstraint("version >= 1 AND round >= 1", name=op.f("ck_orders_counts_from_one")),
        sa.ForeignKeyConstraint(["ad_id"], ["ads.id"], name="fk_orders_ad_id_ads"),
        sa.ForeignKeyConstraint(["buyer_id"], ["users.id"], name="fk_orders_buyer_id_users"),
        sa.ForeignKeyConstraint(["seller_id"], ["users.id"], name="fk_orders_seller_id_users"),
        sa.PrimaryKeyConstraint("id", name="pk_orders"),
    )
    op.create_index("ix_orders_ad_id", "orders", ["ad_id"])
    op.create_index("ix_orders_buyer_id", "orders", ["buyer_id", "id"])
    op.create_index(
        "ix_orders_live_buyer_id",
        "orders",
        ["buyer_id", "id"],
        **only("state IN ('await_payment', 'paid', 'releasing')"),
    )
    op.create_index(
        "ix_orders_live_seller_id",
        "orders",
        ["seller_id", "id"],
        **only("state IN ('await_payment', 'paid', 'releasing')"),
    )
    op.create_index(
        "ix_orders_live_taker_id", "orders", ["taker_id"], **only("state IN ('await_payment', 'paid', 'releasing')")
    )
    op.create_index("ix_orders_seller_id", "orders", ["seller_id", "id"])
    op.create_index("uq_orders_token", "orders", ["token"], unique=True)

    op.create_table(
        "order_terms",
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("ad_id", sa.BigInteger(), nullable=False),
        sa.Column("maker_id", sa.BigInteger(), nullable=False),
        sa.Column("seller_id", sa.BigInteger(), nullable=False),
        sa.Column("buyer_id", sa.BigInteger(), nullable=False),
        sa.Column("amount_units", sa.BigInteger(), nullable=False),
        sa.Column("asset", sa.Text(), nullable=False),
        sa.Column("fiat_units", sa.BigInteger(), nullable=False),
        sa.Column("fiat", sa.Text(), nullable=False),
        sa.Column("price_micros", sa.BigInteger(), nullable=False),
        sa.Column("seller_fee_units", sa.BigInteger(), nullable=False),
        sa.Column("buyer_fee_units", sa.BigInteger(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("details", sa.Text(), nullable=False),
        sa.Column("payer_name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("window_ms", sa.BigInteger(), nullable=False),
        sa.Column("grace_ms", sa.BigInteger(), nullable=False),
        sa.Column("release_target_ms", sa.BigInteger(), nullable=False),
        sa.Column("release_wait_ms", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "amount_units > 0 AND fiat_units > 0 AND price_micros > 0", name=op.f("ck_order_terms_amounts_positive")
        ),
        sa.CheckConstraint("buyer_fee_units <= amount_units", name=op.f("ck_order_terms_fee_within_amount")),
        sa.CheckConstraint(
            "seller_fee_units >= 0 AND buyer_fee_units >= 0", name=op.f("ck_order_terms_fees_not_negative")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_order_terms_order_id_orders"),
        sa.PrimaryKeyConstraint("order_id", name="pk_order_terms"),
    )

    op.create_table(
        "order_history",
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("by_role", sa.Text(), nullable=False),
        sa.Column("row_number", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "by_role IN ('buyer', 'seller', 'timer', 'stranger')", name=op.f("ck_order_history_by_role_known")
        ),
        sa.CheckConstraint(
            "state IN ('await_payment', 'paid', 'releasing', 'completed', 'cancelled', 'expired')",
            name=op.f("ck_order_history_state_known"),
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_order_history_order_id_orders"),
        sa.PrimaryKeyConstraint("order_id", "version", name="pk_order_history"),
    )

    op.create_table(
        "deadlines",
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("ready_at", sa.BigInteger(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.CheckConstraint("kind IN ('window', 'grace')", name=op.f("ck_deadlines_kind_known")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_deadlines_order_id_orders"),
        sa.PrimaryKeyConstraint("order_id", "kind", name="pk_deadlines"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_deadlines_ready_at", "deadlines", ["ready_at"])
    for table in APPEND_ONLY:
        guard(table)


def downgrade() -> None:
    for table in reversed(APPEND_ONLY):
        unguard(table)
    op.drop_table("deadlines")
    op.drop_table("order_history")
    op.drop_table("order_terms")
    op.drop_table("orders")
    op.drop_table("ad_listings")
    op.drop_table("ads")
    op.drop_table("records")
    op.drop_table("users")
    drop_refusal()
