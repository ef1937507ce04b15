"""Telegram's pace, when it is asked for: per chat, per group, overall, albums by their items."""

from collections.abc import AsyncIterator

import pytest

from bot.sandbox.botapi.errors import ApiError
from bot.sandbox.botapi.pace import Pace
from bot.sandbox.server import Sandbox
from bot.sandbox.world import Chat, ChatType, User, World
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.files import file_id
from tests.sandbox.core.caller import TOKEN, Caller


class StoppedClock(Clock):
    """Time that moves only by `advance`."""

    def now_ms(self) -> int:
        return 1_700_000_000_000 + self.offset_ms


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    running = Sandbox(tokens=[TOKEN], limits=True)
    await running.start()
    yield running
    await running.stop()


async def test_a_short_burst_passes_then_a_429_names_the_wait(bot: Caller, buyer: User) -> None:
    for number in range(3):
        await bot.ok("sendMessage", chat_id=buyer.id, text=str(number))

    answer = await bot.raw("sendMessage", chat_id=buyer.id, text="4")

    assert answer["error_code"] == 429
    assert 1 <= answer["parameters"]["retry_after"] <= 3


async def test_albums_count_by_item(bot: Caller, world: World, buyer: User) -> None:
    media = [{"type": "photo", "media": file_id(world.files.add("photo", b"x", width=1, height=1), world.bot.id)}]
    await bot.ok("sendMediaGroup", chat_id=buyer.id, media=media * 3)

    answer = await bot.raw("sendMessage", chat_id=buyer.id, text="4")

    assert answer["error_code"] == 429


async def test_answers_to_presses_are_free(bot: Caller, buyer: User) -> None:
    for number in range(3):
        await bot.ok("sendMessage", chat_id=buyer.id, text=str(number))

    action = await bot.ok("sendChatAction", chat_id=buyer.id, action="typing")

    assert action is True


def test_groups_take_twenty_a_minute() -> None:
    clock = StoppedClock()
    pace, group = Pace(clock), Chat(-1, ChatType.GROUP)
    for _ in range(20):
        pace.spend(group, 1)
        clock.advance(1)

    with pytest.raises(ApiError) as caught:
        pace.spend(group, 1)
    clock.advance(40)
    pace.spend(group, 1)

    assert caught.value.parameters == {"retry_after": 40}


def test_all_chats_together_take_thirty_a_second() -> None:
    pace = Pace(StoppedClock())
    for number in range(1, 31):
        pace.spend(Chat(number, ChatType.PRIVATE), 1)

    with pytest.raises(ApiError) as caught:
        pace.spend(Chat(31, ChatType.PRIVATE), 1)

    assert caught.value.parameters == {"retry_after": 1}
