"""`otcdesk admin inbox`: updates that wait, and those set aside because they failed too often."""

import json
from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Final

import typer

from admin_cli.admin.answers import Declined
from admin_cli.admin.desk import read, write
from admin_cli.admin.sheets import AsJson, Sheet, answer, clock_time, sentence
from storage import quarantine, upkeep
from storage.upkeep import InboxLine
from storage.work import StorageWork

inbox = typer.Typer(name="inbox", help="Look after updates that wait or were set aside.", no_args_is_help=True)


class State(StrEnum):
    """Where an update can be."""

    QUARANTINED = "quarantined"
    LEASED = "leased"
    NEW = "new"
    DONE = "done"


UNFINISHED: Final = (State.QUARANTINED, State.LEASED, State.NEW)
Row = Annotated[int, typer.Argument(metavar="ID", min=1, help="The first column of `inbox list`.")]


@inbox.command("list")
def list_(
    state: Annotated[State | None, typer.Option(help="Only these; without it all that are not done.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many of the newest of each state.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List what waits and what was set aside, without what people wrote."""
    lines = read(_lines, UNFINISHED if state is None else (state,), limit)
    document = [
        {
            "id": line.id,
            "bot_id": line.bot_id,
            "update_id": line.update_id,
            "user": line.lane,
            "state": line.state,
            "received_at_ms": line.received_at,
            "tries": line.tries,
            "error": line.error,
        }
        for line in lines
    ]
    rows = [
        (line.id, line.update_id, line.lane, line.state, clock_time(line.received_at), line.tries, line.error)
        for line in lines
    ]
    columns = ("id>", "update>", "user>", "state", "received (UTC)", "tries>", "error")
    answer({"updates": document}, as_json, Sheet(f"{len(rows)} updates", columns, rows))


@inbox.command()
def show(row: Row, as_json: AsJson = True) -> None:
    """Show one update as Telegram sent it, what a person wrote in it included: always as JSON."""
    # JSON for people too: it is what Telegram sent, and it spells out whatever could drive a terminal.
    answer(json.loads(read(_content, row)), as_json)


@inbox.command()
def replay(row: Row, as_json: AsJson = False) -> None:
    """Let an update that was set aside try again, after what hindered it is mended."""
    write(_replay, row)
    sentence({"id": row, "state": "new"}, as_json, f"Update {row} will be tried again.")


@inbox.command()
def drop(row: Row, as_json: AsJson = False) -> None:
    """Leave an update that was set aside undone for good."""
    write(_drop, row)
    sentence({"id": row, "state": "done"}, as_json, f"Update {row} stays undone.")


def _lines(work: StorageWork, states: Sequence[State], limit: int) -> list[InboxLine]:
    return [line for state in states for line in upkeep.list_inbox(work, state, limit)]


def _content(work: StorageWork, row: int) -> str:
    content = quarantine.content(work, row)
    if content is None:
        raise Declined(f"there is no update {row}")
    return content


def _replay(work: StorageWork, row: int) -> None:
    if not upkeep.replay(work, row):
        raise _not_set_aside(row)


def _drop(work: StorageWork, row: int) -> None:
    if not quarantine.drop(work, row):
        raise _not_set_aside(row)


def _not_set_aside(row: int) -> Declined:
    return Declined(f"row {row} is not in quarantine")
