"""Updates as Telegram delivered them, until they are worked off."""

from typing import Final

from sqlalchemy import Index, Table, text

from storage.schema.columns import flag, metadata, numbered, only_flag, only_known, whole, words

UNFINISHED: Final = text("state IN ('new', 'leased')")
DONE: Final = text("state = 'done'")
"""As the indexes say it, word for word: an engine uses a partial index only for a condition it recognises."""

inbox: Final = Table(
    "inbox",
    metadata,
    numbered(),
    whole("bot_id"),
    whole("update_id"),
    whole("lane"),
    words("payload"),
    whole("received_at"),
    whole("ready_at"),
    words("state"),
    flag("applied"),
    words("owner", optional=True),
    whole("tries"),
    words("error", optional=True),
    only_known("state", ("new", "leased", "done", "quarantined")),
    only_flag("applied"),
    Index("uq_inbox_update", "bot_id", "update_id", unique=True),
    Index("ix_inbox_lane", "lane", "bot_id", "id", sqlite_where=UNFINISHED, postgresql_where=UNFINISHED),
    Index("ix_inbox_ready_at", "bot_id", "ready_at", sqlite_where=UNFINISHED, postgresql_where=UNFINISHED),
    Index("ix_inbox_received_at", "received_at", sqlite_where=DONE, postgresql_where=DONE),
)
"""`lane` is the Telegram user whose updates run one at a time; `applied` says that its effects are committed.

`ready_at` is when it may be taken: when it came, when its lease ends, or when it is to be tried again.
"""
