"""The sandbox's own clock: real time plus an offset that people may move."""

import time


class Clock:
    def __init__(self, offset_ms: int = 0) -> None:
        self.offset_ms = offset_ms

    def now_ms(self) -> int:
        return time.time_ns() // 1_000_000 + self.offset_ms

    def now(self) -> int:
        """Seconds since the epoch, as Telegram dates its messages."""
        return self.now_ms() // 1000

    def advance(self, seconds: int) -> None:
        self.offset_ms += seconds * 1000
