"""L6: the triggers that keep the book, the terms, the history and the evidence from being changed are in place."""

from collections.abc import Iterator
from typing import Final

from sqlalchemy import text

from storage.checks.finding import Finding
from storage.engine import PerDialect, Sql

APPEND_ONLY: Final = (
    "chat_lines", "ledger_entries", "ledger_postings", "order_history", "order_terms",
    "proof_marks", "proof_matches", "proofs", "ratings",
)  # fmt: skip

_TRIGGERS: Final = PerDialect(
    sqlite=text("SELECT tbl_name, name FROM sqlite_master WHERE type = 'trigger'"),
    postgresql=text("""
        SELECT c.relname, t.tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
        WHERE NOT t.tgisinternal AND t.tgenabled <> 'D' AND pg_table_is_visible(c.oid)
    """),
)
_EXPECTED: Final = {
    "sqlite": ("{}_refuses_update", "{}_refuses_delete"),
    "postgresql": ("{}_refuses_change", "{}_refuses_truncate"),
}


def guard_findings(sql: Sql) -> Iterator[Finding]:
    """A table whose trigger is gone or switched off."""
    present = {(table, trigger) for table, trigger in sql.fetch_all(_TRIGGERS)}
    for table in APPEND_ONLY:
        for pattern in _EXPECTED[sql.dialect]:
            trigger = pattern.format(table)
            if (table, trigger) not in present:
                yield Finding("L6", f"table {table}", f"lost its trigger {trigger}: rows can be changed unseen")
