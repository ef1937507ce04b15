"""Keeps and drops drafts. Nothing a form holds has any effect before its own use case confirms it."""

from dataclasses import replace

from domain.forms.model import Draft
from domain.kernel.ids import UserId
from domain.work import Work


def keep_draft(work: Work, draft: Draft) -> Draft:
    """Stores what was just typed or chosen, stamped with now."""
    kept = replace(draft, touched_at=work.now)
    work.drafts.put(kept)
    return kept


def drop_draft(work: Work, user: UserId) -> None:
    """Forgets an unfinished form."""
    work.drafts.drop(user)
