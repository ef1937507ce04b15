"""`otcdesk admin outbox`: notices that wait, and those that could not be delivered."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Annotated, Final

import typer

from admin_cli.admin.answers import Declined
from admin_cli.admin.desk import read, write
from admin_cli.admin.sheets import AsJson, Sheet, answer, clock_time, sentence
from storage import upkeep
from storage.upkeep import OutboxLine
from storage.work import StorageWork

outbox = typer.Typer(name="outbox", help="Look after notices that wait or are dead.", no_args_is_help=True)


class State(StrEnum):
    """Where a notice can be."""

    DEAD = "dead"
    LEASED = "leased"
    QUEUED = "queued"
    SENT = "sent"


UNSENT: Final = (State.DEAD, State.LEASED, State.QUEUED)


@outbox.command("list")
def list_(
    state: Annotated[State | None, typer.Option(help="Only these; without it all that were not sent.")] = None,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many of the newest of each state.")] = 100,
    as_json: AsJson = False,
) -> None:
    """List what waits to be told and what could not be."""
    lines = read(_lines, UNSENT if state is None else (state,), limit)
    document = [
        {
            "id": line.id,
            "user": line.recipient,
            "kind": line.kind,
            "order": line.order,
            "headline": line.headline,
            "state": line.state,
            "queued_at_ms": line.queued_at,
            "ready_at_ms": line.ready_at,
            "tries": line.tries,
            "reason": line.reason,
        }
        for line in lines
    ]
    rows = [
        (
            line.id,
            line.recipient,
            line.kind,
            line.order,
            line.headline,
            line.state,
            clock_time(line.queued_at),
            line.tries,
            line.reason,
        )
        for line in lines
    ]
    columns = ("id>", "user>", "kind", "order>", "text", "state", "queued (UTC)", "tries>", "reason")
    answer({"notices": document}, as_json, Sheet(f"{len(rows)} notices", columns, rows))


@outbox.command()
def requeue(
    row: Annotated[int, typer.Argument(metavar="ID", min=1, help="The first column of `outbox list`.")],
    as_json: AsJson = False,
) -> None:
    """Let one dead notice try again."""
    write(_requeue, row)
    sentence({"id": row, "state": "queued"}, as_json, f"Notice {row} will be sent again.")


def _lines(work: StorageWork, states: Sequence[State], limit: int) -> list[OutboxLine]:
    return [line for state in states for line in upkeep.list_outbox(work, state, limit)]


def _requeue(work: StorageWork, row: int) -> None:
    if not upkeep.requeue(work, row):
        raise Declined(f"notice {row} is not among the dead ones")
