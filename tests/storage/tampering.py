"""Changes rows behind the desk's back, as somebody with the database password could."""

import sqlite3
from collections.abc import Sequence

import asyncpg
from sqlalchemy.engine import make_url


async def tamper(url: str, *statements: str, unchecked: Sequence[str] = ()) -> None:
    """Runs the statements past triggers and foreign keys; CHECKs named in `unchecked` ("table.name") do not hold."""
    if url.startswith("sqlite"):
        _tamper_with_sqlite(url.removeprefix("sqlite+aiosqlite:///"), statements)
    else:
        await _tamper_with_postgresql(url, statements, unchecked)


def _tamper_with_sqlite(path: str, statements: Sequence[str]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for statement in statements:
        connection.execute(statement)
    for _, definition in triggers:
        connection.execute(definition)
    connection.close()


async def _tamper_with_postgresql(url: str, statements: Sequence[str], unchecked: Sequence[str]) -> None:
    plain = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(plain)
    await connection.execute("SET session_replication_role = replica")
    for check in unchecked:
        table, _, name = check.partition(".")
        await connection.execute(f"ALTER TABLE {table} DROP CONSTRAINT ck_{table}_{name}")
    for statement in statements:
        await connection.execute(statement)
    await connection.close()
