"""The project's own files, read and parsed once for the rules that speak about them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = ("admin_cli", "bot", "handlers", "storage", "domain", "locales")
# What Python caches, and the settings that a person keeps for themselves.
NOT_OURS = {"__pycache__", "otcdesk.toml"}
TEXT_SUFFIXES = {".py", ".js", ".css", ".html", ".ftl", ".md", ".toml", ".lock", ".yaml", ".mako", ".ini", ""}


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file; its path is relative to the project and written with slashes."""

    path: str
    text: str
    tree: ast.Module

    def mentions(self) -> Iterator[tuple[int, str]]:
        """Every name the file uses with its line, in full: `dt.now` becomes `datetime.datetime.now`."""
        imported = dict(_imported_names(self.tree))
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Name | ast.Attribute):
                first, *rest = dotted(node).split(".")
                yield node.lineno, ".".join([imported.get(first, first), *rest])

    def imports(self) -> Iterator[tuple[int, str]]:
        """Every module the file imports, wherever in the file it does so."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                yield node.lineno, _absolute(self.path, node)


def python_files(*rooms: str) -> list[Source]:
    """Every Python file of the named folders."""
    return [_parsed(path) for room in rooms for path in _files(room) if path.suffix == ".py"]


def text_files(*folders: str) -> list[tuple[str, str]]:
    """Path and text of every file a person wrote in the named folders; "." means the top level alone."""
    return [
        (path.relative_to(ROOT).as_posix(), path.read_text("utf-8", errors="replace"))
        for folder in folders
        for path in _files(folder)
        if path.suffix in TEXT_SUFFIXES
    ]


def dotted(node: ast.expr) -> str:
    """The names an expression walks along, without what it calls or indexes on its way."""
    match node:
        case ast.Name(id=name):
            return name
        case ast.Attribute(value=value, attr=attr):
            return f"{dotted(value)}.{attr}"
        case ast.Call(func=inner) | ast.Subscript(value=inner) | ast.UnaryOp(operand=inner):
            return dotted(inner)
        case ast.Compare(left=inner) | ast.BinOp(left=inner):
            return dotted(inner)
        case _:
            return "?"


def at(source: Source, line: int) -> str:
    """Where a rule was broken, as editors jump to it."""
    return f"{source.path}:{line}"


@cache
def _parsed(path: Path) -> Source:
    text = path.read_text("utf-8")
    return Source(path.relative_to(ROOT).as_posix(), text, ast.parse(text))


def _files(folder: str) -> list[Path]:
    found = (ROOT / folder).glob("*") if folder == "." else (ROOT / folder).rglob("*")
    return sorted(path for path in found if path.is_file() and not NOT_OURS & set(path.parts))


def _imported_names(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((alias.asname, alias.name) for alias in node.names if alias.asname)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((alias.asname or alias.name, f"{node.module}.{alias.name}") for alias in node.names)


def _absolute(path: str, node: ast.ImportFrom) -> str:
    package = path.split("/")[: -node.level] if node.level else []
    return ".".join([*package, *([node.module] if node.module else [])])
