"""Notices on their way out, and the messages in people's chats that show orders."""

from typing import Final

from sqlalchemy import ForeignKey, Index, Table, text

from domain.notices.model import NoticeKind
from storage.schema.columns import flag, metadata, numbered, only_flag, only_known, whole, words

UNSENT: Final = text("state IN ('queued', 'leased')")
ENDED: Final = text("state IN ('sent', 'dead')")
WAITING_CARD: Final = text("kind = 'card' AND state = 'queued'")
"""As the indexes say it, word for word: an engine uses a partial index only for a condition it recognises."""

outbox: Final = Table(
    "outbox",
    metadata,
    numbered(),
    whole("recipient"),
    words("kind"),
    whole("order_id", optional=True),
    words("headline"),
    whole("subject", optional=True),
    whole("queued_at"),
    whole("ready_at"),
    words("state"),
    words("owner", optional=True),
    whole("tries"),
    words("reason", optional=True),
    whole("ended_at", optional=True),
    only_known("kind", NoticeKind),
    only_known("state", ("queued", "leased", "sent", "dead")),
    Index("ix_outbox_ready_at", "ready_at", sqlite_where=UNSENT, postgresql_where=UNSENT),
    Index("ix_outbox_recipient", "recipient", "id", sqlite_where=UNSENT, postgresql_where=UNSENT),
    Index("ix_outbox_ended_at", "ended_at", sqlite_where=ENDED, postgresql_where=ENDED),
    Index(
        "uq_outbox_waiting_card",
        "recipient",
        "order_id",
        unique=True,
        sqlite_where=WAITING_CARD,
        postgresql_where=WAITING_CARD,
    ),
)
"""`leased` means that somebody took it once; whoever comes after `ready_at` may take it again."""

cards: Final = Table(
    "cards",
    metadata,
    whole("user_id", key=True),
    whole("order_id", ForeignKey("orders.id"), key=True),
    whole("message"),
    flag("has_picture"),
    only_flag("has_picture"),
    sqlite_with_rowid=False,
)

card_links: Final = Table(
    "card_links",
    metadata,
    whole("user_id", key=True),
    whole("message", key=True),
    whole("order_id", ForeignKey("orders.id")),
    sqlite_with_rowid=False,
)
"""Every message that belongs to an order, its cards old and new among them, so that a reply finds the way."""
