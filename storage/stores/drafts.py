"""Half-filled forms, one per person."""

import json
from typing import Any, Final

from sqlalchemy import Select, bindparam, delete, select

from domain.forms.model import Draft
from domain.kernel.ids import UserId
from storage.engine import Row, Sql
from storage.engine.portable import insert
from storage.schema.forms import drafts

KEPT: Final = ("form", "step", "answers", "token", "message", "touched_at")
_FIND: Final[Select[Any]] = select(*(drafts.c[name] for name in KEPT)).where(drafts.c.user_id == bindparam("user"))
_row: Final = insert(drafts).values(user_id=bindparam("user"), **{name: bindparam(f"new_{name}") for name in KEPT})
_PUT: Final = _row.on_conflict_do_update(
    index_elements=[drafts.c.user_id], set_={name: _row.excluded[name] for name in KEPT}
)
_DROP: Final = delete(drafts).where(drafts.c.user_id == bindparam("user"))


class DraftStore:
    """See `domain.forms.ports.Drafts`."""

    def __init__(self, sql: Sql) -> None:
        self._sql = sql

    def find(self, user: UserId) -> Draft | None:
        row = self._sql.fetch_one(_FIND, user=user)
        return None if row is None else draft_of(user, row)

    def put(self, draft: Draft) -> None:
        self._sql.execute(
            _PUT,
            user=draft.user,
            new_form=draft.form,
            new_step=draft.step,
            new_answers=json.dumps(dict(draft.values), ensure_ascii=False),
            new_token=draft.token,
            new_message=draft.message,
            new_touched_at=draft.touched_at,
        )

    def drop(self, user: UserId) -> None:
        self._sql.execute_later(_DROP, row=user, user=user)


def draft_of(user: UserId, row: Row) -> Draft:
    """A draft from the values of the `KEPT` columns."""
    form, step, answers, token, message, touched_at = row
    return Draft(user, form, step, json.loads(answers), token, message, touched_at)
