"""Webhook delivery: settled by 2xx, repeated otherwise, in order within a chat and in parallel across chats."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from aiohttp import web

from bot.sandbox.server import Sandbox
from bot.sandbox.world import User, World
from tests.sandbox.core.caller import BAD, Caller
from tests.sandbox.core.test_updates import says

Answering = Callable[[dict[str, Any]], Awaitable[web.Response]]


@dataclass
class Hook:
    """A webhook that writes down what it got and answers as told."""

    url: str = ""
    got: list[dict[str, Any]] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)
    answer: Answering | None = None

    async def serve(self, request: web.Request) -> web.Response:
        update = await request.json()
        self.got.append(update)
        self.secrets.append(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        return web.Response() if self.answer is None else await self.answer(update)

    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.got]


@pytest.fixture
async def hook(sandbox: Sandbox) -> AsyncIterator[Hook]:
    sandbox.webhooks.first_delay_seconds = 0.01
    listening = Hook()
    application = web.Application()
    application.router.add_post("/hook", listening.serve)
    runner = web.AppRunner(application, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    listening.url = f"http://127.0.0.1:{runner.addresses[0][1]}/hook"
    yield listening
    await runner.cleanup()


async def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition, at most five seconds."""
    for _ in range(500):
        if condition():
            break
        await asyncio.sleep(0.01)
    assert condition()


async def test_the_secret_comes_along_and_2xx_settles(bot: Caller, world: World, buyer: User, hook: Hook) -> None:
    says(world, buyer, "before")
    await bot.ok("setWebhook", url=hook.url, secret_token="S3-cret_")
    says(world, buyer, "after")

    await until(lambda: not world.updates.pending)

    assert hook.texts() == ["before", "after"]
    assert hook.secrets == ["S3-cret_", "S3-cret_"]


async def test_errors_are_repeated_in_order(bot: Caller, world: World, buyer: User, hook: Hook) -> None:
    statuses = [500, 404, 302, 200, 200]

    async def answer(update: dict[str, Any]) -> web.Response:
        return web.Response(status=statuses.pop(0))

    hook.answer = answer
    await bot.ok("setWebhook", url=hook.url)
    says(world, buyer, "one")
    says(world, buyer, "two")
    await until(lambda: not world.updates.pending)
    info = await bot.ok("getWebhookInfo")

    assert hook.texts() == ["one", "one", "one", "one", "two"]
    assert info["last_error_message"] == "Wrong response from the webhook: 302 Found"


async def test_retry_after_is_honoured(bot: Caller, world: World, buyer: User, hook: Hook) -> None:
    loop = asyncio.get_running_loop()
    arrived: list[float] = []

    async def answer(update: dict[str, Any]) -> web.Response:
        arrived.append(loop.time())
        return web.Response(status=503 if len(arrived) == 1 else 200, headers={"Retry-After": "1"})

    hook.answer = answer
    await bot.ok("setWebhook", url=hook.url)
    says(world, buyer, "one")
    await until(lambda: not world.updates.pending)

    assert arrived[1] - arrived[0] >= 1


async def test_one_slow_chat_does_not_hold_up_another(
    bot: Caller, world: World, buyer: User, seller: User, hook: Hook
) -> None:
    released = asyncio.Event()

    async def answer(update: dict[str, Any]) -> web.Response:
        if update["message"]["chat"]["id"] == buyer.id:
            await released.wait()
        return web.Response()

    hook.answer = answer
    await bot.ok("setWebhook", url=hook.url)
    for person, text in ((buyer, "slow"), (buyer, "behind it"), (seller, "other chat")):
        says(world, person, text)
    await until(lambda: "other chat" in hook.texts())
    seen_meanwhile = hook.texts()
    released.set()
    await until(lambda: not world.updates.pending)

    assert "behind it" not in seen_meanwhile
    assert hook.texts()[-1] == "behind it"


async def test_max_connections_bounds_the_parallel(
    bot: Caller, world: World, buyer: User, seller: User, hook: Hook
) -> None:
    at_once: list[int] = []
    open_now: set[int] = set()

    async def answer(update: dict[str, Any]) -> web.Response:
        open_now.add(update["update_id"])
        at_once.append(len(open_now))
        await asyncio.sleep(0.02)
        open_now.discard(update["update_id"])
        return web.Response()

    hook.answer = answer
    await bot.ok("setWebhook", url=hook.url, max_connections=1)
    for person in (buyer, seller, buyer, seller):
        says(world, person, "hi")
    await until(lambda: not world.updates.pending)

    assert at_once == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("reply", "shown"),
    [
        ({"method": "sendMessage", "text": "from the body"}, "from the body"),
        ({"method": "getMe", "text": "never"}, "one"),
        ({"method": "deleteWebhook", "text": "never"}, "one"),
        ({}, "one"),
    ],
)
async def test_the_body_may_carry_one_call(
    bot: Caller, world: World, buyer: User, hook: Hook, reply: dict[str, Any], shown: str
) -> None:
    async def answer(update: dict[str, Any]) -> web.Response:
        return web.json_response({"chat_id": buyer.id, **reply} if reply else reply)

    hook.answer = answer
    await bot.ok("setWebhook", url=hook.url)
    says(world, buyer, "one")
    await until(lambda: not world.updates.pending)
    info = await bot.ok("getWebhookInfo")

    assert info["url"] == hook.url
    await until(lambda: world.messages.last(buyer.id).content.text == shown)


async def test_a_dropped_answer_means_a_second_delivery(
    sandbox: Sandbox, bot: Caller, world: World, buyer: User, hook: Hook
) -> None:
    sandbox.faults.add({"kind": "webhook_drop", "times": 1})
    await bot.ok("setWebhook", url=hook.url)
    says(world, buyer, "twice")

    await until(lambda: not world.updates.pending)

    assert hook.texts() == ["twice", "twice"]


async def test_taking_the_webhook_away_leaves_updates_to_polling(
    bot: Caller, world: World, buyer: User, hook: Hook
) -> None:
    async def answer(update: dict[str, Any]) -> web.Response:
        return web.Response(status=500)

    hook.answer = answer
    await bot.ok("setWebhook", url=hook.url)
    says(world, buyer, "kept")
    await until(lambda: bool(hook.got))
    await bot.ok("deleteWebhook")

    (update,) = await bot.ok("getUpdates")

    assert update["message"]["text"] == "kept"


async def test_pending_updates_can_be_dropped(bot: Caller, world: World, buyer: User) -> None:
    says(world, buyer, "gone")

    await bot.ok("deleteWebhook", drop_pending_updates=True)

    assert await bot.ok("getUpdates") == []


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"url": "http://desk.example/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        ({"url": "ftp://127.0.0.1/hook"}, "bad webhook: An HTTPS URL must be provided for webhook"),
        (
            {"url": "https://desk.example:8080/hook"},
            "bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443",
        ),
        ({"url": "http://127.0.0.1", "secret_token": "a b"}, "secret token contains unallowed characters"),
        ({"url": "http://127.0.0.1", "secret_token": "a" * 257}, "secret token is too long"),
    ],
)
async def test_bad_webhooks_are_refused(bot: Caller, params: dict[str, str], description: str) -> None:
    assert await bot.refused("setWebhook", **params) == BAD + description
