"""Runs `otcdesk` as a person at a shell would: a process of its own, its exit code, what it wrote where."""

import json
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SCRIPT = Path(sys.executable).with_name("otcdesk")
PATIENCE_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Told:
    """How one command ended."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """What `--json` printed."""
        return json.loads(self.out)

    @property
    def is_one_clear_line(self) -> bool:
        """Nothing on stdout, one line on stderr, and no traceback."""
        return self.out == "" and self.err.startswith("otcdesk: ") and self.err.count("\n") == 1


@dataclass(frozen=True, slots=True)
class Console:
    """A shell in an empty folder with a database's address in its environment."""

    folder: Path
    url: str
    telegram: str = "http://127.0.0.1:9"

    def __call__(self, *words: str, **settings: str) -> Told:
        done = subprocess.run(
            [SCRIPT, *words],
            cwd=self.folder,
            env=self.environment(**settings),
            capture_output=True,
            text=True,
            timeout=PATIENCE_SECONDS,
        )
        return Told(done.returncode, done.stdout, done.stderr)

    def admin(self, *words: str, **settings: str) -> Told:
        return self("admin", *words, **settings)

    def json(self, *words: str, **settings: str) -> Any:
        """What an admin verb tells a script; the verb must have succeeded."""
        told = self.admin(*words, "--json", **settings)
        assert told.code == 0, told.err
        return told.document

    def until_it_says(self, word: str, *words: str, **settings: str) -> Told:
        """Starts a command that stays, waits for a line with `word`, presses Ctrl-C and waits for the end."""
        with subprocess.Popen(
            [SCRIPT, *words],
            cwd=self.folder,
            env=self.environment(**settings),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            assert process.stdout is not None
            try:
                said = next(line for line in process.stdout if word in line)
                process.send_signal(signal.SIGINT)
                out, err = process.communicate(timeout=PATIENCE_SECONDS)
            finally:
                process.kill()
        return Told(process.returncode, said + out, err)

    def environment(self, **settings: str) -> dict[str, str]:
        own = {"PATH": os.defpath, "HOME": str(self.folder), "COLUMNS": "200", "LANG": "C.UTF-8"}
        desk = {"OTCDESK_DATABASE_URL": self.url, "OTCDESK_TELEGRAM_API": self.telegram}
        return own | desk | {"OTCDESK_DATA_DIR": str(self.folder / "data")} | settings
