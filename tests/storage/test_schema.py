"""The project's own migrations: up, down and up again, equal to the tables in code, alike on both engines."""

from sqlalchemy import text

from storage import migrations
from storage.engine import Desk
from storage.schema import metadata
from storage.work import StorageWork

_TABLES = {
    "sqlite": text("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"),
    "postgresql": text("SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'"),
}


async def test_up_down_up(empty_database_url: str) -> None:
    await migrations.migrate(empty_database_url)
    await migrations.migrate_down(empty_database_url, "base")
    emptied = await migrations.current(empty_database_url)
    await migrations.migrate(empty_database_url)

    assert emptied is None
    assert await migrations.current(empty_database_url) == migrations.head()
    assert await migrations.differences(empty_database_url) == []


async def test_every_step_down_and_up(empty_database_url: str) -> None:
    for step in ("0001", "0002", "0003", "0004"):
        await migrations.migrate(empty_database_url, step)
    for step in ("0003", "0002", "0001", "base"):
        await migrations.migrate_down(empty_database_url, step)
    await migrations.migrate(empty_database_url)

    assert await migrations.differences(empty_database_url) == []


async def test_migrated_tables_are_those_in_code(desk: Desk[StorageWork]) -> None:
    rows = await desk.read(lambda work: work.sql.fetch_all(_TABLES[work.sql.dialect]))

    assert {name for (name,) in rows} == {*metadata.tables, "alembic_version"}
