"""A form asks for the payer's name, which outlives the form."""

from domain.forms.model import Draft
from domain.forms.use_cases.drafts import keep_draft
from domain.users.model import User
from domain.users.use_cases.join import set_payer_name
from domain.work import Work


def name_payer(work: Work, draft: Draft, name: str) -> User:
    """Keeps the name for good and the form for later. Raises `Refusal` (text-empty, text-too-long)."""
    user = set_payer_name(work, draft.user, name)
    keep_draft(work, draft)
    return user
