"""`otcdesk admin clock`: moves the desk's time forward, so that nobody waits for a payment window in the sandbox."""

from typing import Annotated, Final

import typer

from admin_cli.admin.answers import Declined
from admin_cli.admin.desk import read, write
from admin_cli.admin.sheets import AsJson, clock_time, sentence
from bot.settings import Settings
from domain.kernel.moments import DAY, SECOND, Instant
from storage import clock as desk_clock
from storage.work import StorageWork

MOST_SECONDS: Final = 366 * DAY // SECOND

clock = typer.Typer(name="clock", help="Move the desk's time, in the sandbox only.", no_args_is_help=True)


@clock.callback()
def _noun() -> None:
    """Keeps `advance` a verb of its own while it is the only one."""


@clock.command()
def advance(
    seconds: Annotated[int, typer.Argument(min=1, max=MOST_SECONDS, help="How far, in whole seconds.")],
    as_json: AsJson = False,
) -> None:
    """Move the desk's time forward; it never goes back. Works only while the Bot API is a sandbox on this machine."""
    settings = Settings()
    if not settings.is_sandboxed:
        raise Declined(
            f"the clock of a real desk is not moved: it speaks to {settings.telegram_api}, not to a sandbox here"
        )
    write(desk_clock.advance, seconds * SECOND)
    now = read(_now)
    sentence({"advanced_seconds": seconds, "now_ms": now}, as_json, f"It is {clock_time(now)} UTC at the desk now.")


def _now(work: StorageWork) -> Instant:
    return work.now
