"""Lets due deadlines happen. A claimed row comes back by itself when the worker dies over it."""

import logging
from collections.abc import Callable
from typing import Final

from domain.kernel.ids import OrderId
from domain.kernel.moments import SECOND
from domain.orders.step import TimerKind
from domain.orders.use_cases.timeout import time_out
from storage import deadlines
from storage.engine import Desk as Gate
from storage.engine.errors import EngineError
from storage.work import StorageWork

BATCH: Final = 100
MOST_BATCHES: Final = 50
LEASE_MS: Final = 30 * SECOND
log = logging.getLogger(__name__)


class DeadlineWorker:
    """One tick works off everything that is due, a bounded batch at a time."""

    def __init__(self, gate: Gate[StorageWork], *, owner: str, wake: Callable[[], None]) -> None:
        self._gate = gate
        self._owner = owner
        self._wake = wake

    async def tick(self) -> None:
        """Claims and decides; each order in a transaction of its own, so that one bad row holds up nobody."""
        if not await self._gate.read(deadlines.any_due):
            return
        for _ in range(MOST_BATCHES):
            due = await self._gate.write(deadlines.claim_due, self._owner, BATCH, LEASE_MS)
            for order, kind in due:
                await self._one(order, kind)
            if due:
                self._wake()
            if len(due) < BATCH:
                return

    async def _one(self, order: OrderId, kind: TimerKind) -> None:
        try:
            await self._gate.write(time_out, order, kind)
        except EngineError:
            log.exception("a deadline failed; its lease will run out", extra={"order": order, "timer": kind})
