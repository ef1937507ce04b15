"""A process killed at a crash point leaves the whole transaction or nothing, on both engines."""

import signal
import subprocess
import sys

import pytest
from sqlalchemy import func, select

from storage.engine import Desk, Sql
from storage.engine.crashpoints import CrashPoint, arm, reach
from tests.engine.conftest import fetch_one, opened, prepare, purse

VICTIM = """
import asyncio, sys
from sqlalchemy import insert
from storage.engine.crashpoints import arm
from tests.engine.conftest import opened, purse

def keep(sql):
    sql.execute(insert(purse).values(id=50, balance=0))
    sql.execute(insert(purse).values(id=51, balance=0))

async def main():
    desk = await opened(sys.argv[1])
    arm(sys.argv[2])
    await desk.write(keep)

asyncio.run(main())
"""

KEPT = {CrashPoint.AFTER_COMMIT: 4}


@pytest.mark.parametrize("point", CrashPoint)
async def test_a_kill_leaves_all_or_nothing(empty_database_url: str, point: CrashPoint) -> None:
    before = await opened(empty_database_url)
    await before.write(prepare)
    await before.close()

    victim = subprocess.run(  # noqa: ASYNC221 - nothing else runs in this loop
        [sys.executable, "-c", VICTIM, empty_database_url, point], check=False, timeout=30
    )
    after = await opened(empty_database_url)
    rows = await after.read(fetch_one, select(func.count()).select_from(purse))
    await after.close()

    assert victim.returncode == -signal.SIGKILL
    assert rows == (KEPT.get(point, 2),)


async def test_an_unarmed_point_is_passed(desk: Desk[Sql]) -> None:
    arm("somewhere else")

    reach("here")

    assert await desk.read(fetch_one, select(func.count()).select_from(purse)) == (2,)
