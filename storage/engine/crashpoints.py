"""Named places where a harness may kill the process; without `arm` they cost one comparison."""

import os
import signal
from enum import StrEnum


class CrashPoint(StrEnum):
    """Where a kill can tear a transaction apart."""

    BEFORE_BEGIN = "before-begin"
    AFTER_BEGIN = "after-begin"
    BEFORE_STATEMENT = "before-statement"
    AFTER_STATEMENT = "after-statement"
    BEFORE_COMMIT = "before-commit"
    AFTER_COMMIT = "after-commit"


class _Trap:
    point: str | None = None
    passes_left: int = 0


def arm(point: str, passes: int = 0) -> None:
    """The process dies by SIGKILL at `point`, after letting it pass `passes` times. Never called in production.

    Any name is accepted, because the outbox and the inbox have crash points of their own.
    """
    assert passes >= 0
    _Trap.point, _Trap.passes_left = point, passes


def reach(point: str) -> None:
    """Marks a place; dies here if a harness armed it."""
    if _Trap.point is None or _Trap.point != point:
        return
    if _Trap.passes_left > 0:
        _Trap.passes_left -= 1
        return
    os.kill(os.getpid(), signal.SIGKILL)
