"""An operator's question must not pay the three seconds that importing aiogram costs."""

import subprocess
import sys

from tests.architecture.source import ROOT

PROBE = """
import importlib, pkgutil, sys
import admin_cli.__main__, admin_cli.admin
for verb in pkgutil.walk_packages(admin_cli.admin.__path__, "admin_cli.admin."):
    importlib.import_module(verb.name)
print(sorted({"aiogram", "apscheduler", "handlers"} & set(sys.modules)))
"""


def test_console_and_every_admin_verb_load_without_aiogram() -> None:
    answer = subprocess.run([sys.executable, "-c", PROBE], cwd=ROOT, capture_output=True, text=True, timeout=60)

    assert (answer.stdout.strip(), answer.stderr) == ("[]", "")
