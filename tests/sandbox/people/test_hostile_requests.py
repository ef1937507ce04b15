"""Whatever nonsense comes in, the people's side answers with a sentence, never with a crash."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest

from bot.sandbox.server import Sandbox
from bot.sandbox.sim import routes
from tests.sandbox.people.conftest import Bot
from tests.support.sandbox import Person, SandboxClient

FIELD_NAMES = """
id user chat first_name username persona type title members status rights until_date text entities thread reply_to
message_id label data revision payload emoji from_chat query offset wait_ms inline_query_id name do by custom_title
language_code caption update kind method nth probability advance_seconds quiet_ms timeout_ms is_forum version
"""
FIELDS = FIELD_NAMES.split()
VALUES: tuple[Any, ...] = (
    *(
        None,
        True,
        -1,
        0,
        1,
        2**70,
        1.5,
        "",
        "x",
        "-5",
        "²",
        "9" * 30,
        "9" * 5000,
        "\ud800",
        "a\0b",
        [],
        [1],
        {},
        {"a": 1},
    ),
    [{"user": "buyer", "status": "member"}],
    [{"type": "text_mention", "offset": 0, "length": 1, "user": {"id": 1}}],
    *({"update_id": "x"}, {"message": {"chat": 5}}, "supergroup", "bot", "buyer", "flood", "create"),
)
ROUNDS = 40


def calls() -> list[tuple[str, str]]:
    """Every JSON call there is."""
    known = [(route.method, route.path) for route in routes(Sandbox())]
    return [call for call in known if call[1] not in {"/sim/events", "/sim/reset", "/sim/settle"}]


def filled(path: str, dice: random.Random) -> str:
    """A path with somebody known, somebody strange or nonsense in it."""
    path = path.replace("{user}", dice.choice(["buyer", "bot", "ghost", "%00"]))
    path = path.replace("{chat}", dice.choice(["bot", "buyer", "-1001000000001", "-5", "x", "%F0%9F%98%80"]))
    return path.replace("{message}", "1").replace("{query}", "7").replace("{file}", "AgACx")


@pytest.mark.parametrize(("method", "path"), calls())
async def test_nonsense_is_refused_politely(
    sandbox: SandboxClient, bot: Bot, buyer: Person, method: str, path: str
) -> None:
    dice = random.Random(path)
    await bot.say(buyer, "x", [{"text": "x", "callback_data": "x"}])
    failed: list[tuple[str, str]] = []
    for _ in range(ROUNDS):
        body = {name: dice.choice(VALUES) for name in dice.sample(FIELDS, 8)} | {"wait_ms": 0}
        sent = json.dumps(body)
        async with sandbox.session.request(method, sandbox.base_url + filled(path, dice), data=sent) as response:
            answer = await response.text()
        if response.status >= 500 or (response.status >= 400 and '"error"' not in answer):
            failed.append((sent, answer))

    await sandbox.clear_faults()
    assert failed == []
    assert (await bot.result("getMe"))["is_bot"] is True
