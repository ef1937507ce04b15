"""The desk running in the test's own loop, over HTTP, by either door and on either engine."""

import contextlib
import logging
import socket
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.sandbox.server import Sandbox
from bot.serving import listening, polling, running
from bot.settings import Settings
from tests.journeys.stage import Stage
from tests.support.sandbox import SandboxClient

TOKEN = "1000001:only-for-the-sandbox-of-the-tests-00"
SECRET = "a-secret-of-more-than-thirty-two-characters"


@pytest.fixture
async def stage(migrated_sqlite_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> AsyncIterator[Stage]:
    """Polling on SQLite: what somebody who just cloned the repository runs."""
    async with playing("polling", migrated_sqlite_url, tmp_path, caplog) as found:
        yield found


@pytest.fixture(params=["polling", "webhook"])
async def any_stage(
    request: pytest.FixtureRequest, database_url: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Stage]:
    """Both doors, both engines."""
    async with playing(request.param, database_url, tmp_path, caplog) as found:
        yield found


@contextlib.asynccontextmanager
async def playing(
    transport: str, database_url: str, folder: Path, caplog: pytest.LogCaptureFixture
) -> AsyncIterator[Stage]:
    """Opens the stage, and when the story is over holds the desk to account for it."""
    sandbox = Sandbox(tokens=(TOKEN,))
    url = await sandbox.start()
    settings = desk_settings(url, database_url, folder)
    door = polling if transport == "polling" else listening
    try:
        async with running(settings) as parts, door(parts), SandboxClient.at(url) as client:
            found = Stage(client, parts)
            yield found
            await found.rest()
            assert await found.sandbox.unanswered_callbacks() == []
            assert await found.refused() == []
            assert await found.findings() == []
    finally:
        await sandbox.stop()
    assert [record.getMessage() for record in caplog.records if record.levelno >= logging.ERROR] == []


def desk_settings(url: str, database_url: str, folder: Path) -> Settings:
    """The desk's settings against this sandbox, for both doors."""
    port = _free_port()
    return Settings(
        bot_token=SecretStr(TOKEN),
        telegram_api=url,
        database_url=SecretStr(database_url),
        data_dir=folder / "data",
        webhook_url=f"http://127.0.0.1:{port}/telegram",
        webhook_listen=f"127.0.0.1:{port}",
        webhook_secret=SecretStr(SECRET),
    )


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
