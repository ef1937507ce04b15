"""How an answer looks: tables for people, one JSON document for scripts, and nothing that could drive a terminal."""

import io
import json
import os
import shutil
import sys
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any, Final

import typer

from domain.kernel.moments import Instant
from domain.kernel.money import Money, plain

AsJson = Annotated[bool, typer.Option("--json", help="One JSON document: stable keys, amounts in minor units.")]

_UNFIT: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Letters that move cursors, turn lines around or can't be seen."""

_PIPE_COLUMNS: Final = 10_000
"""A table that no terminal shows takes the width it needs."""

_BEGINNING: Final = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. Columns whose name ends in `>` hold numbers and are set to the right."""

    title: str
    columns: tuple[str, ...]
    rows: Sequence[Sequence[object]]


def answer(document: Any, as_json: bool, *sheets: Sheet) -> None:
    """Prints the document or the sheets that say the same; whether somebody reads to the end changes nothing."""
    _write(json.dumps(document, indent=2) + "\n" if as_json else "".join(_drawn(sheet) for sheet in sheets))


def sentence(document: Any, as_json: bool, text: str) -> None:
    """As `answer`, for what one line says best."""
    _write(json.dumps(document, indent=2) + "\n" if as_json else f"{harmless(text)}\n")


def harmless(text: str) -> str:
    """The text with control characters, invisible ones and those that turn the writing around spelled out."""
    return "".join(_spelled(letter) if unicodedata.category(letter) in _UNFIT else letter for letter in text)


def money(amount: Money) -> dict[str, object]:
    """An amount as scripts read it."""
    return {"units": amount.units, "amount": plain(amount), "asset": amount.unit.code}


def told(amount: Money) -> str:
    """An amount as people read it, every digit of it."""
    return f"{plain(amount)} {amount.unit.code}"


def clock_time(moment: Instant | None) -> str:
    """A moment in UTC to the second; nothing for a moment that never was."""
    if moment is None:
        return ""
    return (_BEGINNING + timedelta(milliseconds=moment)).strftime("%Y-%m-%d %H:%M:%S")


def _spelled(letter: str) -> str:
    return letter.encode("unicode_escape").decode()


def _drawn(sheet: Sheet) -> str:
    # Rich is imported only when something is drawn: scripts that ask for JSON do without it.
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    on_terminal = sys.stdout.isatty()
    width = shutil.get_terminal_size().columns if on_terminal else _PIPE_COLUMNS
    console = Console(file=io.StringIO(), width=width, force_terminal=on_terminal, highlight=False)
    table = Table(
        title=sheet.title or None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        show_header=any(sheet.columns),
    )
    for column in sheet.columns:
        is_number = column.endswith(">")
        table.add_column(column.rstrip(">"), justify="right" if is_number else "left", overflow="fold")
    for row in sheet.rows:
        table.add_row(*(Text(harmless(str("" if cell is None else cell))) for cell in row))
    with console.capture() as capture:
        console.print(table)
    return "".join(f"{line.rstrip()}\n" for line in capture.get().splitlines())


def _write(text: str) -> None:
    encoding = sys.stdout.encoding or "utf-8"
    try:
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stdout.flush()
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
