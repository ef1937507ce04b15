"""How much a harness does here, and with which dice; a failure tells the seed that repeats it."""

import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

FULL: Final = os.environ.get("HARNESS_SIZE") == "full"
"""Set by `make harness`."""


def bounded(here: int, full: int) -> int:
    """The number for this run."""
    return full if FULL else here


@contextmanager
def dice() -> Iterator[random.Random]:
    """Seeded by HARNESS_SEED, or anew; the seed is told with any failure."""
    seed = int(os.environ.get("HARNESS_SEED") or random.SystemRandom().getrandbits(32))
    try:
        yield random.Random(seed)
    except BaseException as error:
        error.add_note(f"repeat it with HARNESS_SEED={seed}")
        raise
