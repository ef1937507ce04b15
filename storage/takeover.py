"""After a crash of the only worker: nobody waits for the leases of the dead to run out."""

from typing import TYPE_CHECKING, Final

from sqlalchemy import bindparam, update

from storage.schema.inbox import inbox
from storage.schema.notices import outbox
from storage.schema.orders import deadlines

if TYPE_CHECKING:
    from storage.work import StorageWork

_VOID: Final = tuple(
    update(table).where(table.c.owner.is_not(None)).values(ready_at=bindparam("now"), owner=None)
    for table in (inbox, outbox, deadlines)
)


def take_over(work: "StorageWork") -> int:
    """Voids every lease and says how many; for the process that has just begun to serve alone.

    On PostgreSQL others may be at work, so theirs run out by themselves and nothing is done here.
    """
    if work.sql.dialect == "postgresql":
        return 0
    return sum(work.sql.execute(statement, now=work.now) for statement in _VOID)
