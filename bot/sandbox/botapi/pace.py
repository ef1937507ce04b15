"""Telegram's pace: about one message a second per chat, twenty a minute per group, thirty a second overall."""

from collections import deque
from dataclasses import dataclass, field

from bot.sandbox.botapi.errors import too_many_requests
from bot.sandbox.world.chats import Chat
from bot.sandbox.world.clock import Clock


@dataclass(slots=True)
class Window:
    """At most `limit` messages in any `span_ms`."""

    limit: int
    span_ms: int
    sent_at_ms: deque[int] = field(default_factory=deque)

    def wait_ms(self, now_ms: int, count: int) -> int:
        """How long until `count` more fit; an album larger than the window goes when the window is empty."""
        while self.sent_at_ms and self.sent_at_ms[0] <= now_ms - self.span_ms:
            self.sent_at_ms.popleft()
        surplus = min(len(self.sent_at_ms) + count - self.limit, len(self.sent_at_ms))
        if surplus <= 0:
            return 0
        return self.sent_at_ms[surplus - 1] + self.span_ms - now_ms

    def add(self, now_ms: int, count: int) -> None:
        self.sent_at_ms.extend([now_ms] * count)


class Pace:
    """A chat's second may hold a short burst: three in three seconds rather than one in one."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._overall = Window(30, 1_000)
        self._chats: dict[int, list[Window]] = {}

    def spend(self, chat: Chat, count: int) -> None:
        """Book messages to a chat, albums per item; raises 429 with the seconds to wait."""
        now_ms = self._clock.now_ms()
        windows = [self._overall, *self._windows_of(chat)]
        wait_ms = max(window.wait_ms(now_ms, count) for window in windows)
        if wait_ms > 0:
            raise too_many_requests(-(-wait_ms // 1000))
        for window in windows:
            window.add(now_ms, count)

    def _windows_of(self, chat: Chat) -> list[Window]:
        found = self._chats.get(chat.id)
        if found is None:
            found = [Window(3, 3_000)]
            if chat.is_group:
                found.append(Window(20, 60_000))
            self._chats[chat.id] = found
        return found
