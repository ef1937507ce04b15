"""Another operating system process with a gate of its own, which runs the contenders it is sent."""

import asyncio
import multiprocessing
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from multiprocessing.connection import Connection
from typing import Any, Final

from tests.harness.gates import open_gates
from tests.harness.races import Contender, run

DEADLINE_SECONDS: Final = 30.0


class SecondProcess:
    """Runs contenders over there as `races.run` does here."""

    def __init__(self, line: Connection) -> None:
        self._line = line

    async def run_all(self, contenders: Sequence[Contender]) -> list[Any]:
        """Their outcomes in order; all start together as soon as the message arrives."""
        self._line.send(list(contenders))
        if not await asyncio.to_thread(self._line.poll, DEADLINE_SECONDS):
            raise TimeoutError("the second process is silent")
        outcomes: list[Any] = self._line.recv()
        return outcomes


@asynccontextmanager
async def second_process(url: str) -> AsyncIterator[SecondProcess]:
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.harness.victim", "tests.harness.second_process"])
    ours, theirs = context.Pipe()
    child = context.Process(target=_serve, args=(url, theirs), daemon=True)
    child.start()
    theirs.close()
    try:
        yield SecondProcess(ours)
    finally:
        ours.close()
        await asyncio.to_thread(child.join, DEADLINE_SECONDS)
        child.close()


def _serve(url: str, line: Connection) -> None:
    asyncio.run(_answer(url, line))


async def _answer(url: str, line: Connection) -> None:
    async with open_gates(url, count=1) as [gate]:
        while True:
            try:
                contenders = await asyncio.to_thread(line.recv)
            except EOFError:
                return
            line.send(await asyncio.gather(*(run(contender, gate) for contender in contenders)))
