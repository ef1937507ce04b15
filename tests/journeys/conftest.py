"""The desk running in the test's own loop, over HTTP, by either door and on either engine."""

import logging
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from tests.journeys.house import House, built
from tests.journeys.stage import Stage


@pytest.fixture
async def house(migrated_sqlite_url: str, tmp_path: Path, quiet_log: None) -> AsyncIterator[House]:
    """Polling on SQLite, for stories in which the desk itself stops and starts."""
    async with built("polling", migrated_sqlite_url, tmp_path) as found:
        yield found


@pytest.fixture
async def stage(house: House) -> AsyncIterator[Stage]:
    """Polling on SQLite: what somebody who just cloned the repository runs."""
    async with house.open() as found:
        yield found


@pytest.fixture(params=["polling", "webhook"])
async def any_stage(
    request: pytest.FixtureRequest, database_url: str, tmp_path: Path, quiet_log: None
) -> AsyncIterator[Stage]:
    """Both doors, both engines."""
    async with built(request.param, database_url, tmp_path) as house, house.open() as found:
        yield found


@pytest.fixture(params=["polling-sqlite", pytest.param("webhook-postgresql", marks=pytest.mark.pg)])
def door_and_database(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Each door and each engine once: enough where both matter and their pairing does not."""
    transport, engine = request.param.split("-")
    return transport, str(request.getfixturevalue(f"migrated_{engine}_url"))


@pytest.fixture
async def each_stage(door_and_database: tuple[str, str], tmp_path: Path, quiet_log: None) -> AsyncIterator[Stage]:
    """The stories that move money."""
    async with built(*door_and_database, tmp_path) as house, house.open() as found:
        yield found


@pytest.fixture
async def webhook_house(migrated_sqlite_url: str, tmp_path: Path, quiet_log: None) -> AsyncIterator[House]:
    """The webhook on SQLite."""
    async with built("webhook", migrated_sqlite_url, tmp_path) as found:
        yield found


@pytest.fixture
def expected_errors() -> list[str]:
    """What the story expects in the log as an error; the rest of the log must be free of them."""
    return []


@pytest.fixture
def quiet_log(caplog: pytest.LogCaptureFixture, expected_errors: list[str]) -> Iterator[None]:
    """After the story nothing may stand in the log as an error that the story does not name."""
    yield
    errors = [record.getMessage() for record in caplog.get_records("call") if record.levelno >= logging.ERROR]
    assert [error for error in errors if not error.startswith(tuple(expected_errors) or ("\0",))] == []
