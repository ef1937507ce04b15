"""The real desk in front of the sandbox, for conversations that speak of the chat alone."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.handlers.talk import Talk
from tests.journeys.house import built


@pytest.fixture
async def talk(migrated_sqlite_url: str, tmp_path: Path) -> AsyncIterator[Talk]:
    """A merchant with one ad and a buyer, both of whom have started the bot."""
    async with built("polling", migrated_sqlite_url, tmp_path) as house, house.open() as stage:
        merchant, buyer = await stage.merchant(), await stage.buyer()
        ad = await stage.ad(merchant)
        yield Talk(stage, merchant, buyer, ad)
