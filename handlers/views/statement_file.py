"""A person's statement as a document: CSV for spreadsheets, JSON for programs; the same lines, to the last unit."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from domain.kernel.codes import Coded, code_of
from domain.kernel.money import Money, Unit, plain, zero
from domain.ledger.accounts import AccountKind
from domain.ledger.ports import StatementLine

COLUMNS: Final = ("entry", "time_utc", "kind", "place", "subject", "asset", "change", "total_after", "reference")
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")
"""What makes a spreadsheet calculate instead of show."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Lines oldest first, and what the person held before the first of them: nothing, unless older lines are left out.

    A total is everything the person owns of an asset, wherever it lies: available, in ads, in orders.
    """

    opening: tuple[Money, ...]
    lines: tuple[StatementLine, ...]

    def totals(self) -> Iterator[Money]:
        """What the person owns of a line's asset after that line."""
        held = {amount.unit: amount for amount in self.opening}
        for line in self.lines:
            held[line.change.unit] = held.get(line.change.unit, zero(line.change.unit)) + line.change
            yield held[line.change.unit]

    def closing(self) -> dict[Unit, Money]:
        """What the person owns after the last line, by asset."""
        return {amount.unit: amount for amount in self.opening} | {total.unit: total for total in self.totals()}


def csv_file(statement: Statement) -> bytes:
    """One row a line under a heading; texts that a spreadsheet would calculate are shown instead."""
    written = io.StringIO(newline="")
    table = csv.writer(written)
    table.writerow(COLUMNS)
    table.writerows([_inert(value) for value in row.values()] for row in _rows(statement))
    return written.getvalue().encode("utf-8-sig")


def json_file(statement: Statement) -> bytes:
    """Amounts are decimal texts, because a program that reads numbers would round them."""
    document = {
        "opening": _by_code(statement.opening),
        "lines": list(_rows(statement)),
        "closing": _by_code(statement.closing().values()),
    }
    return json.dumps(document, ensure_ascii=False, indent=1).encode()


def _rows(statement: Statement) -> Iterator[dict[str, Any]]:
    for line, total in zip(statement.lines, statement.totals(), strict=True):
        values = (
            line.entry, _time(line), line.kind.value, line.account.value, _subject(line), line.change.unit.code,
            plain(line.change), plain(total), line.reference,
        )  # fmt: skip
        yield dict(zip(COLUMNS, values, strict=True))


def _inert(value: object) -> object:
    """Our own numbers may begin with a minus; a word that does was chosen by somebody."""
    if not isinstance(value, str) or not value.startswith(_FORMULA_STARTS) or _is_number(value):
        return value
    return f"'{value}"


def _is_number(value: str) -> bool:
    return value.removeprefix("-").replace(".", "", 1).isdecimal() and value.isascii()


def _subject(line: StatementLine) -> str:
    """The code of the ad or the order."""
    if line.subject is None:
        return ""
    return code_of(Coded.AD if line.account is AccountKind.RESERVE else Coded.ORDER, line.subject)


def _time(line: StatementLine) -> str:
    return datetime.fromtimestamp(line.at // 1_000, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _by_code(amounts: Any) -> dict[str, str]:
    return {amount.unit.code: plain(amount) for amount in amounts}
