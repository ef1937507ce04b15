"""How each person last looked at the market."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "last_looks",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("side", sa.Text(), nullable=False),
        sa.Column("asset", sa.Text(), nullable=False),
        sa.Column("fiat", sa.Text(), nullable=False),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("only_takeable", sa.Integer(), nullable=False),
        sa.CheckConstraint("only_takeable IN (0, 1)", name=op.f("ck_last_looks_only_takeable_flag")),
        sa.CheckConstraint("side IN ('sell')", name=op.f("ck_last_looks_side_known")),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name="fk_last_looks_user_id_users"),
        sa.PrimaryKeyConstraint("user_id", name="pk_last_looks"),
        sqlite_with_rowid=False,
    )


def downgrade() -> None:
    op.drop_table("last_looks")
