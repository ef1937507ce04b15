"""One update that was set aside, in an operator's hands: what is in it, and giving it up."""

from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Select, bindparam, select, update

from storage.schema.inbox import inbox

if TYPE_CHECKING:
    from storage.work import StorageWork

_CONTENT: Final[Select[Any]] = select(inbox.c.payload).where(inbox.c.id == bindparam("row"))
_DROP: Final = (
    update(inbox).where(inbox.c.id == bindparam("row"), inbox.c.state == "quarantined").values(state="done", owner=None)
)


def content(work: "StorageWork", number: int) -> str | None:
    """The update's JSON as Telegram sent it; None when there is no such row."""
    row = work.sql.fetch_one(_CONTENT, row=number)
    return None if row is None else str(row[0])


def drop(work: "StorageWork", number: int) -> bool:
    """It stays undone, and is forgotten with the finished ones in time. False when it is not set aside."""
    return work.sql.execute(_DROP, row=number) == 1
