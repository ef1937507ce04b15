"""Sends what transactions left to be told: per recipient in order, at Telegram's pace, until told or dead."""

import asyncio
import logging
from dataclasses import dataclass
from typing import Final

from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramRetryAfter,
)

from bot.gateways.pace import Pace
from domain.kernel.moments import SECOND, after
from domain.kernel.refusal import Refusal
from handlers.courier import Courier
from storage import outbox
from storage.engine import Desk as Gate
from storage.outbox import Queued
from storage.work import StorageWork

BATCH: Final = 50
MOST_BATCHES: Final = 200
LEASE_MS: Final = 60 * SECOND
SEND_SECONDS: Final = 30
"""Half a lease: whoever sends longer would send what another worker has by now."""
MOST_TRIES: Final = 12
_FIRST_RETRY_MS: Final = 500
_LONGEST_RETRY_MS: Final = 60 * SECOND
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Sent:
    """Delivered, or nothing was left to change."""


@dataclass(frozen=True, slots=True)
class Later:
    """Try again after so many milliseconds."""

    wait_ms: int
    reason: str


@dataclass(frozen=True, slots=True)
class Dead:
    """Can't be delivered. `unreachable` when the person can't be written to at all."""

    reason: str
    unreachable: bool


Outcome = Sent | Later | Dead


class OutboxWorker:
    """Woken by every write of this process and by the schedule; one run at a time."""

    def __init__(self, gate: Gate[StorageWork], bot: Bot, courier: Courier, *, owner: str) -> None:
        self._gate = gate
        self._bot = bot
        self._courier = courier
        self._owner = owner
        self._pace = Pace()
        self._wanted = asyncio.Event()
        self._sending = False

    @property
    def is_idle(self) -> bool:
        """Whether nothing is being sent by this worker, nor asked for."""
        return not (self._sending or self._wanted.is_set())

    def wake(self) -> None:
        """There may be something to send."""
        self._wanted.set()

    async def look(self) -> None:
        """The schedule's knock: another worker, the console or a lapsed wait may have left something."""
        self.wake()

    async def run(self) -> None:
        """Sends until cancelled; a failure of the database is logged and tried again at the next call."""
        while True:
            await self._wanted.wait()
            self._wanted.clear()
            self._sending = True
            try:
                await self.send_due()
            except Exception:
                log.exception("the outbox could not work; it will be called again")
            finally:
                self._sending = False

    async def send_due(self) -> None:
        """Everything that is due now, batch by batch: each batch holds at most one notice a recipient."""
        batch = await self._gate.write(outbox.claim, self._owner, BATCH, LEASE_MS)
        for batches_left in reversed(range(MOST_BATCHES)):
            if not batch:
                return
            outcomes = await asyncio.gather(*(self._send(queued) for queued in batch))
            results = list(zip(batch, outcomes, strict=True))
            batch = await self._gate.write(self._settle_and_claim, results, BATCH if batches_left else 0)

    def _settle_and_claim(self, work: StorageWork, results: list[tuple[Queued, Outcome]], most: int) -> list[Queued]:
        """In one transaction, because the next batch waits for the places of this one anyway."""
        _settle(work, results)
        return outbox.claim(work, self._owner, most, LEASE_MS)

    async def _send(self, queued: Queued) -> Outcome:
        try:
            async with asyncio.timeout(SEND_SECONDS):
                await self._pace.turn(queued.notice.to)
                await self._courier.deliver(self._bot, queued.notice)
        except TelegramRetryAfter as flood:
            return Later(flood.retry_after * SECOND, "flood")
        except TelegramForbiddenError as error:
            return Dead(error.message, unreachable=True)
        except TelegramBadRequest as error:
            return Dead(error.message, unreachable="chat not found" in error.message.lower())
        except Refusal as refusal:
            return Dead(str(refusal), unreachable=False)
        except (TelegramAPIError, TimeoutError, OSError) as error:
            return self._retry(queued, type(error).__name__)
        except Exception as error:
            log.exception("a notice could not be drawn", extra={"outbox": queued.id})
            return self._retry(queued, type(error).__name__)
        return Sent()

    def _retry(self, queued: Queued, reason: str) -> Outcome:
        if queued.tries >= MOST_TRIES:
            return Dead(reason, unreachable=False)
        return Later(min(_LONGEST_RETRY_MS, _FIRST_RETRY_MS << (queued.tries - 1)), reason)


def _settle(work: StorageWork, results: list[tuple[Queued, Outcome]]) -> None:
    outbox.sent(work, [queued.id for queued, outcome in results if isinstance(outcome, Sent)])
    for queued, outcome in results:
        if isinstance(outcome, Later):
            outbox.retry(work, queued, after(work.now, outcome.wait_ms), outcome.reason)
        elif isinstance(outcome, Dead):
            outbox.dead(work, queued, outcome.reason)
            if outcome.unreachable:
                outbox.dead_for(work, queued.notice.to, outcome.reason)
