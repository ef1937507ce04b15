"""Migrations go up, down and up again on both engines, from anywhere, and keep what autogenerate forgets."""

import asyncio
import os
import stat
from pathlib import Path

import pytest
from sqlalchemy import BigInteger, CheckConstraint, Column, ForeignKey, MetaData, Table, text

from domain.operations.rules import DEFAULTS
from storage import migrations, revision
from storage.engine import Sql, open_desk
from storage.engine.errors import Constraint, ConstraintBroken, UnfitDatabase
from storage.schema import metadata as desk_metadata
from storage.work import work_under

INSERT_DEBT = text("INSERT INTO purse (id, balance_minor) VALUES (1, -1)")


@pytest.fixture
def metadata() -> MetaData:
    metadata = MetaData(naming_convention=desk_metadata.naming_convention)
    Table(
        "purse",
        metadata,
        Column("id", BigInteger, primary_key=True, autoincrement=False),
        Column("balance_minor", BigInteger, nullable=False),
        CheckConstraint("balance_minor >= 0", name="not_negative"),
    )
    Table("owner", metadata, Column("purse_id", ForeignKey("purse.id"), primary_key=True))
    return metadata


@pytest.fixture
async def versions(tmp_path: Path, sqlite_url: str, metadata: MetaData) -> Path:
    """One generated migration, as a developer would get it."""
    versions = tmp_path / "versions"
    versions.mkdir()
    drafting = sqlite_url.replace("otcdesk.db", "drafting.db")
    await migrations.draft(drafting, "purses", metadata=metadata, versions=versions)
    return versions


async def test_up_down_up(empty_database_url: str, versions: Path, metadata: MetaData) -> None:
    await migrations.migrate(empty_database_url, versions=versions)
    await migrations.migrate_down(empty_database_url, "base", versions=versions)
    emptied = await migrations.current(empty_database_url)
    await migrations.migrate(empty_database_url, versions=versions)

    assert emptied is None
    assert await migrations.current(empty_database_url) == migrations.head(versions=versions)
    assert await migrations.differences(empty_database_url, metadata) == []


async def test_a_missing_check_is_a_difference(empty_database_url: str, versions: Path, metadata: MetaData) -> None:
    await migrations.migrate(empty_database_url, versions=versions)
    metadata.tables["purse"].append_constraint(CheckConstraint("balance_minor < 1000", name="not_rich"))

    assert "not_rich" in str(await migrations.differences(empty_database_url, metadata))


async def test_workers_that_start_together_migrate_once(empty_database_url: str, versions: Path) -> None:
    await asyncio.gather(*(migrations.migrate(empty_database_url, versions=versions) for _ in range(3)))

    assert await migrations.current(empty_database_url) == migrations.head(versions=versions)


async def test_a_migrated_database_refuses_a_negative_balance(empty_database_url: str, versions: Path) -> None:
    await migrations.migrate(empty_database_url, versions=versions)
    desk = await open_desk(empty_database_url, work_factory=lambda sql, now: sql, now_of=lambda sql: 0, exclusive=True)

    with pytest.raises(ConstraintBroken) as caught:
        await desk.write(lambda sql: sql.execute(INSERT_DEBT))
    await desk.close()

    assert (caught.value.kind, caught.value.name) == (Constraint.CHECK, "ck_purse_not_negative")


async def test_a_migration_that_orphans_rows_is_undone(sqlite_url: str, versions: Path) -> None:
    await migrations.migrate(sqlite_url, versions=versions)
    bad = versions / "bad.py"
    bad.write_text(
        "from alembic import op\n"
        f"revision, down_revision = 'bad', {migrations.head(versions=versions)!r}\n"
        "def upgrade(): op.execute('INSERT INTO owner VALUES (404)')\n"
    )

    with pytest.raises(UnfitDatabase):
        await migrations.migrate(sqlite_url, versions=versions)

    assert await migrations.current(sqlite_url) not in (None, "bad")


async def test_the_project_s_own_versions_match_its_tables(database_url: str) -> None:
    assert await migrations.current(database_url) == migrations.head()
    assert await migrations.differences(database_url) == []


async def test_nothing_depends_on_the_working_directory(
    sqlite_url: str, versions: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    await migrations.migrate(sqlite_url)

    assert await migrations.current(sqlite_url) == migrations.head()


async def test_a_new_database_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "otcdesk.db"
    before = os.umask(0o022)
    try:
        await migrations.migrate(f"sqlite+aiosqlite:///{path}")
    finally:
        os.umask(before)

    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_newest_file_names_the_revision_that_is_expected() -> None:
    assert revision.expected() == migrations.head()


async def test_only_a_migrated_database_is_current(empty_database_url: str) -> None:
    gate = await open_desk(empty_database_url, work_factory=work_under(DEFAULTS), now_of=_no_time, exclusive=True)
    before = await revision.is_current(gate)
    await migrations.migrate(empty_database_url)
    after = await revision.is_current(gate)
    await gate.close()

    assert (before, after) == (False, True)


def _no_time(_: Sql) -> int:
    return 0
