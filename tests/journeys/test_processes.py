"""The real commands in processes of their own: started, killed and started again in the middle of a trade."""

import asyncio
import contextlib
import os
import signal
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import aiohttp
import pytest

from bot.gate import open_gate
from bot.settings import Settings
from domain.kernel.moments import SECOND
from storage import clock
from tests.journeys.house import SECRET, TOKEN, House, accounted, built
from tests.journeys.stage import Stage
from tests.journeys.steps import order_of, pay, press, release
from tests.support.person import Person
from tests.support.pictures import receipt
from tests.support.sandbox import SandboxClient

READY_SECONDS = 30
END_SECONDS = 15
LEASE_SECONDS = 61


@pytest.fixture
async def polled(migrated_sqlite_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with built("polling", migrated_sqlite_url, tmp_path) as house:
        yield house


@pytest.fixture
async def served(migrated_postgresql_url: str, tmp_path: Path) -> AsyncIterator[House]:
    async with built("webhook", migrated_postgresql_url, tmp_path) as house:
        yield house


async def test_a_polling_process_is_killed_between_acknowledgement_and_handler(polled: House) -> None:
    async with looking_in(polled) as stage:
        async with process(polled, "run") as first:
            merchant, buyer = await stage.merchant(), await stage.buyer()
            code = await order_of(stage, buyer, merchant)
            await stage.sandbox.faults("no_answer", method="answerCallbackQuery", delay_ms=60_000)
            # The first press holds up its person's second one, which Telegram hears of all the same.
            await buyer.press("🕘 History")
            looked = buyer.last_press
            await buyer.press("✅ I have paid")
            await acknowledged(stage.sandbox, buyer)
            assert (await stage.order(code)).state == "await_payment"
            first.send_signal(signal.SIGKILL)
        await stage.sandbox.clear_faults()
        await stage.do(clock.advance, LEASE_SECONDS * SECOND)
        stage.allowed |= {"message is not modified", "terminated by other getUpdates"}

        async with process(polled, "run") as second:
            await merchant.sees("The buyer says they have paid.", within_seconds=READY_SECONDS)
            assert (await buyer.answer())["answered"]
            assert (await stage.sandbox.get(f"/sim/answers/{looked}"))["answered"]
            assert (await stage.order(code)).version == 2
            assert str(await merchant.screen()).count("The buyer says they have paid") == 1
            await release(stage, merchant)
            await buyer.sees("The coins are yours!")
            await accounted(stage)
            second.send_signal(signal.SIGTERM)
            assert await asyncio.wait_for(second.wait(), END_SECONDS) == 0


@pytest.mark.pg
async def test_two_webhook_processes_share_a_trade_and_one_of_them_dies(served: House) -> None:
    async with looking_in(served) as stage, process(served, "serve") as first, process(served, "serve") as second:
        merchant, buyer = await stage.merchant(), await stage.buyer()
        code = await order_of(stage, buyer, merchant)
        await buyer.send_photo(receipt())
        await stage.rest()
        await buyer.sees("1 proof of payment on file")
        first.send_signal(signal.SIGKILL)
        await first.wait()

        await pay(stage, buyer)
        await merchant.sees("The buyer says they have paid.")
        await press(stage, merchant, "🏦 Checking my bank")
        await release(stage, merchant)

        await buyer.sees("The coins are yours!")
        assert (await stage.order(code)).state == "completed"
        await accounted(stage)
        second.send_signal(signal.SIGTERM)
        assert await asyncio.wait_for(second.wait(), END_SECONDS) == 0


@contextlib.asynccontextmanager
async def looking_in(house: House) -> AsyncIterator[Stage]:
    """The database from outside, as the operators' console sees it."""
    gate = await open_gate(house.settings, exclusive=False)
    try:
        yield Stage(house.sandbox, gate)
    finally:
        await gate.close()


@contextlib.asynccontextmanager
async def process(house: House, command: str) -> AsyncIterator[asyncio.subprocess.Process]:
    """`otcdesk run` or `otcdesk serve`, ready to be used; gone when the block ends."""
    before = len(await house.sandbox.calls())
    started = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "admin_cli", command, env=os.environ | environment(house.settings)
    )
    try:
        await ready(house, command, before, started)
        yield started
    finally:
        with contextlib.suppress(ProcessLookupError):
            started.kill()
        await started.wait()


def environment(settings: Settings) -> dict[str, str]:
    return {
        "OTCDESK_BOT_TOKEN": TOKEN,
        "OTCDESK_TELEGRAM_API": settings.telegram_api,
        "OTCDESK_DATABASE_URL": settings.database,
        "OTCDESK_DATA_DIR": str(settings.data_dir),
        "OTCDESK_WEBHOOK_URL": settings.webhook_url,
        "OTCDESK_WEBHOOK_LISTEN": settings.webhook_listen,
        "OTCDESK_WEBHOOK_SECRET": SECRET,
    }


async def ready(house: House, command: str, before: int, started: asyncio.subprocess.Process) -> None:
    """Until the process has opened its door: it asks for updates, or has told Telegram where it listens."""
    last = {"run": "getUpdates", "serve": "setWebhook"}[command]
    async with asyncio.timeout(READY_SECONDS):
        while not any(call["method"] == last for call in (await house.sandbox.calls())[before:]):
            assert started.returncode is None, f"otcdesk {command} ended with {started.returncode}"
            await house.sandbox.settle(quiet_ms=100)
    if command == "serve":
        async with aiohttp.ClientSession() as session:
            health = f"http://{house.settings.webhook_listen}/healthz"
            assert (await session.get(health)).status == 200


async def acknowledged(sandbox: SandboxClient, person: Person) -> None:
    """Until Telegram has forgotten everything this person did: the desk has it now, and nobody else."""
    for _ in range(500):
        if all(update["settled"] for update in await sandbox.updates()):
            return
    pytest.fail(f"what {person.name} did stays unconfirmed")
