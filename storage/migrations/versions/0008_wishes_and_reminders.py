"""More time to pay, wishes to cancel of three kinds, and the release target as a deadline."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_ASK = "(cancel_by IS NULL AND cancel_version IS NULL AND cancel_until IS NULL{})"
_ASKED = " OR (cancel_by IN ('buyer', 'seller') AND cancel_version IS NOT NULL AND cancel_until IS NOT NULL{})"


def upgrade() -> None:
    with op.batch_alter_table("orders") as orders:
        orders.add_column(sa.Column("cancel_kind", sa.Text(), nullable=True))
        orders.add_column(sa.Column("seller_reason", sa.Text(), nullable=True))
        orders.add_column(sa.Column("extensions", sa.BigInteger(), nullable=False, server_default="0"))
    op.execute("UPDATE orders SET cancel_kind = 'together' WHERE cancel_by IS NOT NULL")
    with op.batch_alter_table("orders") as orders:
        orders.alter_column("extensions", server_default=None, existing_type=sa.BigInteger(), existing_nullable=False)
        orders.drop_constraint(op.f("ck_orders_cancel_ask_whole"), type_="check")
        orders.create_check_constraint(
            op.f("ck_orders_cancel_ask_whole"),
            _ASK.format(" AND cancel_kind IS NULL") + _ASKED.format(" AND cancel_kind IS NOT NULL"),
        )
        orders.create_check_constraint(
            op.f("ck_orders_cancel_kind_known"), "cancel_kind IN ('together', 'before_payment', 'retraction')"
        )
        orders.create_check_constraint(
            op.f("ck_orders_seller_reason_known"),
            "seller_reason IN ('cannot-receive', 'ad-wrong', 'name-differs', 'other')",
        )
        orders.create_check_constraint(
            op.f("ck_orders_seller_gives_a_reason"),
            "(seller_reason IS NOT NULL) = (cancel_kind IS NOT NULL AND cancel_kind = 'before_payment')",
        )
        orders.create_check_constraint(op.f("ck_orders_extensions_within_limit"), "extensions >= 0 AND extensions <= 2")
    _know_deadlines("kind IN ('window', 'grace', 'target')")


def downgrade() -> None:
    op.execute("DELETE FROM deadlines WHERE kind = 'target'")
    _know_deadlines("kind IN ('window', 'grace')")
    op.execute(
        "UPDATE orders SET cancel_by = NULL, cancel_version = NULL, cancel_until = NULL, cancel_kind = NULL,"
        " seller_reason = NULL WHERE cancel_kind <> 'together'"
    )
    with op.batch_alter_table("orders") as orders:
        for name in ("cancel_ask_whole", "cancel_kind_known", "seller_reason_known", "seller_gives_a_reason"):
            orders.drop_constraint(op.f(f"ck_orders_{name}"), type_="check")
        orders.drop_constraint(op.f("ck_orders_extensions_within_limit"), type_="check")
        orders.create_check_constraint(op.f("ck_orders_cancel_ask_whole"), _ASK.format("") + _ASKED.format(""))
    with op.batch_alter_table("orders") as orders:
        for name in ("cancel_kind", "seller_reason", "extensions"):
            orders.drop_column(name)


def _know_deadlines(condition: str) -> None:
    with op.batch_alter_table("deadlines", table_kwargs={"sqlite_with_rowid": False}) as deadlines:
        deadlines.drop_constraint(op.f("ck_deadlines_kind_known"), type_="check")
        deadlines.create_check_constraint(op.f("ck_deadlines_kind_known"), condition)
