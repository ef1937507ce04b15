"""What belongs to the desk as a whole."""

from typing import Final

from sqlalchemy import CheckConstraint, Table

from storage.schema.columns import metadata, whole

desk_clock: Final = Table(
    "desk_clock",
    metadata,
    whole("id", key=True),
    whole("offset_ms"),
    CheckConstraint("id = 1", name="single"),
    CheckConstraint("offset_ms >= 0", name="never_back"),
)
"""How far the sandbox has moved the desk's time forward; production never reads it."""
