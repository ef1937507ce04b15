"""Payment proofs: what was uploaded, by its hashes; the bytes lie in the vault."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, LargeBinary, Table

from domain.proofs.model import Likeness
from storage.schema.columns import metadata, numbered, only_known, whole, words

proofs: Final = Table(
    "proofs",
    metadata,
    numbered(),
    whole("order_id", ForeignKey("orders.id")),
    whole("number"),
    whole("by_id"),
    words("sha256"),
    words("viewer", optional=True),
    words("kind"),
    whole("size_bytes"),
    Column("dhash", LargeBinary, nullable=True),
    words("telegram_unique_id"),
    words("source"),
    whole("at"),
    CheckConstraint("number >= 1", name="counts_from_one"),
    Index("uq_proofs_number", "order_id", "number", unique=True),
    Index("uq_proofs_source", "order_id", "source", unique=True),
    Index("uq_proofs_bytes", "order_id", "sha256", unique=True),
    Index("ix_proofs_sha256", "sha256"),
    Index("ix_proofs_telegram_unique_id", "telegram_unique_id"),
)
"""Append-only by triggers. The last two indexes find a receipt that was shown for another order before."""

proof_marks: Final = Table(
    "proof_marks",
    metadata,
    whole("mark", key=True),
    whole("proof_id", ForeignKey("proofs.id"), key=True),
    sqlite_with_rowid=False,
)
"""Append-only by triggers. The numbers by which the radar finds a picture that looks the same, six for each."""

proof_matches: Final = Table(
    "proof_matches",
    metadata,
    whole("proof_id", ForeignKey("proofs.id"), key=True),
    whole("earlier_id", ForeignKey("proofs.id")),
    words("likeness"),
    only_known("likeness", Likeness),
    CheckConstraint("earlier_id < proof_id", name="looks_back"),
)
"""Append-only by triggers. What the radar saw when a proof was filed; most proofs have no row."""
