"""What every method is given: the world, the long poll and a way to fetch a file by URL."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.polling import LongPoll
from bot.sandbox.world import World


@dataclass(frozen=True, slots=True)
class Context:
    world: World
    long_poll: LongPoll
    fetch: Callable[[str, int], Awaitable[bytes]]


Method = Callable[[Context, Params], Awaitable[Any]]
