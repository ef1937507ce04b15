"""Fills tables with a million rows by one statement each, as the stores would have written them, on either engine.

Foreign keys are not asked meanwhile: the statements keep them by themselves.
"""

import sqlite3
from collections.abc import Sequence
from typing import Final

import asyncpg
from sqlalchemy.engine import make_url

from storage.migrations import migrate

MAKERS: Final = 1_000
TABLES: Final = ("users", "ads", "ad_listings", "deadlines", "proofs", "proof_marks")

_NUMBERS: Final = (
    "WITH RECURSIVE numbers(n) AS (SELECT CAST(1 AS BIGINT) UNION ALL SELECT n + 1 FROM numbers WHERE n < {count})"
)
_USERS: Final = """
INSERT INTO users (id, alias, language, is_merchant, joined_at)
{numbers} SELECT 1000 + n, 'Merchant ' || n, 'en', 1, 1700000000000 FROM numbers
"""
# Six ads in ten sell USDT, half of all want EUR: 300 thousand of a million meet in one pair.
_ADS: Final = """
INSERT INTO ads (id, token, maker_id, side, asset, fiat, price_micros, total_units, stock_units, least_units,
    most_units, accounts, window_minutes, terms, maker_fee_bps, taker_fee_bps, state, version, created_at)
{numbers} SELECT n, 'bulk-' || n, 1001 + n % {makers}, 'sell',
    CASE WHEN n % 10 < 6 THEN 'USDT' WHEN n % 10 < 8 THEN 'BTC' ELSE 'TON' END,
    CASE WHEN n % 7 < 4 THEN 'EUR' WHEN n % 7 < 6 THEN 'USD' ELSE 'GBP' END,
    500000 + n * 7919 % 1000003, 9000000000000, 9000000000000, 1000 * (1 + n % 50), 20000 * (1 + n % 50),
    CASE n % 2 WHEN 0 THEN '[["revolut","@maker"],["wise","maker@example.org"]]' ELSE '[["revolut","@maker"]]' END,
    30, 'Own account only.', 30, 0, 'active', 1, 1700000000000
FROM numbers
"""
_LISTINGS: Final = """
INSERT INTO ad_listings (side, asset, fiat, method, kind, sort_key, ad_id, lo, hi)
SELECT side, asset, fiat, method, 'fixed', price_micros, id, least_units, most_units
FROM ads JOIN (SELECT '' AS method UNION ALL SELECT 'revolut' UNION ALL SELECT 'wise') AS methods
    ON method <> 'wise' OR id % 2 = 0
ORDER BY side, asset, fiat, method, price_micros, id
"""
_DEADLINES: Final = """
INSERT INTO deadlines (order_id, kind, due_at, ready_at)
{numbers} SELECT n, 'window', moment, moment
FROM (SELECT n, CASE WHEN n <= {due} THEN 1700000000000 + n ELSE 4000000000000 + n END AS moment FROM numbers) AS rows
"""
# One order each. Names are spread over the index, as hashes are.
_PROOFS: Final = """
INSERT INTO proofs (id, order_id, number, by_id, sha256, kind, size_bytes, dhash, telegram_unique_id, source, at)
{numbers} SELECT n, n, 1, 7, CAST(n * 2654435761 % 4294967291 AS TEXT) || '-sha256-' || n, 'jpeg', 90000,
    CAST('a picture hash, 32 bytes' || CAST(10000000 + n AS TEXT) AS {blob}),
    CAST(n * 2246822519 % 4294967291 AS TEXT) || '-file-' || n, 'bulk-' || n, 1700000000000
FROM numbers
"""
_MARKS: Final = """
INSERT INTO proof_marks (mark, proof_id)
SELECT CASE WHEN n % 10 = 0 THEN common ELSE (number << 43) + n * 2654435761 % 8796093022151 END, n
FROM ({numbers} SELECT n FROM numbers) AS proofs CROSS JOIN ({marks}) AS marks
ORDER BY 1, 2
"""


async def fill_with_ads(url: str, count: int) -> None:
    """A migrated database whose market has so many ads."""
    numbers = _NUMBERS.format(count=count)
    await _fill(
        url,
        _USERS.format(numbers=_NUMBERS.format(count=MAKERS)),
        _ADS.format(numbers=numbers, makers=MAKERS),
        _LISTINGS,
    )


async def fill_with_deadlines(url: str, count: int, *, due: int) -> None:
    """A migrated database in which so many orders wait, so many of them for too long."""
    await _fill(url, _DEADLINES.format(numbers=_NUMBERS.format(count=count), due=due))


async def fill_with_proofs(url: str, count: int, common: Sequence[int]) -> None:
    """A migrated database with so many pictures on file, every tenth from one bank and with these marks."""
    numbers = _NUMBERS.format(count=count)
    marks = " UNION ALL ".join(
        f"SELECT CAST({n} AS BIGINT) AS number, CAST({mark} AS BIGINT) AS common"
        for n, mark in enumerate(common, start=1)
    )
    await _fill(
        url,
        _PROOFS.format(numbers=numbers, blob="BLOB" if url.startswith("sqlite") else "BYTEA"),
        _MARKS.format(numbers=numbers, marks=marks),
    )


async def _fill(url: str, *statements: str) -> None:
    await migrate(url)
    if url.startswith("sqlite"):
        _fill_sqlite(url.removeprefix("sqlite+aiosqlite:///"), statements)
    else:
        await _fill_postgresql(url, statements)


def _fill_sqlite(path: str, statements: tuple[str, ...]) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA cache_size = -500000")
    for statement in statements:
        connection.execute(statement)
    connection.close()


async def _fill_postgresql(url: str, statements: tuple[str, ...]) -> None:
    connection = await asyncpg.connect(make_url(url).set(drivername="postgresql").render_as_string(hide_password=False))
    await connection.execute("SET session_replication_role = replica")
    for statement in statements:
        await connection.execute(statement)
    # What autovacuum does by itself a minute after such a load.
    for table in TABLES:
        await connection.execute(f"VACUUM ANALYZE {table}")
    await connection.close()
