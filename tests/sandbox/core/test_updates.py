"""The update queue and its one poller."""

import asyncio

import pytest

from bot.sandbox.world import Content, User, World
from bot.sandbox.world.updates import RETENTION_MS
from tests.sandbox.core.caller import Caller


def says(world: World, person: User, text: str) -> int:
    """The person writes to the bot; returns the update's id."""
    update_id = world.announce(world.post(world.chat(person.id), person.id, Content(text=text)))
    assert update_id is not None
    return update_id


def texts(updates: list[dict]) -> list[str]:
    return [update["message"]["text"] for update in updates]


async def test_updates_stay_until_a_larger_offset_confirms_them(bot: Caller, world: World, buyer: User) -> None:
    first = says(world, buyer, "one")
    second = says(world, buyer, "two")

    both = await bot.ok("getUpdates")
    again = await bot.ok("getUpdates", offset=first)
    rest = await bot.ok("getUpdates", offset=second)
    none = await bot.ok("getUpdates", offset=second + 1)

    assert second == first + 1
    assert both == again
    assert texts(rest) == ["two"]
    assert none == []


async def test_a_negative_offset_counts_from_the_end(bot: Caller, world: World, buyer: User) -> None:
    for text in ("one", "two", "three"):
        says(world, buyer, text)

    last = await bot.ok("getUpdates", offset=-1)
    later = await bot.ok("getUpdates")

    assert texts(last) == texts(later) == ["three"]


@pytest.mark.parametrize(("limit", "taken"), [(1, 1), (2, 2), (0, 100), (101, 100), (-5, 100)])
async def test_the_limit_is_clamped(bot: Caller, world: World, buyer: User, limit: int, taken: int) -> None:
    for number in range(103):
        says(world, buyer, str(number))

    updates = await bot.ok("getUpdates", limit=limit)

    assert len(updates) == taken


async def test_a_waiting_poll_gets_what_comes(bot: Caller, world: World, buyer: User) -> None:
    polling = asyncio.create_task(bot.ok("getUpdates", timeout=10))
    await _first_poll_waits(world)
    says(world, buyer, "hello")

    updates = await asyncio.wait_for(polling, 5)

    assert texts(updates) == ["hello"]


async def test_updates_last_a_day(bot: Caller, world: World, buyer: User) -> None:
    says(world, buyer, "old")
    world.clock.advance(RETENTION_MS // 1000 + 1)
    says(world, buyer, "new")

    updates = await bot.ok("getUpdates")

    assert texts(updates) == ["new"]


async def test_the_default_leaves_some_kinds_out(bot: Caller, world: World, buyer: User) -> None:
    unwanted = world.emit("message_reaction", {}, buyer.id)
    await bot.ok("getUpdates", allowed_updates=["message_reaction"])
    wanted = world.emit("message_reaction", {}, buyer.id)
    await bot.ok("getUpdates")
    still_wanted = world.emit("message_reaction", {}, buyer.id)
    await bot.ok("getUpdates", allowed_updates=[])
    unwanted_again = world.emit("message_reaction", {}, buyer.id)

    assert unwanted is None
    assert (wanted is None, still_wanted is None) == (False, False)
    assert unwanted_again is None


async def test_a_second_poller_ends_the_first(bot: Caller, world: World) -> None:
    first = asyncio.create_task(bot.raw("getUpdates", timeout=10))
    await _first_poll_waits(world)

    second = await bot.raw("getUpdates")
    ended = await asyncio.wait_for(first, 5)

    assert second["ok"]
    assert ended["error_code"] == 409
    assert ended["description"] == (
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    )


async def test_polling_beside_a_webhook_is_a_conflict(bot: Caller) -> None:
    await bot.ok("setWebhook", url="http://127.0.0.1:9/hook")

    answer = await bot.raw("getUpdates")

    assert answer["error_code"] == 409
    assert answer["description"] == (
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    )


async def test_a_repeated_update_is_delivered_once_more(bot: Caller, world: World, buyer: User) -> None:
    seen = says(world, buyer, "hello")
    (original,) = await bot.ok("getUpdates")
    await bot.ok("getUpdates", offset=seen + 1)

    world.updates.inject(dict(original))
    repeated = await bot.ok("getUpdates", offset=seen + 1)
    after = await bot.ok("getUpdates", offset=seen + 1)

    assert repeated == [original]
    assert after == []


async def test_a_late_update_comes_when_the_clock_says_so(bot: Caller, world: World, buyer: User) -> None:
    late = world.updates.make({"update_id": 5, "message": {"text": "late"}}, buyer.id)
    late.ready_at_ms = world.clock.now_ms() + 60_000
    world.updates.put(late)
    on_time = says(world, buyer, "on time")

    first = await bot.ok("getUpdates")
    await bot.ok("getUpdates", offset=on_time + 1)
    world.clock.advance(61)
    second = await bot.ok("getUpdates", offset=on_time + 1)

    assert texts(first) == ["on time"]
    assert texts(second) == ["late"]


async def _first_poll_waits(world: World) -> None:
    """A getUpdates is written down before it waits."""
    for _ in range(500):
        if world.calls.entries:
            break
        await asyncio.sleep(0.01)
    await asyncio.sleep(0)
    assert world.calls.entries[-1].status is None
