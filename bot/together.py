"""Carries through together what came while the last batch was under way: one transaction for many callers."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Final, Generic, TypeVar

from storage.engine.errors import EngineError

T = TypeVar("T")
MOST_ITEMS: Final = 100


@dataclass(frozen=True, slots=True)
class _Brought(Generic[T]):
    items: Sequence[T]
    carried: asyncio.Future[None]


class Together(Generic[T]):
    """Whoever comes first waits for nobody; under load many share the price of a commit."""

    def __init__(self, carry: Callable[[list[T]], Awaitable[None]]) -> None:
        self._carry = carry
        self._waiting: list[_Brought[T]] = []
        self._carrier: asyncio.Task[None] | None = None

    async def bring(self, items: Sequence[T]) -> None:
        """Returns when `carry` is through with these items. Raises what it raised for them."""
        brought = _Brought(items, asyncio.get_running_loop().create_future())
        self._waiting.append(brought)
        if self._carrier is None:
            self._carrier = asyncio.create_task(self._carry_all())
        await brought.carried

    async def _carry_all(self) -> None:
        try:
            while self._waiting:
                await self._carry_some(self._take())
        finally:
            self._carrier = None

    def _take(self) -> list[_Brought[T]]:
        """The first always, the following as long as there is room."""
        batch, room = [self._waiting.pop(0)], MOST_ITEMS
        room -= len(batch[0].items)
        while self._waiting and len(self._waiting[0].items) <= room:
            room -= len(self._waiting[0].items)
            batch.append(self._waiting.pop(0))
        return batch

    async def _carry_some(self, batch: list[_Brought[T]]) -> None:
        items = [item for brought in batch for item in brought.items]
        [error] = await asyncio.gather(self._carry(items), return_exceptions=True)
        if len(batch) > 1 and isinstance(error, EngineError):
            # One that the database refuses must not take the others along.
            for brought in batch:
                await self._carry_some([brought])
            return
        for brought in batch:
            _settle(brought, error)


def _settle(brought: _Brought[T], error: BaseException | None) -> None:
    """Tells the caller, unless it went away."""
    if brought.carried.done():
        return
    if error is None:
        brought.carried.set_result(None)
    else:
        brought.carried.set_exception(error)
