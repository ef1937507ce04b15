"""An admin verb loads neither the bot nor the migrations: an operator's question is answered at once."""

import subprocess
import sys

from tests.admin.console import PATIENCE_SECONDS, Console

PROBE = """
import sys
from admin_cli.application import app
try:
    app(["admin", "balances", "--json"])
except SystemExit as end:
    assert end.code == 0, end.code
heavy = {"aiogram", "alembic", "apscheduler", "handlers", "storage.migrations", "PIL", "rich.table"}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
"""


def test_an_answer_for_scripts_loads_nothing_heavy(console: Console) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROBE],
        cwd=console.folder,
        env=console.environment(),
        capture_output=True,
        text=True,
        timeout=PATIENCE_SECONDS,
    )

    assert done.stderr == "[]\n"
