"""Databases for every test that wants one: real SQLite and real PostgreSQL, fresh each time."""

import asyncio
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.migrations import migrate
from tests.support.browser import chromium as chromium
from tests.support.postgres import Postgres, serving

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.pg)]


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """The server, started when the first test asks for it."""
    with serving() as server:
        yield server


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """An empty SQLite file."""
    return f"sqlite+aiosqlite:///{tmp_path / 'otcdesk.db'}"


@pytest.fixture
def postgresql_url(postgres: Postgres) -> Iterator[str]:
    """An empty PostgreSQL database."""
    with postgres.database() as url:
        yield url


@pytest.fixture(params=ENGINES)
def empty_database_url(request: pytest.FixtureRequest) -> str:
    """A database without tables, on each engine in turn."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture(scope="session")
def migrated_sqlite_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Migrated once per worker, to be copied."""
    path = tmp_path_factory.mktemp("template") / "otcdesk.db"
    asyncio.run(migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def migrated_sqlite_url(sqlite_url: str, migrated_sqlite_file: Path) -> str:
    """A SQLite file with all tables."""
    shutil.copyfile(migrated_sqlite_file, sqlite_url.removeprefix("sqlite+aiosqlite:///"))
    return sqlite_url


@pytest.fixture
def migrated_postgresql_url(postgres: Postgres) -> Iterator[str]:
    """A PostgreSQL database with all tables."""
    with postgres.database(postgres.template("head", migrate)) as url:
        yield url


@pytest.fixture(params=ENGINES)
def database_url(request: pytest.FixtureRequest) -> str:
    """A database with all tables, on each engine in turn."""
    return str(request.getfixturevalue(f"migrated_{request.param}_url"))
