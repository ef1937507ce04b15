"""Brings a database to the schema this version of the desk expects, from wherever the process was started."""

import io
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, MetaData, text

from storage.engine.async_engine import migration_engine
from storage.engine.errors import UnfitDatabase
from storage.schema import metadata as desk_metadata

SCRIPTS: Final = Path(str(files("storage.migrations")))
VERSIONS: Final = SCRIPTS / "versions"

AUTOGENERATE_PLUGINS: Final = ["alembic.autogenerate.*", "alembic.ext.checkconstraint_byname"]
"""Alembic alone overlooks a missing CHECK, and a balance without its CHECK may go below zero."""

_ONE_AT_A_TIME: Final = text("SELECT pg_advisory_xact_lock(7262783378)")
"""Several workers may start together; the number is arbitrary and ours."""


async def migrate(url: str, target: str = "head", *, versions: Path = VERSIONS) -> None:
    """Moves up to `target` in one transaction; safe to call from several processes at once."""
    await _run(url, versions, lambda config: command.upgrade(config, target))


async def migrate_down(url: str, target: str, *, versions: Path = VERSIONS) -> None:
    """Moves down to `target`, "base" being the empty database. Loses data; for tests and emergencies."""
    await _run(url, versions, lambda config: command.downgrade(config, target))


async def current(url: str) -> str | None:
    """The revision the database is at, None for an empty one."""
    engine = migration_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(lambda sync: MigrationContext.configure(sync).get_current_revision())
    finally:
        await engine.dispose()


def head(*, versions: Path = VERSIONS) -> str | None:
    """The revision this version of the desk expects."""
    return ScriptDirectory.from_config(_config(versions)).get_current_head()


async def differences(url: str, metadata: MetaData = desk_metadata) -> list[Any]:
    """What the tables in code have and the database lacks, or the other way round; empty when they agree."""
    engine = migration_engine(url)
    try:
        async with engine.connect() as connection:
            return await connection.run_sync(_compare, metadata)
    finally:
        await engine.dispose()


async def draft(url: str, message: str, *, metadata: MetaData = desk_metadata, versions: Path = VERSIONS) -> None:
    """Writes a new version file from the differences, for a person to read and mend."""

    def write(config: Config) -> None:
        command.revision(config, message, autogenerate=True)

    await _run(url, versions, write, metadata)


async def _run(url: str, versions: Path, action: Callable[[Config], None], metadata: MetaData = desk_metadata) -> None:
    config = _config(versions)
    engine = migration_engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(_act, config, action, metadata)
    finally:
        await engine.dispose()


def _act(connection: Connection, config: Config, action: Callable[[Config], None], metadata: MetaData) -> None:
    if connection.dialect.name == "postgresql":
        connection.execute(_ONE_AT_A_TIME)
    config.attributes["connection"] = connection
    config.attributes["metadata"] = metadata
    action(config)
    if connection.dialect.name == "sqlite":
        orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
        if orphans:
            raise UnfitDatabase(f"the migration would leave rows that refer to nothing: {orphans[:5]}")


def _compare(connection: Connection, metadata: MetaData) -> list[Any]:
    options = {"autogenerate_plugins": AUTOGENERATE_PLUGINS, "render_as_batch": True}
    return list(compare_metadata(MigrationContext.configure(connection, opts=options), metadata))


def _config(versions: Path) -> Config:
    config = Config(stdout=io.StringIO())
    config.set_main_option("script_location", _escaped(SCRIPTS))
    config.set_main_option("version_locations", _escaped(versions))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("file_template", "%%(rev)s_%%(slug)s")
    return config


def _escaped(path: Path) -> str:
    """Alembic's options treat a percent sign as the start of a name."""
    return str(path).replace("%", "%%")
