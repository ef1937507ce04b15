"""The wheel carries all that the desk reads at run time, and nothing that only developing needs."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.architecture.source import ROOMS, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files inside a wheel built from this tree, offline."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (built,) = folder.glob("*.whl")
    with ZipFile(built) as archive:
        return set(archive.namelist())


def test_wheel_carries_every_file_of_the_rooms(wheel: set[str]) -> None:
    files = {path.relative_to(ROOT).as_posix() for room in ROOMS for path in _shipped(ROOT / room)}

    assert files - wheel == set()


def test_wheel_carries_texts_and_page(wheel: set[str]) -> None:
    kinds = {Path(name).suffix for name in wheel}

    assert {".ftl", ".html", ".css", ".js"} - kinds == set()


def test_wheel_leaves_the_workshop_behind(wheel: set[str]) -> None:
    roots = {name.split("/")[0] for name in wheel}

    assert {root for root in roots if not root.endswith(".dist-info")} == set(ROOMS)


def _shipped(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
