"""Payment proofs, chat, cards and forms."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.wording import guard, numbered, unguard

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

APPEND_ONLY = ("proofs", "chat_lines")


def upgrade() -> None:
    op.create_table(
        "proofs",
        sa.Column("id", numbered, autoincrement=True, nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("viewer", sa.Text(), nullable=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.BigInteger(), nullable=False),
        sa.Column("dhash", sa.LargeBinary(), nullable=True),
        sa.Column("telegram_unique_id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_proofs_counts_from_one")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_proofs_order_id_orders"),
        sa.PrimaryKeyConstraint("id", name="pk_proofs"),
    )
    op.create_index("ix_proofs_sha256", "proofs", ["sha256"])
    op.create_index("uq_proofs_bytes", "proofs", ["order_id", "sha256"], unique=True)
    op.create_index("uq_proofs_number", "proofs", ["order_id", "number"], unique=True)
    op.create_index("uq_proofs_source", "proofs", ["order_id", "source"], unique=True)

    op.create_table(
        "chat_lines",
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("picture", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("number >= 1", name=op.f("ck_chat_lines_counts_from_one")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_chat_lines_order_id_orders"),
        sa.PrimaryKeyConstraint("order_id", "number", name="pk_chat_lines"),
    )
    op.create_index("ix_chat_lines_by_id", "chat_lines", ["by_id", "at"])
    op.create_index("uq_chat_lines_source", "chat_lines", ["source"], unique=True)

    op.create_table(
        "cards",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("has_picture", sa.Integer(), nullable=False),
        sa.CheckConstraint("has_picture IN (0, 1)", name=op.f("ck_cards_has_picture_flag")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_cards_order_id_orders"),
        sa.PrimaryKeyConstraint("user_id", "order_id", name="pk_cards"),
        sqlite_with_rowid=False,
    )

    op.create_table(
        "card_links",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_card_links_order_id_orders"),
        sa.PrimaryKeyConstraint("user_id", "message", name="pk_card_links"),
        sqlite_with_rowid=False,
    )

    op.create_table(
        "drafts",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("answers", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=True),
        sa.Column("touched_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name="pk_drafts"),
    )
    for table in APPEND_ONLY:
        guard(table)


def downgrade() -> None:
    for table in reversed(APPEND_ONLY):
        unguard(table)
    op.drop_table("drafts")
    op.drop_table("card_links")
    op.drop_table("cards")
    op.drop_table("chat_lines")
    op.drop_table("proofs")
