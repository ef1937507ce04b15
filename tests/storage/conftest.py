"""An open desk over each engine, with a clock that the test moves."""

from collections.abc import AsyncIterator

import pytest

from domain.operations.rules import DEFAULTS
from storage.engine import Desk, open_desk
from storage.work import StorageWork, work_under
from tests.storage.clock import Clock


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def desk(database_url: str, clock: Clock) -> AsyncIterator[Desk[StorageWork]]:
    """The gate that the bot uses, over a fresh database."""
    opened = await open_desk(database_url, work_factory=work_under(DEFAULTS), now_of=clock.now_of, exclusive=True)
    yield opened
    await opened.close()
