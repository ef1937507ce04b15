"""People and what their ended orders say about them."""

from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, Table

from storage.schema.columns import flag, metadata, numbered, only_flag, whole, words

users: Final = Table(
    "users",
    metadata,
    numbered("number"),
    whole("id"),
    words("alias"),
    words("language"),
    flag("is_merchant"),
    words("payer_name", optional=True),
    whole("joined_at"),
    whole("unreachable_at", optional=True),
    only_flag("is_merchant"),
    Index("uq_users_id", "id", unique=True),
)
"""`id` is the Telegram user id and what everything refers to; `number` is counted by the desk and makes the code."""

records: Final = Table(
    "records",
    metadata,
    whole("user_id", ForeignKey("users.id"), key=True),
    whole("completed"),
    whole("at_fault"),
    whole("release_ms"),
    whole("released"),
    CheckConstraint("completed >= 0 AND at_fault >= 0 AND release_ms >= 0 AND released >= 0", name="only_grows"),
)
"""Counters for the screen; `storage.checks` recomputes them from the orders."""
