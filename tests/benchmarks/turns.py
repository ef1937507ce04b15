"""Rivals take turns, because a machine's speed changes by the minute: only what stood side by side compares."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from statistics import median
from typing import Final

Turn = Callable[[], Awaitable[float]]
"""One turn of one rival: how much it got done in a second."""

ROUNDS: Final = 7


async def compare(subject: Turn, baseline: Turn, rounds: int = ROUNDS) -> float:
    """The median of paired turns. They swap places each round, because the first one pays for the second's log."""
    found = []
    for number in range(rounds):
        if number % 2:
            subject_rate, baseline_rate = await subject(), await baseline()
        else:
            baseline_rate, subject_rate = await baseline(), await subject()
        found.append(subject_rate / baseline_rate)
    return median(found)


async def rate(clients: int, run: Callable[[int], Awaitable[None]], seconds: float) -> float:
    """How many times a second `run` ends when so many clients, numbered from 0, call it in a row."""
    finished = 0
    begun = time.perf_counter()

    async def client(number: int) -> None:
        nonlocal finished
        while time.perf_counter() - begun < seconds:
            await run(number)
            finished += 1

    await asyncio.gather(*(client(number) for number in range(clients)))
    return finished / (time.perf_counter() - begun)
