"""The proof-reuse radar: marks of pictures, and what was found when a proof was filed."""

import sqlalchemy as sa
from alembic import op

from storage.migrations.wording import guard, unguard

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

APPEND_ONLY = ("proof_marks", "proof_matches")


def upgrade() -> None:
    op.create_index("ix_proofs_telegram_unique_id", "proofs", ["telegram_unique_id"])
    op.create_table(
        "proof_marks",
        sa.Column("mark", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("proof_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.ForeignKeyConstraint(["proof_id"], ["proofs.id"], name="fk_proof_marks_proof_id_proofs"),
        sa.PrimaryKeyConstraint("mark", "proof_id", name="pk_proof_marks"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "proof_matches",
        sa.Column("proof_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("earlier_id", sa.BigInteger(), nullable=False),
        sa.Column("likeness", sa.Text(), nullable=False),
        sa.CheckConstraint("likeness IN ('same', 'near')", name=op.f("ck_proof_matches_likeness_known")),
        sa.CheckConstraint("earlier_id < proof_id", name=op.f("ck_proof_matches_looks_back")),
        sa.ForeignKeyConstraint(["proof_id"], ["proofs.id"], name="fk_proof_matches_proof_id_proofs"),
        sa.ForeignKeyConstraint(["earlier_id"], ["proofs.id"], name="fk_proof_matches_earlier_id_proofs"),
        sa.PrimaryKeyConstraint("proof_id", name="pk_proof_matches"),
    )
    _mark_what_is_on_file()
    for table in APPEND_ONLY:
        guard(table)


def downgrade() -> None:
    for table in reversed(APPEND_ONLY):
        unguard(table)
    op.drop_table("proof_matches")
    op.drop_table("proof_marks")
    op.drop_index("ix_proofs_telegram_unique_id", "proofs")


def _mark_what_is_on_file() -> None:
    """Pictures filed before there was a radar can be found by it, too."""
    connection = op.get_bind()
    marks = sa.table("proof_marks", sa.column("mark"), sa.column("proof_id"))
    after = 0
    while True:
        filed = connection.execute(_FILED, {"after": after}).all()
        rows = [{"mark": mark, "proof_id": proof} for proof, dhash in filed for mark in _marks(dhash)]
        if rows:
            connection.execute(sa.insert(marks), rows)
        if len(filed) < _AT_ONCE:
            return
        after = filed[-1][0]


def _marks(dhash: bytes) -> list[int]:
    """As the radar made them in the version that brought this step; a migration never follows later rules."""
    bits = int.from_bytes(dhash, "big")
    if bits.bit_count() <= 5:
        return []
    return [
        (number + 1) << 43 | sum((bits >> (place + number) & 1) << (42 - n) for n, place in enumerate(range(0, 256, 6)))
        for number in range(6)
    ]


_AT_ONCE = 1_000
_FILED = sa.text(
    f"SELECT id, dhash FROM proofs WHERE dhash IS NOT NULL AND id > :after ORDER BY id LIMIT {_AT_ONCE}"  # noqa: S608
)
