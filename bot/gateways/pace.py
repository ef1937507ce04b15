"""How fast one bot token may speak: about thirty messages a second in all, about one a second to one chat."""

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from typing import Final

OVERALL_PER_SECOND: Final = 30
CHAT_PER_SECOND: Final = 1
CHAT_BURST: Final = 6
MOST_CHATS: Final = 10_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    filled_at: float


class Pace:
    """Token buckets on the loop's own clock. A flood answer empties a chat's bucket for as long as it says."""

    def __init__(self) -> None:
        self._overall = _Bucket(OVERALL_PER_SECOND, 0.0)
        self._chats: OrderedDict[int, _Bucket] = OrderedDict()

    async def turn(self, chat: int) -> None:
        """Waits until this chat may be written to, and takes that place."""
        await asyncio.sleep(max(self._delay(self._of(chat), CHAT_PER_SECOND, CHAT_BURST), self._overall_delay()))

    def _of(self, chat: int) -> _Bucket:
        bucket = self._chats.get(chat)
        if bucket is None:
            bucket = self._chats[chat] = _Bucket(CHAT_BURST, _loop_time())
            if len(self._chats) > MOST_CHATS:
                self._chats.popitem(last=False)
        self._chats.move_to_end(chat)
        return bucket

    def _overall_delay(self) -> float:
        return self._delay(self._overall, OVERALL_PER_SECOND, OVERALL_PER_SECOND)

    @staticmethod
    def _delay(bucket: _Bucket, per_second: float, burst: float) -> float:
        """Takes one token, if need be from the future, and says how long to wait for it."""
        now = _loop_time()
        bucket.tokens = min(burst, bucket.tokens + (now - bucket.filled_at) * per_second) - 1
        bucket.filled_at = now
        return max(0.0, -bucket.tokens / per_second)


def _loop_time() -> float:
    return asyncio.get_running_loop().time()
