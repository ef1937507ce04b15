"""What the desk does for itself: rolling up sums, dropping what is old and done, checking its own books."""

import logging

from domain.kernel.moments import Instant
from storage.checks import check
from storage.engine import Desk as Gate
from storage.rollup import roll_up
from storage.upkeep import drop_done_updates, drop_ended_notices
from storage.work import StorageWork

log = logging.getLogger(__name__)


class Housekeeping:
    """Periodic jobs that no person waits for."""

    def __init__(self, gate: Gate[StorageWork]) -> None:
        self._gate = gate

    async def roll_up(self) -> None:
        """Keeps the balance of the accounts that everybody touches quick to read."""
        await self._gate.write(roll_up)

    async def clean_up(self) -> None:
        """Drops finished updates and sent notices after their time; money and history are never dropped."""
        await self._gate.write(_drop_old)

    async def audit(self) -> None:
        """Checks every invariant; a finding is the loudest line this desk can log."""
        for finding in await self._gate.read_snapshot(check):
            log.critical("the books are wrong: %s", finding)


def _drop_old(work: StorageWork) -> None:
    before = Instant(work.now - work.rules.inbox_kept_ms)
    drop_done_updates(work, before)
    drop_ended_notices(work, before)
