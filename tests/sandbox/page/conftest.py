"""The page in a real browser, on a real sandbox, with a bot that polls it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp
import pytest
from aiogram import Bot

from bot.sandbox.server import Sandbox
from tests.sandbox.page.echo_bot import TOKEN, bot_at, dispatcher, introduce
from tests.support.browser import FLAGS

HOSTILE_NAME = '<img src=x onerror="window.hacked=1">'
ANNA, BORIS, HOSTILE = 8_589_934_600, 8_589_934_601, 8_589_934_602
GROUP, CHANNEL = -1_001_000_000_001, -1_001_000_000_002
PHONE, DESK = (390, 844), (1400, 900)


@dataclass(slots=True)
class Stage:
    """The sandbox with its people; what the page complained about is checked when the test is over."""

    url: str
    bot: Bot
    http: aiohttp.ClientSession
    browser: Any
    complaints: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    async def call(self, path: str, **body: Any) -> Any:
        async with self.http.post(f"{self.url}{path}", json=body) as response:
            answer = await response.json()
            assert response.status == 200, answer
            return answer

    async def bot_says(self, person: int, number: int) -> None:
        await self.bot.send_message(person, f"Line {number}<blockquote>so that it is tall</blockquote>")

    async def open(self, size: tuple[int, int] = DESK, query: str = "?as=anna,boris", scheme: str = "light") -> Any:
        """A window of its own on the page, with the live line up."""
        context = await self.browser.new_context(
            viewport={"width": size[0], "height": size[1]}, color_scheme=scheme, reduced_motion="reduce"
        )
        page = await context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda line: self._hear(line))
        page.on("request", lambda request: self.addresses.append(request.url))
        await page.goto(f"{self.url}/{query}")
        await page.locator(".chat-header h2").first.wait_for()
        return page

    def _hear(self, line: Any) -> None:
        if line.type == "error":
            self.complaints.append(line.text)


@pytest.fixture
async def stage(chromium: str) -> AsyncIterator[Stage]:
    """Anna, Boris and a person with a hostile name, a forum group, a channel, and the bot at work."""
    from playwright.async_api import async_playwright

    async with _sandbox() as url, aiohttp.ClientSession() as http, _polling(url) as bot, async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=chromium, args=FLAGS)
        ready = Stage(url, bot, http, browser)
        await _populate(ready)
        await introduce(bot)
        yield ready
        await browser.close()
        assert ready.complaints == []
        assert [address for address in ready.addresses if not address.startswith((url, "data:", "blob:"))] == []


@asynccontextmanager
async def _sandbox() -> AsyncIterator[str]:
    sandbox = Sandbox(tokens=[TOKEN])
    try:
        yield await sandbox.start()
    finally:
        await sandbox.stop()


@asynccontextmanager
async def _polling(url: str) -> AsyncIterator[Bot]:
    bot, bound = bot_at(url), dispatcher()
    polling = asyncio.create_task(bound.start_polling(bot, handle_signals=False, polling_timeout=1))
    try:
        yield bot
    finally:
        await bound.stop_polling()
        await polling


async def _populate(stage: Stage) -> None:
    people = {ANNA: ("Anna", "anna", "en"), BORIS: ("Boris", "boris", "ru"), HOSTILE: (HOSTILE_NAME, "hostile", "en")}
    for person, (name, persona, language) in people.items():
        await stage.call("/sim/users", id=person, first_name=name, persona=persona, language_code=language)
    everybody = [{"user": person, "status": "member"} for person in people]
    members = [{"user": "bot", "status": "administrator"}, *everybody]
    await stage.call("/sim/chats", id=GROUP, type="supergroup", title="Moderators", is_forum=True, members=members)
    await stage.call("/sim/chats", id=CHANNEL, type="channel", title="Ads", members=members)


def column_of(page: Any, index: int) -> Any:
    """The column of one person."""
    return page.locator(".column").nth(index)


def chat_of(page: Any) -> Any:
    """The open chat of the first person."""
    return column_of(page, 0).locator(".chat")
