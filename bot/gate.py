"""Opens the gate to the database as the settings say; both the bot and the console come in through here."""

from bot.settings import Settings
from domain.operations.rules import DEFAULTS
from storage.clock import now_of
from storage.engine import Desk as Gate
from storage.engine import open_desk
from storage.work import StorageWork, work_under


async def open_gate(settings: Settings, *, exclusive: bool) -> Gate[StorageWork]:
    """`exclusive` for the serving process. The clock can be moved only while Telegram is a sandbox on this machine."""
    return await open_desk(
        settings.database,
        work_factory=work_under(DEFAULTS),
        now_of=now_of(shiftable=settings.is_sandboxed),
        exclusive=exclusive,
    )
