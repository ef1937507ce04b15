"""Every kind of bad luck, and the rules that aim it."""

from __future__ import annotations

import aiohttp
import pytest
from aiohttp import web

from tests.sandbox.people.conftest import TOKEN, Bot
from tests.support.sandbox import Json, Person, SandboxClient, SandboxRefused


async def send(bot: Bot, person: Person) -> Json:
    return await bot.call("sendMessage", chat_id=person.id, text="hello")


@pytest.mark.parametrize(
    ("kind", "code", "description"),
    [
        ("flood", 429, "Too Many Requests: retry after 7"),
        ("forbidden", 403, "Forbidden: bot was blocked by the user"),
        ("chat_not_found", 400, "Bad Request: chat not found"),
        ("edit_not_found", 400, "Bad Request: message to edit not found"),
        ("server_error", 500, "Internal Server Error"),
    ],
)
async def test_refusals_happen_instead_of_the_call(
    sandbox: SandboxClient, bot: Bot, buyer: Person, kind: str, code: int, description: str
) -> None:
    await sandbox.faults(kind, method="sendMessage", retry_after=7)

    refused = await send(bot, buyer)

    assert (refused["error_code"], refused["description"]) == (code, description)
    assert [message for message in await buyer.messages() if message["text"] == "hello"] == []


async def test_flood_says_when_to_come_back(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("flood", retry_after=7)

    async with sandbox.session.post(f"{sandbox.base_url}/bot{TOKEN}/getMe") as response:
        answer = await response.json()

    assert (response.status, response.headers["Retry-After"]) == (429, "7")
    assert answer["parameters"] == {"retry_after": 7}


async def test_any_error_can_be_named(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("error", error_code=400, description="TOPIC_CLOSED")

    refused = await send(bot, buyer)

    assert refused["description"] == "Bad Request: TOPIC_CLOSED"


async def test_gateway_answers_with_a_page(sandbox: SandboxClient, bot: Bot) -> None:
    await sandbox.faults("bad_gateway_html")

    async with sandbox.session.post(f"{sandbox.base_url}/bot{TOKEN}/getMe") as response:
        body = await response.text()

    assert (response.status, response.content_type) == (502, "text/html")
    assert "Bad Gateway" in body


async def test_cut_connection_leaves_nothing_behind(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("cut", method="sendMessage")

    with pytest.raises(aiohttp.ClientError):
        await send(bot, buyer)

    assert [message["text"] for message in await buyer.messages()] == ["/start"]


async def test_lost_answer_leaves_the_message_behind(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("lost_answer", method="sendMessage", times=1)

    with pytest.raises(aiohttp.ClientError):
        await send(bot, buyer)
    again = await send(bot, buyer)

    assert again["ok"] is True
    assert [message["text"] for message in await buyer.messages()] == ["/start", "hello", "hello"]


async def test_silence_ends_with_the_faults(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("no_answer", method="sendMessage", delay_ms=30)

    with pytest.raises(aiohttp.ClientError):
        await send(bot, buyer)

    assert [message["text"] for message in await buyer.messages()] == ["/start"]


async def test_slow_answer_comes_after_the_deed(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("slow", method="sendMessage", delay_ms=30)

    answer = await send(bot, buyer)

    assert answer["ok"] is True
    assert (await buyer.messages())[-1]["text"] == "hello"


async def test_second_poller_is_played(sandbox: SandboxClient, bot: Bot) -> None:
    await sandbox.faults("conflict", times=1)

    refused = await bot.call("getUpdates")

    assert refused["error_code"] == 409
    assert (await bot.call("getUpdates"))["ok"] is True


async def test_clock_jumps_at_a_call(sandbox: SandboxClient, bot: Bot) -> None:
    before = (await sandbox.state())["now"]
    await sandbox.faults("clock_jump", method="getMe", seconds=7_200, times=1)

    await bot.result("getMe")

    assert (await sandbox.state())["now"] - before >= 7_200


async def test_update_comes_twice_with_one_id(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("update_duplicate", times=1)

    await buyer.send("once")

    ids = [update["update_id"] for update in await bot.drain()]
    assert len(ids) == 2
    assert len(set(ids)) == 1


async def test_late_update_waits_for_the_clock(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("update_late", delay_ms=60_000, times=1)
    await buyer.send("late")
    await buyer.send("in time")

    at_first = [update["message"]["text"] for update in await bot.updates()]
    await sandbox.advance(61)
    later = [update["message"]["text"] for update in await bot.updates()]

    assert at_first == ["in time"]
    assert later == ["late"]


async def test_burst_gathers_and_comes_at_once(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("update_burst", count=3, delay_ms=60_000)
    await buyer.send("one")
    await buyer.send("two")
    before = await bot.updates()

    await buyer.send("three")

    assert before == []
    assert [update["message"]["text"] for update in await bot.drain()] == ["one", "two", "three"]


async def test_cleared_faults_let_held_updates_go(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await sandbox.faults("update_late", delay_ms=60_000)
    await buyer.send("late")

    await sandbox.clear_faults()

    assert [update["message"]["text"] for update in await bot.drain()] == ["late"]


async def test_dropped_webhook_is_delivered_again(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    seen: list[int] = []

    async def take(request: web.Request) -> web.Response:
        seen.append((await request.json())["update_id"])
        return web.Response()

    application = web.Application()
    application.add_routes([web.post("/hook", take)])
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    await bot.result("setWebhook", url=f"http://127.0.0.1:{runner.addresses[0][1]}/hook")
    await sandbox.faults("webhook_drop", times=1)
    await buyer.send("hello")
    await sandbox.settle(timeout_ms=20_000)
    await runner.cleanup()

    assert len(seen) == 2
    assert len(set(seen)) == 1


@pytest.mark.parametrize(("kind", "status", "length"), [("file_missing", 404, None), ("file_truncated", 200, 4)])
async def test_downloads_fail(
    sandbox: SandboxClient, bot: Bot, buyer: Person, kind: str, status: int, length: int | None
) -> None:
    await buyer.send_document(b"8 bytes!")
    [update] = await bot.drain()
    path = (await bot.result("getFile", file_id=update["message"]["document"]["file_id"]))["file_path"]
    await sandbox.faults(kind)

    async with sandbox.session.get(f"{sandbox.base_url}/file/bot{TOKEN}/{path}") as response:
        content = await response.read()

    assert response.status == status
    assert length in {None, len(content)}


async def test_rules_aim_by_method_chat_and_number(
    sandbox: SandboxClient, bot: Bot, buyer: Person, seller: Person
) -> None:
    await sandbox.faults("server_error", method="SENDMESSAGE", chat=buyer.id, nth=2)

    codes = [(await send(bot, person)).get("error_code") for person in (buyer, seller, buyer, buyer)]

    assert codes == [None, None, 500, None]


async def test_seeded_chance_repeats_itself(sandbox: SandboxClient, bot: Bot) -> None:
    rounds: list[list[bool]] = []
    for _ in range(2):
        await sandbox.faults("server_error", method="getMe", probability=0.5, seed=11)
        rounds.append([(await bot.call("getMe"))["ok"] for _ in range(12)])
        await sandbox.clear_faults()

    assert rounds[0] == rounds[1]
    assert len(set(rounds[0])) == 2


@pytest.mark.parametrize(
    "rule", [{"kind": "bad_hair"}, {"kind": "flood", "probability": 2}, {"kind": "slow", "delay_ms": 10**9}]
)
async def test_senseless_rules_are_refused(sandbox: SandboxClient, rule: Json) -> None:
    with pytest.raises(SandboxRefused) as refused:
        await sandbox.post("/sim/faults", rule)

    assert refused.value.status == 400


async def test_state_tells_what_is_in_force(sandbox: SandboxClient, bot: Bot) -> None:
    await sandbox.faults("flood", method="sendMessage", times=3)

    [rule] = (await sandbox.state())["faults"]

    assert (rule["kind"], rule["method"], rule["times"], rule["struck"]) == ("flood", "sendMessage", 3, 0)
