"""Whether a database has the schema of this version, told without loading Alembic."""

from importlib.resources import files
from typing import Any, Final

from sqlalchemy import Select, column, select, table

from storage.engine import Desk
from storage.engine.errors import StatementFailed
from storage.work import StorageWork

_STAMP: Final[Select[Any]] = select(column("version_num")).select_from(table("alembic_version"))


async def is_current(gate: Desk[StorageWork]) -> bool:
    """False for an older database, and for an empty one."""
    try:
        return await gate.read(_stamp) == expected()
    except StatementFailed:
        return False


def expected() -> str:
    """The revision of the newest version file, whose name begins with it."""
    versions = files("storage") / "migrations" / "versions"
    return max(file.name for file in versions.iterdir() if file.name[0].isdigit()).partition("_")[0]


def _stamp(work: StorageWork) -> str | None:
    row = work.sql.fetch_one(_STAMP)
    return None if row is None else row[0]
