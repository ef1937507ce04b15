"""Time that passes when the test says so."""

from domain.kernel.moments import Instant
from storage.engine import Sql

NOON = Instant(1_780_000_000_000)


class Clock:
    """Stands at noon until somebody moves it."""

    def __init__(self) -> None:
        self.now = NOON

    def now_of(self, _: Sql) -> Instant:
        return self.now

    def pass_by(self, span_ms: int) -> None:
        self.now = Instant(self.now + span_ms)
