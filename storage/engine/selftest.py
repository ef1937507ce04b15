"""Proves at start that this very database keeps what the desk promises, and refuses to serve when it does not."""

import asyncio
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

from sqlalchemy import text

from storage.engine.errors import UnfitDatabase
from storage.engine.opening import open_desk, parse_url, sqlite_path
from storage.engine.sql import Sql

SQLITE_SAFE_FOR_MANY: Final = (3, 51, 3)
"""Before it, a checkpoint racing with a write in another process could damage the file: sqlite.org/wal.html."""

POSTGRESQL_OLDEST: Final = 14

PROBE_DESKS: Final = 2
PROBE_TASKS: Final = 4
PROBE_TURNS: Final = 5

_SETTINGS: Final = (
    *("server_version_num", "server_version", "server_encoding", "transaction_isolation"),
    *("transaction_read_only", "fsync", "full_page_writes", "synchronous_commit"),
)
_READ_SETTINGS: Final = text("SELECT " + ", ".join(f"current_setting('{name}')" for name in _SETTINGS))

_MAKE_PROBE: Final = text("CREATE TABLE probe (balance INTEGER NOT NULL)")
_FILL_PROBE: Final = text("INSERT INTO probe VALUES (:balance)")
_READ_PROBE: Final = text("SELECT balance FROM probe")
_WRITE_PROBE: Final = text("UPDATE probe SET balance = :balance")


@dataclass(frozen=True, slots=True)
class Findings:
    """What the start-up log tells about the database."""

    engine: str
    version: str
    notes: tuple[str, ...]


async def self_test(url: str) -> Findings:
    """Takes some tens of milliseconds and leaves nothing behind. Raises UnfitDatabase with the way to mend it."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "postgresql":
        return await _test_postgresql(url)
    return await _test_sqlite(sqlite_path(parsed))


def complaints_about(settings: Mapping[str, str]) -> list[str]:
    """What is wrong with a PostgreSQL server, each with its remedy; empty when it may keep money."""
    wrong = []
    if int(settings["server_version_num"]) < POSTGRESQL_OLDEST * 10_000:
        wrong.append(f"PostgreSQL {settings['server_version']} is too old: upgrade to {POSTGRESQL_OLDEST} or newer")
    if settings["server_encoding"] != "UTF8":
        wrong.append("the database cannot hold every name: create it again with ENCODING 'UTF8'")
    if settings["transaction_isolation"] != "read committed":
        wrong.append(f"transactions run as {settings['transaction_isolation']}: reset default_transaction_isolation")
    if settings["transaction_read_only"] != "off":
        wrong.append("the server takes no writes: connect to the primary, not to a standby")
    for name in ("fsync", "full_page_writes"):
        if settings[name] != "on":
            wrong.append(f"{name} is off and a power cut would damage the ledger: ALTER SYSTEM SET {name} = on")
    if settings["synchronous_commit"] == "off":
        wrong.append(
            "synchronous_commit is off and a crash would forget releases already announced:"
            " set it to on for this database, role or server"
        )
    return wrong


async def _test_postgresql(url: str) -> Findings:
    desk = await open_desk(url, work_factory=_bare, now_of=_no_time, exclusive=False, pool_size=1)
    try:
        row = await desk.read(_read_settings)
    finally:
        await desk.close()
    settings = dict(zip(_SETTINGS, row, strict=True))
    wrong = complaints_about(settings)
    if wrong:
        raise UnfitDatabase("; ".join(wrong))
    return Findings("postgresql", settings["server_version"], (f"synchronous_commit={settings['synchronous_commit']}",))


async def _test_sqlite(path: Path) -> Findings:
    # Opening reads every setting back and raises UnfitDatabase where one did not take.
    probe = path.with_name(f"{path.name}.probe-{token_hex(4)}")
    try:
        left = await _decrements_lost(probe)
    finally:
        for rest in path.parent.glob(f"{probe.name}*"):
            rest.unlink()
    if left != 0:
        raise UnfitDatabase(f"{left} updates were lost beside {path}: its file system does not lock, use a local disk")
    notes = ["journal_mode=wal", "synchronous=full", "foreign_keys=on"]
    if sqlite3.sqlite_version_info < SQLITE_SAFE_FOR_MANY:
        notes.append("this SQLite is for one process only, which the lock file sees to")
    return Findings("sqlite", sqlite3.sqlite_version, tuple(notes))


async def _decrements_lost(probe: Path) -> int:
    """Several connections read a balance and write it back less one, as careless use cases would; 0 is left of it."""
    desks = [
        await open_desk(f"sqlite:///{probe}", work_factory=_bare, now_of=_no_time, exclusive=False)
        for _ in range(PROBE_DESKS)
    ]
    try:
        await desks[0].write(_prepare_probe)

        async def decrement(turn: int) -> None:
            for _ in range(PROBE_TURNS):
                await desks[turn % PROBE_DESKS].write(_decrement)

        await asyncio.gather(*map(decrement, range(PROBE_TASKS)))
        return await desks[0].read(_probe_balance)
    finally:
        for desk in desks:
            await desk.close()


def _prepare_probe(sql: Sql) -> None:
    sql.execute(_MAKE_PROBE)
    sql.execute(_FILL_PROBE, balance=PROBE_TASKS * PROBE_TURNS)


def _decrement(sql: Sql) -> None:
    sql.execute(_WRITE_PROBE, balance=_probe_balance(sql) - 1)


def _probe_balance(sql: Sql) -> int:
    row = sql.fetch_one(_READ_PROBE)
    assert row is not None
    return int(row[0])


def _read_settings(sql: Sql) -> tuple[Any, ...]:
    row = sql.fetch_one(_READ_SETTINGS)
    assert row is not None
    return row


def _bare(sql: Sql, now: int) -> Sql:
    return sql


def _no_time(sql: Sql) -> int:
    return 0
