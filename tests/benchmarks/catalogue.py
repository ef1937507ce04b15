"""Which benchmarks there are; in a file of its own because a fresh process cannot import from `__main__`."""

from importlib import import_module
from pathlib import Path

from tests.benchmarks.ratio import Ratio


def names() -> list[str]:
    """Every module of this folder that has a `measure`."""
    files = sorted(Path(__file__).parent.glob("*.py"))
    return [file.stem for file in files if "\ndef measure()" in file.read_text("utf-8")]


def measured(name: str) -> list[Ratio]:
    """What the benchmark of this name finds."""
    found: list[Ratio] = import_module(f"tests.benchmarks.{name}").measure()
    return found
