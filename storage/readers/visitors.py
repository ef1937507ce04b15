"""Who somebody is and which form they have open, in one statement."""

from typing import Any, Final

from sqlalchemy import Select, bindparam, select

from domain.forms.model import Draft
from domain.kernel.ids import UserId
from domain.users.model import User
from storage.engine import Sql
from storage.schema.forms import drafts
from storage.schema.users import users
from storage.stores.drafts import KEPT, draft_of
from storage.stores.users import USER_COLUMNS, user_of

_FIND: Final[Select[Any]] = (
    select(*USER_COLUMNS, *(drafts.c[name] for name in KEPT))
    .select_from(users.outerjoin(drafts, drafts.c.user_id == users.c.id))
    .where(users.c.id == bindparam("user"))
)


class VisitorReader:
    """See `domain.forms.ports.Visitors`."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def find(self, user: UserId) -> tuple[User, Draft | None] | None:
        row = self._sql.fetch_one(_FIND, user=user)
        if row is None:
            return None
        account, form = row[: len(USER_COLUMNS)], row[len(USER_COLUMNS) :]
        return user_of(account), None if form[0] is None else draft_of(user, form)
