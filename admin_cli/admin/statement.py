"""`otcdesk admin statement`: every movement on one person's balances, newest first."""

from collections.abc import Sequence
from typing import Annotated

import typer

from admin_cli.admin.desk import read
from admin_cli.admin.people import UserName, person
from admin_cli.admin.sheets import AsJson, Sheet, answer, clock_time, money, told
from domain.ledger.ports import StatementLine
from domain.users.model import User
from storage.work import StorageWork


def statement(
    user: UserName,
    limit: Annotated[int, typer.Option(min=1, max=10_000, help="How many of the newest lines.")] = 50,
    before: Annotated[int | None, typer.Option(min=1, help="Only lines below this entry number.")] = None,
    as_json: AsJson = False,
) -> None:
    """Show what moved on a person's balances, newest first."""
    owner, lines = read(_lines, user, before, limit)
    document = {
        "user": owner.id,
        "code": owner.code,
        "lines": [
            {
                "entry": line.entry,
                "at_ms": line.at,
                "kind": line.kind,
                "account": line.account,
                "subject": line.subject,
                "change": money(line.change),
                "reference": line.reference,
            }
            for line in lines
        ],
    }
    rows = [
        (line.entry, clock_time(line.at), line.kind, line.account, line.subject, told(line.change), line.reference)
        for line in lines
    ]
    columns = ("entry>", "at (UTC)", "kind", "account", "ad or order>", "change>", "reference")
    answer(document, as_json, Sheet(f"{owner.alias} #{owner.code}", columns, rows))


def _lines(work: StorageWork, name: str, before: int | None, limit: int) -> tuple[User, Sequence[StatementLine]]:
    user = person(work, name)
    return user, work.book.statement(user.id, before=before, limit=limit)
