"""The statement as a document: read in one look, written beside the loop, sent below."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Final

from domain.kernel.ids import UserId
from domain.work import Reading
from handlers.callbacks import PaperButton, PaperVerb
from handlers.show import alert, post_document, toast
from handlers.views.markup import utc_text
from handlers.views.screen import Screen
from handlers.views.statement_file import Statement, csv_file, json_file
from handlers.views.wallet import statement_file_text
from handlers.visit import Pressed, Visit

EXPORTED_LINES: Final = 5_000
_WRITERS: Final[Mapping[PaperVerb, tuple[str, Callable[[Statement], bytes]]]] = {
    PaperVerb.CSV: ("csv", csv_file),
    PaperVerb.JSON: ("json", json_file),
}


async def export(visit: Visit, pressed: Pressed, button: PaperButton) -> None:
    found = await visit.desk.read(exported, visit.user.id, EXPORTED_LINES)
    if not found.lines:
        await alert(visit.bot, pressed.query, visit.texts.plain("statement-none"))
        return
    await toast(visit.bot, pressed.query)
    ending, write = _WRITERS[button.verb]
    data = await asyncio.to_thread(write, found)
    name = f"otcdesk-statement-{utc_text(visit.now)[:10]}.{ending}"
    await post_document(visit.bot, visit.user.id, Screen(statement_file_text(found, visit.texts)), data, name)


def exported(reading: Reading, user: UserId, limit: int) -> Statement:
    """The newest lines, oldest first. What lies before them can no longer change, so the two looks agree."""
    lines = reading.book.statement(user, before=None, limit=limit)[::-1]
    return Statement(reading.book.owned_before(user, lines[0].entry) if lines else (), lines)
