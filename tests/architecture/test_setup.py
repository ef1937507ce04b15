"""Setting up says in one line what the machine lacks, and does nothing twice."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

TOO_OLD = 'case "$1" in --version) echo Python 3.10.13;; *) exit 1;; esac'
WITHOUT_VENV = 'case "$*" in --version) echo Python 3.12.4;; *ensurepip*) exit 1;; esac'
# A whole Python as far as setting up can tell: it writes down what it was asked and makes the folder.
WHOLE = """echo "$*" >> calls
case "$*" in
    --version) echo Python 3.12.4;;
    *"-m venv"*)
        mkdir -p .venv/bin
        cp "$0" .venv/bin/python
        printf '#!/bin/sh\necho pip 24.0 from %s/.venv/lib\n' "$PWD" > .venv/bin/pip
        chmod +x .venv/bin/pip;;
esac"""


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A project with a lock and no environment yet."""
    for name in (".ci/venv", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "bin").mkdir()
    return tmp_path


def test_no_python_at_all_is_said_in_one_line(tree: Path) -> None:
    result = _set_up(tree, path=str(tree / "bin"))

    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "Python 3.11 to 3.14 is needed and none was found" in result.stderr


def test_an_old_python_is_named_with_its_version(tree: Path) -> None:
    _install_python(tree, TOO_OLD)

    result = _set_up(tree, path=str(tree / "bin"))

    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "python3 is Python 3.10.13" in result.stderr


def test_a_python_without_venv_names_the_package(tree: Path) -> None:
    _install_python(tree, WITHOUT_VENV)

    result = _set_up(tree, path=str(tree / "bin"))

    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "apt install python3-venv" in result.stderr


def test_a_missing_lock_is_said_in_one_line(tree: Path) -> None:
    (tree / "requirements.lock").unlink()

    result = _set_up(tree)

    assert (result.returncode, result.stderr.count("\n")) == (1, 1)
    assert "requirements.lock is not here" in result.stderr


def test_setting_up_installs_by_hash_and_only_once(tree: Path) -> None:
    _install_python(tree, WHOLE)

    first = _set_up(tree)
    calls = (tree / "calls").read_text()
    second = _set_up(tree)

    assert (first.returncode, second.returncode, second.stdout) == (0, 0, "")
    assert "install --require-hashes -r requirements.lock" in calls
    assert "install --no-deps --no-build-isolation -e ." in calls
    assert (tree / "calls").read_text() == calls


def test_the_development_lock_serves_for_running_too(tree: Path) -> None:
    _install_python(tree, WHOLE)
    _set_up(tree, "requirements-dev.lock")
    calls = (tree / "calls").read_text()

    _set_up(tree, "requirements.lock")

    assert (tree / "calls").read_text() == calls


def test_a_changed_project_is_installed_again_into_the_same_environment(tree: Path) -> None:
    _install_python(tree, WHOLE)
    _set_up(tree)
    (tree / "pyproject.toml").write_text("[project]\n")

    _set_up(tree)

    calls = (tree / "calls").read_text()
    assert (calls.count("-m venv"), calls.count("--require-hashes")) == (1, 2)


def test_a_moved_environment_is_made_anew(tree: Path) -> None:
    _install_python(tree, WHOLE)
    _set_up(tree)
    moved = tree.rename(tree.with_name("moved"))

    _set_up(moved)

    calls = (moved / "calls").read_text()
    assert (calls.count("-m venv"), calls.count("--require-hashes")) == (2, 2)


def _install_python(tree: Path, behaviour: str) -> None:
    python = tree / "bin" / "python3"
    python.write_text(f"#!/bin/sh\n{behaviour}\n")
    python.chmod(0o755)


def _set_up(tree: Path, lock: str = "requirements.lock", path: str | None = None) -> subprocess.CompletedProcess[str]:
    search = path or f"{tree / 'bin'}{os.pathsep}{os.defpath}"
    return subprocess.run(
        ["/bin/sh", ".ci/venv", lock],
        cwd=tree,
        env={"PATH": search},
        capture_output=True,
        text=True,
        timeout=30,
    )
