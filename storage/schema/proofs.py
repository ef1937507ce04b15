"""Payment proofs: what was uploaded, by its hashes; the bytes lie in the vault."""

from typing import Final

from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, LargeBinary, Table

from storage.schema.columns import metadata, numbered, whole, words

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
)
"""Append-only by triggers. The last index finds a receipt that was shown for another order before."""
