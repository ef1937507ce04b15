"""The proof-reuse radar's look over ten thousand and over a million pictures, through the gate, objects and all."""

import asyncio
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from statistics import median
from typing import Final

from domain.kernel.ids import OrderId, UserId
from domain.operations.rules import DEFAULTS
from domain.proofs.model import Match, NewProof
from domain.proofs.radar import MARKS, marks_of, match_of
from storage.clock import now_of
from storage.engine import Desk, open_desk
from storage.stores.proofs import PROBES
from storage.work import StorageWork, work_under
from tests.benchmarks.bulk import fill_with_proofs
from tests.benchmarks.postgres import bench_server
from tests.benchmarks.ratio import Ratio

FEW: Final = 10_000
MANY: Final = 1_000_000
ASKED: Final = 400
GROWTH: Final = 10

_dice: Final = random.Random(1)
_TEMPLATE: Final = _dice.randbytes(32)
"""The picture of a bank whose receipts fill every tenth place: each mark leads to more than may be looked at."""


def measure() -> list[Ratio]:
    with tempfile.TemporaryDirectory() as folder:
        urls = [f"sqlite+aiosqlite:///{folder}/{count}.db" for count in (FEW, MANY)]
        found = asyncio.run(_measure("SQLite", urls))
    with bench_server() as server, server.databases.database() as few, server.databases.database() as many:
        return [*found, *asyncio.run(_measure("PostgreSQL", [few, many]))]


async def _measure(engine: str, urls: Sequence[str]) -> list[Ratio]:
    desks = []
    for url, count in zip(urls, (FEW, MANY), strict=True):
        await fill_with_proofs(url, count, marks_of(_TEMPLATE))
        desks.append(
            await open_desk(url, work_factory=work_under(DEFAULTS), now_of=now_of(shiftable=False), exclusive=True)
        )
    few, many = desks
    found = []
    for name, picture in (("", _new_picture), (", one bank's template", _templates_picture)):
        few_ms, many_ms = await _milliseconds([few, many], picture)
        found.append(Ratio(f"radar{name}, 1M hashes / 1 ms, {engine}", many_ms, 1.0, at_most=True))
        found.append(Ratio(f"radar{name}, 1M / 10k hashes, {engine}", many_ms / few_ms, GROWTH, at_most=True))
    for desk in desks:
        await desk.close()
    return found


async def _milliseconds(desks: Sequence[Desk[StorageWork]], picture: Callable[[], NewProof]) -> list[float]:
    """The median time of a look in each database; they take turns."""
    spent: list[list[float]] = [[] for _ in desks]
    for turn in range(ASKED + 20):
        for times, desk in zip(spent, desks, strict=True):
            asked = picture()
            begun = time.perf_counter()
            await desk.read(_look, asked)
            if turn >= 20:  # The first ones fill the caches.
                times.append(1_000 * (time.perf_counter() - begun))
    most = len(await desks[-1].read(_candidates, _templates_picture()))
    assert 0 < most <= MARKS * PROBES
    return [median(times) for times in spent]


def _look(work: StorageWork, new: NewProof) -> Match | None:
    return match_of(new, work.proofs.alike(new))


def _candidates(work: StorageWork, new: NewProof) -> Sequence[object]:
    return work.proofs.alike(new)


def _new_picture() -> NewProof:
    return _proof(_dice.randbytes(32))


def _templates_picture() -> NewProof:
    return _proof(_TEMPLATE)


def _proof(dhash: bytes) -> NewProof:
    name = _dice.randbytes(32).hex()
    return NewProof(OrderId(MANY + 1), UserId(7), name, name, "jpeg", 90_000, dhash, name[:16], "bench:1")
