"""The demo as somebody plays it who has just cloned the repository: the console command, the page, a whole trade.

Pictures of each station are kept in `.pictures/`, which git ignores; the README shows one.
"""

import asyncio
import json
import os
import re
import socket
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Locator, Page, async_playwright, expect

from tests.support.browser import FLAGS
from tests.support.pictures import receipt

pytestmark = pytest.mark.e2e

CONSOLE = Path(sys.executable).with_name("otcdesk")
PICTURES = Path(__file__).parents[2] / ".pictures"
READY_SECONDS = 60
ADDRESS = re.compile(rb"http://127\.0\.0\.1:\d+/\S*")


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    """`otcdesk demo`, up and seeded; it must end by itself when it is interrupted."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("OTCDESK_")}
    process = await asyncio.create_subprocess_exec(
        CONSOLE, "demo", "--port", str(port), "--data", tmp_path / "demo",
        stdout=asyncio.subprocess.PIPE, env=environment,
    )  # fmt: skip
    assert process.stdout is not None
    async with asyncio.timeout(READY_SECONDS):
        found = None
        while found is None:
            line = await process.stdout.readline()
            assert line, "the demo ended before it was ready"
            found = ADDRESS.search(line)
    yield found[0].decode()
    process.send_signal(2)
    async with asyncio.timeout(READY_SECONDS):
        assert await process.wait() in {0, 130}
    assert await _findings(tmp_path / "demo") == []


async def test_a_whole_trade_in_the_browser(address: str, chromium: str) -> None:
    async with async_playwright() as driver:
        browser = await driver.chromium.launch(executable_path=chromium, args=FLAGS)
        page = await browser.new_page(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
        complaints: list[str] = []
        page.on("pageerror", lambda error: complaints.append(str(error)))
        await page.goto(address)
        buyer, seller = page.locator(".column").nth(0), page.locator(".column").nth(1)

        await press(buyer, "🛒 Buy")
        await press(buyer, "2 · 0.921 EUR")
        await keep(page, "ad")
        await press(buyer, "Buy")
        await say(buyer, "150")
        await press(buyer, "SEPA Instant")
        await press(buyer, "✅ Confirm")
        await sees(buyer, "awaiting payment")
        await sees(seller, "Somebody took your ad")
        await keep(page, "taken")
        await upload(page, buyer, receipt())
        await sees(buyer, "1 proof of payment on file")
        await press(buyer, "✅ I have paid")
        await sees(seller, "The buyer says they have paid")
        await keep(page, "paid")
        await press(seller, "🔓 Release")
        await sees(seller, "No moderator will ever ask you to release")
        await keep(page, "release")
        await press(seller, "🔓 The money is there: release")

        await sees(buyer, "The coins are yours!")
        await sees(seller, "completed")
        await keep(page, "done")
        await look_by_phone(browser, address)
        assert complaints == []
        await browser.close()


async def look_by_phone(browser: Any, address: str) -> None:
    """The same chats on a phone, in the dark: nothing may run past the edge."""
    for person in ("buyer", "merchant"):
        context = await browser.new_context(viewport={"width": 390, "height": 844}, color_scheme="dark")
        page = await context.new_page()
        await page.goto(f"{address.split('?')[0]}?as={person}")
        await expect(page.locator(".incoming .rich").last).to_be_visible()
        await keep(page, f"phone-{person}")
        assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        await context.close()


async def press(column: Locator, label: str) -> None:
    await column.get_by_role("button", name=label, exact=True).last.click()


async def sees(column: Locator, words: str) -> None:
    await expect(column.locator(".incoming .rich", has_text=words).last).to_be_visible()


async def say(column: Locator, words: str) -> None:
    box = column.get_by_role("textbox").last
    await box.fill(words)
    await box.press("Enter")


async def upload(page: Page, column: Locator, picture: bytes) -> None:
    await column.get_by_role("button", name="Attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("menuitem", name="Photo").click()
    content: Any = {"name": "receipt.jpg", "mimeType": "image/jpeg", "buffer": picture}
    await (await chooser.value).set_files(content)
    await page.get_by_role("textbox", name="Caption").press("Enter")


async def keep(page: Page, name: str) -> None:
    """A picture of this station, once the toasts are gone."""
    await expect(page.locator(".toast")).to_have_count(0, timeout=15_000)
    PICTURES.mkdir(exist_ok=True)
    await page.screenshot(path=PICTURES / f"{name}.png")


async def _findings(folder: Path) -> list[object]:
    """What `otcdesk admin check` says about the books the demo leaves behind."""
    desk = folder / "desk"
    process = await asyncio.create_subprocess_exec(
        CONSOLE, "admin", "check", "--json",
        stdout=asyncio.subprocess.PIPE,
        env=dict(os.environ) | {
            "OTCDESK_DATA_DIR": str(desk),
            "OTCDESK_DATABASE_URL": f"sqlite+aiosqlite:///{desk / 'otcdesk.sqlite'}",
        },
    )  # fmt: skip
    printed, _ = await process.communicate()
    found: list[object] = json.loads(printed)["findings"]
    return found
