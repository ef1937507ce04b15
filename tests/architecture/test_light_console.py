"""An operator's question must not pay the three seconds that importing aiogram costs."""

import subprocess
import sys

from tests.architecture.source import ROOT

PROBE = "import sys, admin_cli.__main__; print(sorted({'aiogram', 'apscheduler'} & set(sys.modules)))"


def test_console_starts_without_aiogram() -> None:
    answer = subprocess.run([sys.executable, "-c", PROBE], cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert (answer.stdout.strip(), answer.stderr) == ("[]", "")
