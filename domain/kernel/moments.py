"""Moments and spans of time as integers, because two engines and two workers must agree on them exactly."""

from typing import Final, NewType

Instant = NewType("Instant", int)
"""Milliseconds since 1970-01-01 UTC. The gate of the transaction says what is now; nothing else does."""

SECOND: Final = 1_000
MINUTE: Final = 60 * SECOND
HOUR: Final = 60 * MINUTE
DAY: Final = 24 * HOUR


def after(moment: Instant, span_ms: int) -> Instant:
    """The moment `span_ms` milliseconds later."""
    return Instant(moment + span_ms)
