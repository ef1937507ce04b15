"""Many callers share one transaction, and none of them pays for another's mistake."""

import asyncio

import pytest

from bot.together import Together
from storage.engine.errors import UnfitValue

POISON = 13


class Shelf:
    """Where items are carried to; one number does not fit."""

    def __init__(self) -> None:
        self.batches: list[list[int]] = []
        self.open = asyncio.Event()

    async def carry(self, items: list[int]) -> None:
        await self.open.wait()
        if POISON in items:
            raise UnfitValue(f"{POISON} does not fit")
        self.batches.append(items)


async def test_what_comes_meanwhile_goes_together() -> None:
    shelf = Shelf()
    together = Together(shelf.carry)

    first = asyncio.create_task(together.bring([1]))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    others = [asyncio.create_task(together.bring([number])) for number in (2, 3, 4)]
    shelf.open.set()
    await asyncio.gather(first, *others)

    assert shelf.batches == [[1], [2, 3, 4]]


async def test_refused_item_takes_nobody_along() -> None:
    shelf = Shelf()
    shelf.open.set()
    together = Together(shelf.carry)

    told = await asyncio.gather(*(together.bring([number]) for number in (1, POISON, 3)), return_exceptions=True)

    assert [type(outcome) for outcome in told] == [type(None), UnfitValue, type(None)]
    assert sorted(shelf.batches) == [[1], [3]]


async def test_a_fault_reaches_every_caller_and_the_next_batch_is_carried() -> None:
    batches: list[list[int]] = []

    async def carry(items: list[int]) -> None:
        batches.append(items)
        if len(batches) == 1:
            raise ZeroDivisionError

    together = Together(carry)
    with pytest.raises(ZeroDivisionError):
        await together.bring([1])
    await together.bring([2])

    assert batches == [[1], [2]]


async def test_batches_are_bounded() -> None:
    shelf = Shelf()
    together = Together(shelf.carry)

    callers = [asyncio.create_task(together.bring(list(range(20, 80)))) for _ in range(3)]
    shelf.open.set()
    await asyncio.gather(*callers)

    assert [len(batch) for batch in shelf.batches] == [60, 60, 60]
