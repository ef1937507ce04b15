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

SENSIBLE: dict[str, Any] = {
    "user": "buyer",
    "first_name": "Ann",
    "type": "supergroup",
    "title": "Desk",
    "status": "member",
    "text": "hello",
    "message_id": 2,
    "label": "Go",
    "data": "go",
    "payload": "x",
    "emoji": "👍",
    "from_chat": "bot",
    "query": "ad",
    "name": "Case",
    "do": "create",
    "kind": "flood",
    "method": "getMe",
    "advance_seconds": 1,
    "times": 1,
    "id": None,
    "update": {"message": {"text": "x"}},
    "members": [{"user": "buyer", "status": "member"}],
    "caption": None,
    **dict.fromkeys(("chat", "entities", "thread", "reply_to", "revision", "persona", "username", "language_code")),
    **dict.fromkeys(("rights", "permissions", "until_date", "custom_title", "by", "offset", "inline_query_id", "nth")),
    **dict.fromkeys(("probability", "seed", "delay_ms", "is_forum", "phone_number", "version", "last_name", "count")),
}
FORUM = -1001000000001
FIELDS = sorted(SENSIBLE)
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
    path = path.replace("{chat}", dice.choice(["bot", "buyer", str(FORUM), "-5", "x", "%F0%9F%98%80"]))
    return path.replace("{message}", "1").replace("{query}", "7").replace("{file}", "AgACx")


@pytest.mark.parametrize(("method", "path"), calls())
async def test_nonsense_is_refused_politely(
    sandbox: SandboxClient, bot: Bot, buyer: Person, method: str, path: str
) -> None:
    dice = random.Random(path)
    await bot.say(buyer, "x", [{"text": "Go", "callback_data": "go"}])
    members = [{"user": user, "status": "creator"} for user in ("buyer", "bot")]
    await sandbox.post(
        "/sim/chats", {"id": FORUM, "type": "supergroup", "title": "F", "is_forum": True, "members": members}
    )
    failed: list[tuple[str, str]] = []
    for _ in range(ROUNDS):
        body = SENSIBLE | {name: dice.choice(VALUES) for name in dice.sample(FIELDS, 3)}
        body |= {"wait_ms": 0} | dice.choice([{}, {"chat": FORUM}])
        sent = json.dumps(body)
        async with sandbox.session.request(method, sandbox.base_url + filled(path, dice), data=sent) as response:
            answer = await response.text()
        if response.status >= 500 or (response.status >= 400 and '"error"' not in answer):
            failed.append((sent, answer))

    await sandbox.clear_faults()
    assert failed == []
    assert (await bot.result("getMe"))["is_bot"] is True
