"""The book: entries and postings that only ever grow, and the counters kept beside them."""

from typing import Final

from sqlalchemy import CheckConstraint, ForeignKey, Index, Table, text

from domain.ledger.accounts import UNCOUNTED, AccountKind
from domain.ledger.entry import EntryKind
from storage.schema.columns import metadata, numbered, only_known, whole, words

_NOT_EMPTY: Final = text("credits > debits")
_COUNTED: Final = tuple(kind for kind in AccountKind if kind not in UNCOUNTED)

SOURCE_OF_NOBODY: Final = text("source_owner IS NULL")
TARGET_OF_NOBODY: Final = text("target_owner IS NULL")

ledger_accounts: Final = Table(
    "ledger_accounts",
    metadata,
    words("name", key=True),
    words("kind"),
    words("asset"),
    whole("owner_id"),
    whole("subject", optional=True),
    whole("credits"),
    whole("debits"),
    only_known("kind", _COUNTED),
    CheckConstraint("debits >= 0 AND credits >= debits", name="never_negative"),
    Index("ix_ledger_accounts_holdings", "owner_id", sqlite_where=_NOT_EMPTY, postgresql_where=_NOT_EMPTY),
    sqlite_with_rowid=False,
)
"""One row per account of a person. Both counters only grow; the balance is their difference."""

ledger_entries: Final = Table(
    "ledger_entries",
    metadata,
    numbered(),
    words("reference"),
    words("kind"),
    whole("order_id", ForeignKey("orders.id"), optional=True),
    whole("settles_order", optional=True),
    whole("settles_round", optional=True),
    words("fingerprint"),
    words("memo"),
    whole("at"),
    only_known("kind", EntryKind),
    CheckConstraint("(settles_order IS NULL) = (settles_round IS NULL)", name="settles_whole"),
    Index("uq_ledger_entries_reference", "reference", unique=True),
    Index("uq_ledger_entries_settles", "settles_order", "settles_round", unique=True),
)
"""Append-only by triggers. The second unique key is what makes settling twice impossible."""

ledger_postings: Final = Table(
    "ledger_postings",
    metadata,
    whole("entry_id", ForeignKey("ledger_entries.id"), key=True),
    whole("n", key=True),
    words("source"),
    words("target"),
    words("asset"),
    whole("units"),
    whole("source_owner", optional=True),
    whole("target_owner", optional=True),
    CheckConstraint("units > 0", name="moves_something"),
    CheckConstraint("source <> target", name="goes_elsewhere"),
    CheckConstraint("substr(source, 1, 9) <> 'platform:'", name="platform_never_pays"),
    Index("ix_ledger_postings_source_owner", "source_owner", "entry_id"),
    Index("ix_ledger_postings_target_owner", "target_owner", "entry_id"),
    Index(
        "ix_ledger_postings_uncounted_source",
        "source",
        "entry_id",
        sqlite_where=SOURCE_OF_NOBODY,
        postgresql_where=SOURCE_OF_NOBODY,
    ),
    Index(
        "ix_ledger_postings_uncounted_target",
        "target",
        "entry_id",
        sqlite_where=TARGET_OF_NOBODY,
        postgresql_where=TARGET_OF_NOBODY,
    ),
)
"""Append-only by triggers. No owner means the platform or the world, whose accounts keep no counters.

Nothing leaves the platform's accounts yet, so a CHECK keeps them above zero without a row that everybody waits for.
"""

ledger_rollups: Final = Table(
    "ledger_rollups",
    metadata,
    words("name", key=True),
    whole("credits"),
    whole("debits"),
    whole("up_to_entry"),
)
"""What the uncounted accounts had moved up to an entry; a balance adds the postings after it."""
