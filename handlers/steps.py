"""Moves a form on: the draft is kept first, then its one message shows the next question."""

from dataclasses import replace

from aiogram.types import Message

from domain.forms.model import Draft
from domain.forms.use_cases.drafts import keep_draft
from handlers.show import draw, erase, post
from handlers.views.screen import Screen
from handlers.visit import Spot, Visit


async def advance(visit: Visit, draft: Draft, screen: Screen) -> None:
    """Keeps the answers and shows the next question where the last one stood."""
    await visit.desk.write(keep_draft, draft)
    await show_step(visit, draft, screen)


async def show_step(visit: Visit, draft: Draft, screen: Screen) -> None:
    """The question anew at the bottom when its message is gone, which the draft then remembers."""
    if draft.message is None:
        shown = await post(visit.bot, visit.user.id, screen)
    else:
        shown = await draw(visit.bot, Spot(visit.user.id, draft.message), screen)
    if shown.message != draft.message:
        await visit.desk.write(keep_draft, replace(draft, message=shown.message))


async def tidy(visit: Visit, typed: Message) -> None:
    """Takes a typed answer away: the form shows what was read, and account details need not stay in the chat."""
    await erase(visit.bot, Spot(visit.user.id, typed.message_id))
