"""A running sandbox with people in it, and a bot that answers by plain Bot API calls."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from typing import Any

import pytest

from bot.sandbox.server import Sandbox
from tests.support.sandbox import Person, SandboxClient

TOKEN = "7000000099:people-of-the-sandbox"


class Bot:
    """The other end: calls methods and takes its updates, as a bot with a polling loop would."""

    def __init__(self, sandbox: SandboxClient) -> None:
        self.sandbox = sandbox
        self.offset = 0

    async def call(self, method: str, **params: Any) -> dict[str, Any]:
        """The raw answer, refusals included."""
        url = f"{self.sandbox.base_url}/bot{TOKEN}/{method}"
        async with self.sandbox.session.post(url, json=params) as response:
            answer: dict[str, Any] = await response.json()
        return answer

    async def result(self, method: str, **params: Any) -> Any:
        """The result of a call that must go well."""
        answer = await self.call(method, **params)
        assert answer["ok"], answer
        return answer["result"]

    async def updates(self, **params: Any) -> list[dict[str, Any]]:
        """What is waiting, confirmed at once by the next call."""
        found: list[dict[str, Any]] = await self.result("getUpdates", offset=self.offset, **params)
        self.offset = max([self.offset, *(update["update_id"] + 1 for update in found)])
        return found

    async def drain(self) -> list[dict[str, Any]]:
        """Everything that is waiting, confirmed."""
        taken: list[dict[str, Any]] = []
        for _ in itertools.repeat(None, 50):
            more = await self.updates()
            taken += more
            if not more:
                break
        return taken

    async def say(self, person: Person, text: str, *rows: list[dict[str, Any]], **params: Any) -> int:
        """A message with inline buttons; returns its id."""
        markup = {"reply_markup": {"inline_keyboard": list(rows)}} if rows else {}
        chat = person.place.get("chat", person.id)
        sent = await self.result("sendMessage", chat_id=chat, text=text, **markup, **params)
        return int(sent["message_id"])


@pytest.fixture
async def server() -> AsyncIterator[Sandbox]:
    running = Sandbox(tokens=[TOKEN])
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
async def sandbox(server: Sandbox) -> AsyncIterator[SandboxClient]:
    async with SandboxClient.at(server.base_url) as client:
        yield client


@pytest.fixture
def bot(sandbox: SandboxClient) -> Bot:
    return Bot(sandbox)


@pytest.fixture
async def buyer(sandbox: SandboxClient, bot: Bot) -> Person:
    """Somebody who has started the bot; beyond 32 bits on purpose."""
    person = await sandbox.person("buyer", id=2**33 + 7, first_name="Bea", username="bea", language_code="en")
    await person.start()
    await bot.drain()
    return person


@pytest.fixture
async def seller(sandbox: SandboxClient, bot: Bot) -> Person:
    person = await sandbox.person("seller", first_name="Sal", last_name="Ler")
    await person.start()
    await bot.drain()
    return person


@pytest.fixture
async def forum(sandbox: SandboxClient, buyer: Person, seller: Person) -> int:
    """A forum where the bot is an administrator, the seller the owner and the buyer a member."""
    members: list[tuple[Person | str, str]] = [("bot", "administrator"), (seller, "creator"), (buyer, "member")]
    return await sandbox.chat("supergroup", "Cases", members, is_forum=True)
