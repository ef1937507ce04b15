"""What people said inside their orders."""

from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, Table

from storage.schema.columns import metadata, whole, words

chat_lines: Final = Table(
    "chat_lines",
    metadata,
    whole("order_id", ForeignKey("orders.id"), key=True),
    whole("number", key=True),
    whole("by_id"),
    words("text"),
    words("picture", optional=True),
    words("source"),
    whole("at"),
    CheckConstraint("number >= 1", name="counts_from_one"),
    Index("uq_chat_lines_source", "source", unique=True),
    Index("ix_chat_lines_by_id", "by_id", "at"),
)
"""Append-only by triggers."""
