"""What migrations say the same way each time: row numbers, partial indexes, and tables that only ever grow."""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

numbered: Final = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
"""SQLite numbers rows by itself only in a column declared as plain INTEGER."""


def only(condition: str) -> dict[str, Any]:
    """The keywords of an index over the rows of this condition alone."""
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def guard(table: str) -> None:
    """From now on rows of this table can be added, but neither changed nor removed.

    A table that a batch operation copies on SQLite loses this and must be guarded again.
    """
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_refuses_{verb.lower()} BEFORE {verb} ON {table}"
                f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(_REFUSE)
    op.execute(
        f"CREATE TRIGGER {table}_refuses_change BEFORE UPDATE OR DELETE ON {table}"
        " FOR EACH ROW EXECUTE FUNCTION refuse_change()"
    )
    op.execute(
        f"CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table}"
        " FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
    )


def unguard(table: str) -> None:
    """Takes back what `guard` did."""
    if op.get_bind().dialect.name == "sqlite":
        for verb in ("update", "delete"):
            op.execute(f"DROP TRIGGER {table}_refuses_{verb}")
        return
    op.execute(f"DROP TRIGGER {table}_refuses_change ON {table}")
    op.execute(f"DROP TRIGGER {table}_refuses_truncate ON {table}")


def drop_refusal() -> None:
    """Removes the last trace of guarding, once no table is guarded any more."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_change()")


_REFUSE: Final = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$
"""
