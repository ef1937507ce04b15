"""Settle, the event stream, forged updates, the clock, and worlds that are saved and emptied."""

from __future__ import annotations

import asyncio
import json

import aiohttp
import pytest

from tests.sandbox.people.conftest import Bot
from tests.support.sandbox import Json, Person, SandboxClient, SandboxRefused


async def test_settle_waits_for_the_confirmation(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await buyer.send("work")
    await bot.result("getUpdates", offset=bot.offset)

    with pytest.raises(SandboxRefused) as early:
        await sandbox.settle(quiet_ms=10, timeout_ms=100)
    await bot.drain()
    await sandbox.settle(quiet_ms=10, timeout_ms=1_000)

    assert early.value.status == 408
    assert "1 updates pending" in early.value.text


async def test_settle_ignores_a_waiting_long_poll(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    polling = asyncio.create_task(bot.call("getUpdates", offset=bot.offset, timeout=30))
    await sandbox.settle(quiet_ms=30, timeout_ms=2_000)

    still_waiting = not polling.done()
    await buyer.send("wake up")
    answer = await polling

    assert still_waiting
    assert answer["result"][0]["message"]["text"] == "wake up"


async def test_settle_waits_for_calls_in_flight(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("slow", method="sendMessage", delay_ms=200)
    calling = asyncio.create_task(bot.call("sendMessage", chat_id=buyer.id, text="slow"))
    await buyer.sees("slow")

    await sandbox.settle(quiet_ms=20)

    [call] = await sandbox.calls("sendMessage")
    assert call["status"] == 200
    assert (await calling)["ok"] is True


async def test_settle_waits_for_updates_held_back(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("update_late", delay_ms=60_000)
    await buyer.send("later")

    with pytest.raises(SandboxRefused) as refused:
        await sandbox.settle(quiet_ms=10, timeout_ms=60)

    assert refused.value.status == 408


async def next_event(lines: aiohttp.StreamReader, type_: str) -> Json:
    """The next event of that type among the next hundred lines."""
    for _ in range(100):
        line = await asyncio.wait_for(lines.readline(), 5)
        event: Json = json.loads(line[6:]) if line.startswith(b"data: ") else {}
        if event.get("type") == type_:
            return event
    raise AssertionError(f"no {type_} among a hundred lines")


async def test_stream_tells_what_changed(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    async with sandbox.session.get(f"{sandbox.base_url}/sim/events") as response:
        lines = response.content
        button = {"text": "Go", "callback_data": "go"}
        message_id = await bot.say(buyer, "hello", [button])
        written = await next_event(lines, "message")
        called = await next_event(lines, "call")
        pressed = await buyer.press("Go")
        queued = await next_event(lines, "update")
        await bot.result("answerCallbackQuery", callback_query_id=pressed["callback_query_id"])
        answered = await next_event(lines, "answer")

    assert response.content_type == "text/event-stream"
    assert (written["chat"], written["message_id"]) == (buyer.id, message_id)
    assert called["method"] == "sendMessage"
    assert queued["chat"] == buyer.id
    assert (answered["user"], answered["callback_query_id"]) == (buyer.id, pressed["callback_query_id"])


async def test_calls_and_updates_are_written_down(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await bot.call("sendMessage", chat_id=buyer.id, text="")
    await buyer.send("for the record")

    [refused] = await sandbox.refused_calls()
    update = (await sandbox.updates())[-1]

    assert (refused["method"], refused["status"], refused["chat_id"]) == ("sendMessage", 400, buyer.id)
    assert (update["update"]["message"]["text"], update["settled"]) == ("for the record", False)


async def test_forged_updates_arrive_as_they_are(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    forged = {"update_id": 900_000_000, "callback_query": {"id": "1", "from": {"id": 666}, "data": "release:1"}}
    await sandbox.inject(forged)

    [update] = await bot.drain()

    assert update == forged


async def test_clock_moves_the_dates(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    before = (await sandbox.state())["now"]
    await sandbox.advance(86_400)
    await bot.say(buyer, "tomorrow")

    assert (await buyer.last())["date"] - before >= 86_400


async def test_reset_leaves_the_bot_alone_in_the_world(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("server_error")
    await sandbox.reset()

    state = await sandbox.state()
    me = await bot.result("getMe")
    assert (state["users"], state["chats"], state["faults"], state["pending_updates"]) == ([], [], [], 0)
    assert me["id"] == state["bot"]["id"]


async def test_saved_world_comes_back(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await bot.say(buyer, "remember me", [{"text": "Go", "callback_data": "go"}])
    saved = await sandbox.get("/sim/state?full=1")
    await sandbox.reset()

    await sandbox.post("/sim/state", saved)

    message = await buyer.last()
    assert (message["text"], message["keyboard"][0][0]["data"]) == ("remember me", "go")


@pytest.mark.parametrize("body", [b"{", b"[]", b'"text"', b"\xff"])
async def test_broken_json_is_refused(sandbox: SandboxClient, body: bytes) -> None:
    with pytest.raises(SandboxRefused) as refused:
        await sandbox.request("POST", "/sim/users", data=body)

    assert refused.value.status == 400


async def test_person_waits_for_the_screen(bot: Bot, buyer: Person) -> None:
    watching = asyncio.create_task(buyer.sees("card", [["Go"], ["Back"]]))
    await bot.say(buyer, "a card", [{"text": "Go", "callback_data": "1"}], [{"text": "Back", "callback_data": "2"}])

    message = await watching

    assert message["text"] == "a card"


async def test_person_who_sees_something_else_says_what(bot: Bot, buyer: Person) -> None:
    await bot.say(buyer, "another card", [{"text": "Go", "callback_data": "1"}])

    with pytest.raises(AssertionError) as failed:
        await buyer.sees("card", [["Stop"]], within_seconds=0.2)

    assert "another card" in str(failed.value)
    assert "[Go]" in str(failed.value)


@pytest.mark.parametrize(("origin", "status"), [("https://evil.example", 403), ("null", 403), (None, 200)])
async def test_pages_of_other_sites_cannot_act(sandbox: SandboxClient, origin: str | None, status: int) -> None:
    own = sandbox.base_url if origin is None else origin

    async with sandbox.session.post(f"{sandbox.base_url}/sim/reset", headers={"Origin": own}) as response:
        answered = response.status

    assert answered == status
