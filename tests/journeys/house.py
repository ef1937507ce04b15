"""Where a story takes place: a sandbox that stays, and a desk in it that may be stopped and started again."""

import contextlib
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from bot.sandbox.server import Sandbox
from bot.serving import listening, polling, running
from bot.settings import Settings
from tests.journeys.stage import Stage
from tests.support.sandbox import SandboxClient

TOKEN = "1000001:only-for-the-sandbox-of-the-tests-00"
SECRET = "a-secret-of-more-than-thirty-two-characters"
QUIET_MS = 3
"""The stage itself knows whether the desk is at work, so Telegram need not be watched for long."""


@dataclass
class House:
    """One Telegram and one desk. Each `open` is a start of the desk's process on the same database."""

    sandbox: SandboxClient
    settings: Settings
    transport: str

    @contextlib.asynccontextmanager
    async def open(self) -> AsyncIterator[Stage]:
        """The desk runs until the block ends, and is then held to account for what it did."""
        door = polling if self.transport == "polling" else listening
        async with running(self.settings) as parts, door(parts):
            stage = Stage(self.sandbox, parts.gate, parts)
            yield stage
            if not stage.crashed:
                await accounted(stage)


async def accounted(stage: Stage) -> None:
    """Nobody waits for an answer, Telegram had nothing to complain about, and the books add up."""
    await stage.rest()
    left = [*await stage.unanswered(), *await stage.refused(), *await stage.findings()]
    assert not left, left


@contextlib.asynccontextmanager
async def built(transport: str, database_url: str, folder: Path) -> AsyncIterator[House]:
    """A sandbox on a free port, and the settings of a desk against it."""
    sandbox = Sandbox(tokens=(TOKEN,))
    url = await sandbox.start()
    try:
        async with SandboxClient.at(url) as client:
            client.quiet_ms = QUIET_MS
            yield House(client, desk_settings(url, database_url, folder), transport)
    finally:
        await sandbox.stop()


def desk_settings(url: str, database_url: str, folder: Path) -> Settings:
    """The desk's settings against this sandbox, for both doors."""
    port = free_port()
    return Settings(
        bot_token=SecretStr(TOKEN),
        telegram_api=url,
        database_url=SecretStr(database_url),
        data_dir=folder / "data",
        webhook_url=f"http://127.0.0.1:{port}/telegram",
        webhook_listen=f"127.0.0.1:{port}",
        webhook_secret=SecretStr(SECRET),
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
