"""Ratings, favourites and blocks."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.wording import guard, unguard

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ratings",
        sa.Column("order_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("by_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("about_id", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("tags", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("opens_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("verdict IN ('positive', 'negative')", name=op.f("ck_ratings_verdict_known")),
        sa.CheckConstraint("by_id <> about_id", name=op.f("ck_ratings_two_people")),
        sa.CheckConstraint("at < opens_at", name=op.f("ck_ratings_in_time")),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_ratings_order_id_orders"),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name="fk_ratings_by_id_users"),
        sa.ForeignKeyConstraint(["about_id"], ["users.id"], name="fk_ratings_about_id_users"),
        sa.PrimaryKeyConstraint("order_id", "by_id", name="pk_ratings"),
    )
    op.create_index("ix_ratings_about_id", "ratings", ["about_id", "order_id"])
    guard("ratings")

    op.create_table(
        "marks",
        sa.Column("by_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("about_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("kind IN ('favourite', 'blocked')", name=op.f("ck_marks_kind_known")),
        sa.CheckConstraint("by_id <> about_id", name=op.f("ck_marks_two_people")),
        sa.ForeignKeyConstraint(["by_id"], ["users.id"], name="fk_marks_by_id_users"),
        sa.ForeignKeyConstraint(["about_id"], ["users.id"], name="fk_marks_about_id_users"),
        sa.PrimaryKeyConstraint("by_id", "about_id", name="pk_marks"),
    )


def downgrade() -> None:
    op.drop_table("marks")
    unguard("ratings")
    op.drop_table("ratings")
