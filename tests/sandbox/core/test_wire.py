"""However a call is packed, the sandbox reads it as the official server does."""

import json

import aiohttp
import pytest

from bot.sandbox.botapi.documented import DOCUMENTED_METHODS
from bot.sandbox.botapi.methods import METHODS
from bot.sandbox.server import Sandbox
from bot.sandbox.world import User, World
from tests.sandbox.core.caller import BAD, TOKEN, Caller


@pytest.mark.parametrize("method", ["sendMessage", "SENDMESSAGE", "sendmessage"])
async def test_method_names_ignore_case(bot: Caller, buyer: User, method: str) -> None:
    sent = await bot.ok(method, chat_id=buyer.id, text="hi")

    assert sent["text"] == "hi"


async def test_a_query_of_a_get_is_enough(bot: Caller, buyer: User) -> None:
    async with bot.session.get(bot.url("sendMessage"), params={"chat_id": buyer.id, "text": "hi"}) as response:
        answer = await response.json()

    assert answer["result"]["chat"]["id"] == buyer.id


@pytest.mark.parametrize("truth", ["true", "True", "1"])
async def test_forms_carry_booleans_and_nested_json_as_text(bot: Caller, buyer: User, truth: str) -> None:
    keyboard = {"inline_keyboard": [[{"text": "Buy", "callback_data": "b"}]]}
    form = {"Chat_ID": str(buyer.id), "text": "hi", "protect_content": truth, "reply_markup": json.dumps(keyboard)}

    async with bot.session.post(bot.url("sendMessage"), data=form) as response:
        answer = await response.json()

    assert answer["result"]["has_protected_content"] is True
    assert answer["result"]["reply_markup"] == keyboard


async def test_multipart_may_be_chunked(bot: Caller, buyer: User) -> None:
    async def parts():
        yield b'--x\r\nContent-Disposition: form-data; name="chat_id"\r\n\r\n' + str(buyer.id).encode()
        yield b'\r\n--x\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
        yield b"line one\r\nline two\r\n--x--\r\n"

    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    async with bot.session.post(bot.url("sendMessage"), data=parts(), headers=headers) as response:
        answer = await response.json()

    assert answer["result"]["text"] == "line one\nline two"


@pytest.mark.parametrize(
    ("token", "description"),
    [("4242:wrong", "Unauthorized"), ("nonsense", "Unauthorized: invalid token specified")],
)
async def test_strangers_are_unauthorized(bot: Caller, token: str, description: str) -> None:
    stranger = Caller(bot.session, bot.base_url, token)

    answer = await stranger.raw("getMe")

    assert (answer["error_code"], answer["description"]) == (401, description)


async def test_without_tokens_the_first_caller_is_adopted(session: aiohttp.ClientSession) -> None:
    sandbox = Sandbox()
    base_url = await sandbox.start()

    first = await Caller(session, base_url, "77:first").ok("getMe")
    second = await Caller(session, base_url, "78:second").raw("getMe")
    await sandbox.stop()

    assert first["id"] == sandbox.world.bot.id == 77
    assert second["error_code"] == 401


def test_tokens_of_two_bots_are_refused() -> None:
    with pytest.raises(ValueError, match="one bot"):
        Sandbox(tokens=["1:a", "2:b"])


async def test_other_hosts_need_permission() -> None:
    with pytest.raises(ValueError, match="loopback"):
        await Sandbox().start("0.0.0.0")


async def test_undocumented_methods_are_not_found(bot: Caller) -> None:
    answer = await bot.raw("sendMoney")

    assert answer == {"ok": False, "error_code": 404, "description": "Not Found: method not found"}


@pytest.mark.parametrize("method", sorted(DOCUMENTED_METHODS - METHODS.keys()))
async def test_gaps_name_themselves(bot: Caller, method: str) -> None:
    answer = await bot.raw(method)

    assert answer["error_code"] == 501
    assert method in answer["description"]


def test_every_method_is_a_documented_one() -> None:
    assert METHODS.keys() <= DOCUMENTED_METHODS


async def test_bodies_over_the_limit_are_too_large(bot: Caller, buyer: User) -> None:
    answer = await bot.upload("sendDocument", {"document": ("a.bin", bytes(53 * 2**20))}, chat_id=buyer.id)

    assert (answer["error_code"], answer["description"]) == (413, "Request Entity Too Large")


async def test_broken_json_is_told(bot: Caller) -> None:
    headers = {"Content-Type": "application/json"}
    async with bot.session.post(bot.url("getMe"), data=b"{", headers=headers) as response:
        answer = await response.json()

    assert answer["description"] == BAD + "can't parse JSON object"


async def test_every_call_is_written_down(bot: Caller, world: World, buyer: User) -> None:
    await bot.ok("sendMessage", chat_id=buyer.id, text="hi")
    await bot.refused("sendMessage", chat_id=buyer.id, text="")

    first, second = world.calls.since(0)

    assert (first.method, first.status, first.chat_id) == ("sendMessage", 200, buyer.id)
    assert first.response["result"]["text"] == "hi"
    assert second.status == 400
    assert world.calls.in_flight == 0


async def test_a_lost_answer_still_sent_the_message(sandbox: Sandbox, bot: Caller, buyer: User) -> None:
    sandbox.faults.add({"kind": "lost_answer", "method": "sendMessage", "times": 1})

    with pytest.raises(aiohttp.ClientError):
        await bot.raw("sendMessage", chat_id=buyer.id, text="once")

    assert sandbox.world.messages.last(buyer.id).content.text == "once"


async def test_a_gateway_may_answer_html(sandbox: Sandbox, bot: Caller) -> None:
    sandbox.faults.add({"kind": "bad_gateway_html", "times": 1})

    async with bot.session.get(f"{sandbox.base_url}/bot{TOKEN}/getMe") as response:
        page = await response.text()

    assert response.status == 502
    assert "<html>" in page


async def test_a_flood_carries_the_header_too(sandbox: Sandbox, bot: Caller) -> None:
    sandbox.faults.add({"kind": "flood", "retry_after": 9, "times": 1})

    async with bot.session.get(bot.url("getMe")) as response:
        answer = await response.json()

    assert (response.status, response.headers["Retry-After"]) == (429, "9")
    assert answer["description"] == "Too Many Requests: retry after 9"
    assert answer["parameters"] == {"retry_after": 9}
