"""Rules of the house that import contracts and linters cannot say; a failure names file and line."""

import ast
import re
import sys
from collections.abc import Iterator

from tests.architecture.source import ROOMS, Source, at, dotted, python_files, text_files

CODE = (*ROOMS, "tests")
MOST_LINES = 300
MOST_DOCSTRING_LINES = 3

CLOCKS = {"storage/clock.py", "bot/sandbox/world/clock.py"}
WALL_CLOCK = {
    *("datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today"),
    *("time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime"),
}
SETTINGS = "bot/settings.py"
ENVIRONMENT = {"os.environ", "os.getenv", "os.environb", "os.putenv"}
# A task that nobody waits for dies unseen, so only those who keep and await theirs may start one.
TASK_STARTERS = (
    "bot/workers/",
    "bot/sandbox/",
    "bot/polling.py",
    "bot/inbox.py",
    "bot/serving.py",
    "bot/together.py",
    "storage/engine/",
    "storage/evidence/",
)
VAGUE_NAMES = {"utils", "util", "helpers", "helper", "common", "manager", "managers", "services", "misc"}
UNFINISHED = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X|NotImplemented" r"Error)\b")
MACHINE_PATH = re.compile(r"/(?:work|root|Users)/|/home/\w")
PAGE_FACING = {"aiohttp", "multidict", "yarl"}
NOT_FOR_RULES = {
    *("asyncio", "io", "os", "pathlib", "random", "socket", "sqlite3", "subprocess", "threading", "time"),
}


def test_wall_clock_is_read_in_one_place() -> None:
    readers = [at(source, line) for source, line in _mentions(WALL_CLOCK) if source.path not in CLOCKS]

    assert readers == []


def test_environment_is_read_by_the_settings_alone() -> None:
    readers = [at(source, line) for source, line in _mentions(ENVIRONMENT) if source.path != SETTINGS]

    assert readers == []


def test_tasks_are_started_where_somebody_awaits_them() -> None:
    starters = [
        at(source, line)
        for source in python_files(*ROOMS)
        for line, name in source.mentions()
        if name.endswith((".create_task", ".ensure_future")) and not source.path.startswith(TASK_STARTERS)
    ]

    assert starters == []


def test_files_stay_short_enough_to_be_read_whole() -> None:
    long = {path: text.count("\n") for path, text in text_files(*CODE) if path.endswith((".py", ".js"))}

    assert {path: lines for path, lines in long.items() if lines > MOST_LINES} == {}


def test_every_file_opens_with_its_reason() -> None:
    documented = [source for source in python_files(*CODE) if source.text.strip()]

    assert [s.path for s in documented if not _opening_lines(s)] == []
    assert [s.path for s in documented if _opening_lines(s) > MOST_DOCSTRING_LINES] == []


def test_names_say_what_is_inside() -> None:
    parts = {part for source in python_files(*CODE) for part in source.path.removesuffix(".py").split("/")}

    assert parts & VAGUE_NAMES == set()


def test_nothing_is_left_unfinished() -> None:
    marks = [(path, match[0]) for path, text in text_files(*CODE) for match in UNFINISHED.finditer(text)]

    assert marks == []


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    paths = [(path, m[0]) for path, text in text_files(".", ".ci", "docs", *CODE) for m in MACHINE_PATH.finditer(text)]

    assert paths == []


def test_domain_counts_in_integers() -> None:
    floats = [at(s, line) for s in python_files("domain") for line in _floats(s.tree)]

    assert floats == []


def test_domain_imports_the_standard_library_and_itself() -> None:
    allowed = (sys.stdlib_module_names - NOT_FOR_RULES) | {"domain"}

    assert _imports_outside(allowed, "domain") == []


def test_domain_awaits_nothing() -> None:
    """A port may promise an async method (the gate, the vault); a rule can neither have one nor wait for it."""
    waits = [
        at(source, node.lineno)
        for source in python_files("domain")
        for node in _outside_protocols(source.tree)
        if isinstance(node, ast.AsyncFunctionDef | ast.Await | ast.AsyncFor | ast.AsyncWith)
    ]

    assert waits == []


def test_sandbox_stands_on_aiohttp_alone() -> None:
    allowed = sys.stdlib_module_names | PAGE_FACING | {"bot.sandbox"}

    assert _imports_outside(allowed, "bot/sandbox") == []


def _mentions(names: set[str]) -> Iterator[tuple[Source, int]]:
    for source in python_files(*ROOMS):
        yield from ((source, line) for line, name in source.mentions() if name in names)


def _imports_outside(allowed: set[str] | frozenset[str], folder: str) -> list[str]:
    return [
        f"{at(source, line)} imports {module}"
        for source in python_files(folder)
        for line, module in source.imports()
        if not any(module == name or module.startswith(f"{name}.") for name in allowed)
    ]


def _outside_protocols(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not (isinstance(child, ast.ClassDef) and "Protocol" in map(dotted, child.bases)):
            yield child
            yield from _outside_protocols(child)


def _floats(tree: ast.Module) -> Iterator[int]:
    """Lines with a float literal, the word float, or a division that makes one."""
    for node in ast.walk(tree):
        match node:
            case ast.Constant(value=float()) | ast.Name(id="float") | ast.BinOp(op=ast.Div()):
                yield node.lineno


def _opening_lines(source: Source) -> int:
    opening = ast.get_docstring(source.tree)
    return len(opening.splitlines()) if opening else 0
