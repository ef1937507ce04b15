"""How each person last looked at the market."""

from typing import Final

from sqlalchemy import ForeignKey, Table

from domain.ads.model import Side
from storage.schema.columns import flag, metadata, only_flag, only_known, whole, words

last_looks: Final = Table(
    "last_looks",
    metadata,
    whole("user_id", ForeignKey("users.id"), key=True),
    words("side"),
    words("asset"),
    words("fiat"),
    words("method"),
    flag("only_takeable"),
    only_known("side", Side),
    only_flag("only_takeable"),
    sqlite_with_rowid=False,
)
"""Without the amount: what somebody wanted to spend last week would only hide what is there today."""
