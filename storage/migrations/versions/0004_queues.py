"""The queues in and out, and the sandbox's clock."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.wording import numbered, only

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "inbox",
        sa.Column("id", numbered, autoincrement=True, nullable=False),
        sa.Column("bot_id", sa.BigInteger(), nullable=False),
        sa.Column("update_id", sa.BigInteger(), nullable=False),
        sa.Column("lane", sa.BigInteger(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("received_at", sa.BigInteger(), nullable=False),
        sa.Column("ready_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("applied", sa.Integer(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("error", sa.Text(), nullable=True),
        sa.CheckConstraint("state IN ('new', 'leased', 'done', 'quarantined')", name=op.f("ck_inbox_state_known")),
        sa.CheckConstraint("applied IN (0, 1)", name=op.f("ck_inbox_applied_flag")),
        sa.PrimaryKeyConstraint("id", name="pk_inbox"),
    )
    op.create_index("ix_inbox_lane", "inbox", ["lane", "bot_id", "id"], **only("state IN ('new', 'leased')"))
    op.create_index("ix_inbox_ready_at", "inbox", ["bot_id", "ready_at"], **only("state IN ('new', 'leased')"))
    op.create_index("ix_inbox_received_at", "inbox", ["received_at"], **only("state = 'done'"))
    op.create_index("uq_inbox_update", "inbox", ["bot_id", "update_id"], unique=True)

    op.create_table(
        "outbox",
        sa.Column("id", numbered, autoincrement=True, nullable=False),
        sa.Column("recipient", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=True),
        sa.Column("headline", sa.Text(), nullable=False),
        sa.Column("subject", sa.BigInteger(), nullable=True),
        sa.Column("queued_at", sa.BigInteger(), nullable=False),
        sa.Column("ready_at", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=True),
        sa.Column("tries", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("kind IN ('card', 'alert', 'proof', 'line', 'money')", name=op.f("ck_outbox_kind_known")),
        sa.CheckConstraint("state IN ('queued', 'leased', 'sent', 'dead')", name=op.f("ck_outbox_state_known")),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
    )
    op.create_index("ix_outbox_ended_at", "outbox", ["ended_at"], **only("state IN ('sent', 'dead')"))
    op.create_index("ix_outbox_ready_at", "outbox", ["ready_at"], **only("state IN ('queued', 'leased')"))
    op.create_index("ix_outbox_recipient", "outbox", ["recipient", "id"], **only("state IN ('queued', 'leased')"))
    op.create_index(
        "uq_outbox_waiting_card",
        "outbox",
        ["recipient", "order_id"],
        unique=True,
        **only("kind = 'card' AND state = 'queued'"),
    )

    op.create_table(
        "desk_clock",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("offset_ms", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_desk_clock_single")),
        sa.CheckConstraint("offset_ms >= 0", name=op.f("ck_desk_clock_never_back")),
        sa.PrimaryKeyConstraint("id", name="pk_desk_clock"),
    )


def downgrade() -> None:
    op.drop_table("desk_clock")
    op.drop_table("outbox")
    op.drop_table("inbox")
