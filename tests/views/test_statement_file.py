"""Statements as documents: every line, totals that add up, and nothing that a spreadsheet would calculate."""

import csv
import io
import json

import pytest

from domain.ledger.accounts import AccountKind
from domain.ledger.entry import EntryKind
from domain.ledger.ports import StatementLine
from handlers.views.statement_file import COLUMNS, Statement, csv_file, json_file
from handlers.views.wallet import statement_file_text
from tests.views.examples import NOON, texts, usdt


def _line(entry: int, units: int, reference: str = "deposit:tx") -> StatementLine:
    return StatementLine(entry, NOON, EntryKind.DEPOSIT, AccountKind.AVAILABLE, None, usdt(units), reference)


def _rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_totals_run_from_line_to_line() -> None:
    statement = Statement((), (_line(1, 2_500_000), _line(2, -1_000_001)))

    rows = _rows(csv_file(statement))

    assert tuple(rows[0]) == COLUMNS
    assert [(row["change"], row["total_after"]) for row in rows] == [("2.5", "2.5"), ("-1.000001", "1.499999")]
    assert rows[0]["time_utc"] == "2026-09-21T14:13:20Z"


def test_both_files_hold_the_same_lines() -> None:
    statement = Statement((usdt(7),), (_line(4, 3), _line(5, -10)))

    document = json.loads(json_file(statement))

    assert [{key: str(value) for key, value in line.items()} for line in document["lines"]] == _rows(
        csv_file(statement)
    )
    assert (document["opening"], document["closing"]) == ({"USDT": "0.000007"}, {"USDT": "0"})


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "=cmd|' /C calc'!A0"])
def test_no_word_is_calculated(start: str) -> None:
    [row] = _rows(csv_file(Statement((), (_line(1, -5, f"{start}1+1"),))))

    assert row["reference"] == f"'{start}1+1"
    assert row["change"] == "-0.000005"


@pytest.mark.parametrize("reference", ['a,"b"', "two\r\nlines", "سند"])
def test_odd_words_come_back_as_they_were(reference: str) -> None:
    [row] = _rows(csv_file(Statement((), (_line(1, 5, reference),))))

    assert row["reference"] == reference


def test_that_older_lines_are_left_out_is_said() -> None:
    cut, whole = Statement((usdt(7),), (_line(4, 3),)), Statement((), (_line(4, 3),))

    assert "older ones are left out" in statement_file_text(cut, texts())
    assert "older ones are left out" not in statement_file_text(whole, texts())
