"""What people said of each other, and whom they favour or avoid."""

from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, Table

from domain.trust.model import Mark, Verdict
from storage.schema.columns import metadata, only_known, whole, words

ratings: Final = Table(
    "ratings",
    metadata,
    whole("order_id", ForeignKey("orders.id"), key=True),
    whole("by_id", ForeignKey("users.id"), key=True),
    whole("about_id", ForeignKey("users.id")),
    words("verdict"),
    words("tags"),
    whole("at"),
    whole("opens_at"),
    only_known("verdict", Verdict),
    CheckConstraint("by_id <> about_id", name="two_people"),
    CheckConstraint("at < opens_at", name="in_time"),
    Index("ix_ratings_about_id", "about_id", "order_id"),
)
"""Append-only by triggers. `tags` are joined by commas; a rating is blind until `opens_at` or until both are in."""

marks: Final = Table(
    "marks",
    metadata,
    whole("by_id", ForeignKey("users.id"), key=True),
    whole("about_id", ForeignKey("users.id"), key=True),
    words("kind"),
    whole("at"),
    only_known("kind", Mark),
    CheckConstraint("by_id <> about_id", name="two_people"),
)
