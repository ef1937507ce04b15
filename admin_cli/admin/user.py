"""`otcdesk admin user`: one person as the desk knows them."""

import typer

from admin_cli.admin.desk import read
from admin_cli.admin.people import UserName, person
from admin_cli.admin.sheets import AsJson, Sheet, answer, clock_time
from domain.users.model import Record, User
from storage.work import StorageWork

user = typer.Typer(name="user", help="Look at one person.", no_args_is_help=True)


@user.callback()
def _noun() -> None:
    """Keeps `show` a verb of its own while it is the only one."""


@user.command()
def show(user: UserName, as_json: AsJson = False) -> None:
    """Show who somebody is to the desk, and what their ended orders say."""
    known, record, live = read(_look, user)
    document = {
        "user": known.id,
        "code": known.code,
        "alias": known.alias,
        "language": known.language,
        "is_merchant": known.is_merchant,
        "payer_name": known.payer_name,
        "joined_at_ms": known.joined_at,
        "live_orders": live,
        "completed": record.completed,
        "at_fault": record.at_fault,
        "completion_percent": record.completion_percent,
        "average_release_ms": record.average_release_ms,
    }
    rows = [
        ("Telegram id", known.id),
        ("code", f"#{known.code}"),
        ("alias", known.alias),
        ("language", known.language),
        ("merchant", "yes" if known.is_merchant else "no"),
        ("pays as", known.payer_name),
        ("joined (UTC)", clock_time(known.joined_at)),
        ("live orders", live),
        ("completed", record.completed),
        ("ended at their fault", record.at_fault),
    ]
    answer(document, as_json, Sheet("", ("", ""), rows))


def _look(work: StorageWork, name: str) -> tuple[User, Record, int]:
    known = person(work, name)
    return known, work.users.profile(known.id).record, work.orders.count_live(known.id)
