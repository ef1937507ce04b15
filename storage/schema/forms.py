"""What people have typed so far."""

from typing import Final

from sqlalchemy import Table

from storage.schema.columns import metadata, whole, words

drafts: Final = Table(
    "drafts",
    metadata,
    whole("user_id", key=True),
    words("form"),
    words("step"),
    words("answers"),
    words("token"),
    whole("message", optional=True),
    whole("touched_at"),
)
