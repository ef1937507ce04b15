"""The sender keeps Telegram's pace by itself: bursts are let through, then one a second to a chat."""

import asyncio

from bot.gateways.pace import CHAT_BURST, OVERALL_PER_SECOND, Pace


class Clock(asyncio.SelectorEventLoop):
    """A loop whose time passes only by sleeping, and then at once."""

    def __init__(self) -> None:
        super().__init__()
        self.passed = 0.0

    def time(self) -> float:
        return self.passed

    def call_at(self, when, callback, *args, context=None):  # type: ignore[no-untyped-def]
        self.passed = max(self.passed, when)
        return self.call_soon(callback, *args, context=context)


def sent_at(chats: list[int]) -> list[float]:
    """When each of these messages would go out, one after the other."""
    loop = Clock()

    async def send() -> list[float]:
        pace, times = Pace(), []
        for chat in chats:
            await pace.turn(chat)
            times.append(loop.time())
        return times

    try:
        return loop.run_until_complete(send())
    finally:
        loop.close()


def test_a_burst_passes_and_then_one_a_second() -> None:
    times = sent_at([7] * (CHAT_BURST + 3))

    assert times[CHAT_BURST - 1] == 0
    assert [round(moment) for moment in times[CHAT_BURST:]] == [1, 2, 3]


def test_all_chats_together_stay_below_thirty_a_second() -> None:
    times = sent_at(list(range(OVERALL_PER_SECOND * 3)))

    assert times[OVERALL_PER_SECOND - 1] == 0
    for first, later in zip(times, times[OVERALL_PER_SECOND + 1 :], strict=False):
        assert later - first > 0
    assert 1.9 < times[-1] < 2.1


def test_one_slow_chat_holds_up_nobody_else() -> None:
    times = sent_at([1] * CHAT_BURST + [2])

    assert times[-1] == 0
