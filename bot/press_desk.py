"""The gate as one update sees it: everything it writes is fenced by the update's own row in the inbox."""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar

from domain.work import Desk, Reading, Work
from storage import inbox
from storage.engine import Desk as Gate
from storage.inbox import Claimed
from storage.work import StorageWork

P = ParamSpec("P")
R = TypeVar("R")
Fence = Callable[[StorageWork, Claimed], None]


class PressDesk(Desk):
    """Effects of one update happen at most once, however often Telegram or a restart delivers it.

    In the transaction of each write the inbox row is marked as applied. A worker that lost its lease, or a second
    run after a crash, is refused there, before the use case begins.
    """

    def __init__(
        self, gate: Gate[StorageWork], claimed: Claimed, wake: Callable[[], None], fence: Fence = inbox.apply
    ) -> None:
        self._gate = gate
        self._claimed = claimed
        self._wake = wake
        self._fence = fence

    async def write(self, use_case: Callable[Concatenate[Work, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Runs a use case once per update, then calls the outbox if something was left there."""

        def fenced(work: StorageWork) -> tuple[R, bool]:
            self._fence(work, self._claimed)
            return use_case(work, *args, **kwargs), work.outbox.has_news

        result, has_news = await self._gate.write(fenced)
        if has_news:
            self._wake()
        return result

    async def read(self, query: Callable[Concatenate[Reading, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Reads are free of any fence."""
        return await self._gate.read(query, *args, **kwargs)


def redraw_desk(gate: Gate[StorageWork], claimed: Claimed, wake: Callable[[], None]) -> PressDesk | None:
    """For an update that a crash cut off after its effects: may note where a screen is, under the same lease."""
    return PressDesk(gate, claimed, wake, inbox.hold) if claimed.applied else None
