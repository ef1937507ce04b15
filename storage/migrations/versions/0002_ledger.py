"""The book."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.wording import guard, numbered, only, unguard

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = ("ledger_entries", "ledger_postings")


def upgrade() -> None:
    op.create_table(
        "ledger_accounts",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("asset", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=True),
        sa.Column("credits", sa.BigInteger(), nullable=False),
        sa.Column("debits", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('available', 'reserve', 'grace', 'escrow')", name=op.f("ck_ledger_accounts_kind_known")
        ),
        sa.CheckConstraint("debits >= 0 AND credits >= debits", name=op.f("ck_ledger_accounts_never_negative")),
        sa.PrimaryKeyConstraint("name", name="pk_ledger_accounts"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_ledger_accounts_holdings", "ledger_accounts", ["owner_id"], **only("credits > debits"))

    op.create_table(
        "ledger_entries",
        sa.Column("id", numbered, autoincrement=True, nullable=False),
        sa.Column("reference", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=True),
        sa.Column("settles_order", sa.BigInteger(), nullable=True),
        sa.Column("settles_round", sa.BigInteger(), nullable=True),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("memo", sa.Text(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('deposit', 'ad-funded', 'ad-returned', 'order-locked', 'order-settled', 'grace-locked',"
            " 'grace-claimed')",
            name=op.f("ck_ledger_entries_kind_known"),
        ),
        sa.CheckConstraint(
            "(settles_order IS NULL) = (settles_round IS NULL)", name=op.f("ck_ledger_entries_settles_whole")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["orders.id"], name="fk_ledger_entries_order_id_orders"),
        sa.PrimaryKeyConstraint("id", name="pk_ledger_entries"),
    )
    op.create_index("uq_ledger_entries_reference", "ledger_entries", ["reference"], unique=True)
    op.create_index("uq_ledger_entries_settles", "ledger_entries", ["settles_order", "settles_round"], unique=True)

    op.create_table(
        "ledger_postings",
        sa.Column("entry_id", sa.BigInteger(), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("target", sa.Text(), nullable=False),
        sa.Column("asset", sa.Text(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("source_owner", sa.BigInteger(), nullable=True),
        sa.Column("target_owner", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("substr(source, 1, 9) <> 'platform:'", name=op.f("ck_ledger_postings_platform_never_pays")),
        sa.CheckConstraint("source <> target", name=op.f("ck_ledger_postings_goes_elsewhere")),
        sa.CheckConstraint("units > 0", name=op.f("ck_ledger_postings_moves_something")),
        sa.ForeignKeyConstraint(["entry_id"], ["ledger_entries.id"], name="fk_ledger_postings_entry_id_ledger_entries"),
        sa.PrimaryKeyConstraint("entry_id", "n", name="pk_ledger_postings"),
    )
    op.create_index("ix_ledger_postings_source_owner", "ledger_postings", ["source_owner", "entry_id"])
    op.create_index("ix_ledger_postings_target_owner", "ledger_postings", ["target_owner", "entry_id"])
    op.create_index(
        "ix_ledger_postings_uncounted_source", "ledger_postings", ["source", "entry_id"], **only("source_owner IS NULL")
    )
    op.create_index(
        "ix_ledger_postings_uncounted_target", "ledger_postings", ["target", "entry_id"], **only("target_owner IS NULL")
    )

    op.create_table(
        "ledger_rollups",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("credits", sa.BigInteger(), nullable=False),
        sa.Column("debits", sa.BigInteger(), nullable=False),
        sa.Column("up_to_entry", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_ledger_rollups"),
    )
    for table in APPEND_ONLY:
        guard(table)


def downgrade() -> None:
    for table in reversed(APPEND_ONLY):
        unguard(table)
    op.drop_table("ledger_rollups")
    op.drop_table("ledger_postings")
    op.drop_table("ledger_entries")
    op.drop_table("ledger_accounts")
