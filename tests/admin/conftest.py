"""A console per database: empty, with people, or with a trade behind them."""

from pathlib import Path

import pytest

from tests.admin.console import Console
from tests.admin.market import at_the_desk, people, trade


@pytest.fixture
def nowhere(tmp_path: Path, sqlite_url: str) -> Console:
    """A console whose database was never made."""
    return Console(tmp_path, sqlite_url)


@pytest.fixture
def console(tmp_path: Path, migrated_sqlite_url: str) -> Console:
    """A desk with two people, on SQLite."""
    at_the_desk(migrated_sqlite_url, people)
    return Console(tmp_path, migrated_sqlite_url)


@pytest.fixture
def either_console(tmp_path: Path, database_url: str) -> Console:
    """A desk with two people, on each engine in turn."""
    at_the_desk(database_url, people)
    return Console(tmp_path, database_url)


@pytest.fixture
def order_code(console: Console) -> str:
    """The code of the order that both of them completed."""
    return at_the_desk(console.url, trade).code
