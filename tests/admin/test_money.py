"""What operators see and book of the money."""

import sqlite3

from tests.admin.console import Console
from tests.admin.market import BUYER, MERCHANT


def test_a_sound_desk_passes_the_check(either_console: Console) -> None:
    told = either_console.admin("check")

    assert (told.code, told.out) == (0, "All is well: every invariant holds.\n")


def test_a_broken_book_is_found_and_named(console: Console) -> None:
    path = console.url.removeprefix("sqlite+aiosqlite:///")
    with sqlite3.connect(path) as tampering:
        tampering.execute("UPDATE ledger_accounts SET credits = credits + 1")

    told = console.admin("check", "--json")
    table = console.admin("check")

    assert (told.code, told.document["ok"], table.code) == (1, False, 1)
    assert any(f"user:{MERCHANT}:available:USDT" in finding["subject"] for finding in told.document["findings"])
    assert f"user:{MERCHANT}:available:USDT" in table.out


def test_a_credit_is_booked_once_however_often_it_is_given(either_console: Console) -> None:
    first = either_console.json("credit", str(BUYER), "250,5", "usdt", "--reference", "0xabc")
    again = either_console.json("credit", str(BUYER), "250.50", "USDT", "--reference", "0xabc")

    assert (first["booked"], again["booked"]) == (True, False)
    assert first["credited"] == {"units": 250_500_000, "amount": "250.5", "asset": "USDT"}
    assert again["available"] == {"units": 250_500_000, "amount": "250.5", "asset": "USDT"}
    assert either_console.json("check") == {"ok": True, "findings": []}


def test_a_repeated_credit_says_as_before(console: Console) -> None:
    words = ("credit", str(BUYER), "1", "BTC", "--reference", "tx")
    console.admin(*words)

    told = console.admin(*words)

    assert told.code == 0
    assert told.out.startswith("As before: 1 BTC")


def test_a_reference_with_another_content_is_refused(console: Console) -> None:
    console.admin("credit", str(BUYER), "1", "BTC", "--reference", "tx")

    told = console.admin("credit", str(BUYER), "2", "BTC", "--reference", "tx")

    assert told.code == 1
    assert told.is_one_clear_line
    assert "nothing was booked" in told.err


def test_an_amount_the_desk_cannot_keep_is_refused(console: Console) -> None:
    told = console.admin("credit", str(BUYER), "1.1234567", "USDT", "--reference", "tx")

    assert told.code == 1
    assert told.err == (
        "otcdesk: the amount has more decimals than the desk keeps (given 1.1234567, limit 6, unit USDT)\n"
    )


def test_a_stranger_gets_no_credit(console: Console) -> None:
    told = console.admin("credit", "404", "1", "USDT", "--reference", "tx")

    assert (told.code, told.is_one_clear_line) == (1, True)


def test_a_reference_is_required(console: Console) -> None:
    told = console.admin("credit", str(BUYER), "1", "USDT")

    assert told.code == 2
    assert "--reference" in told.err


def test_balances_show_the_whole_desk(either_console: Console) -> None:
    desk = either_console.json("balances")

    assert desk["totals"] == [
        {"kind": "available", "units": 1_000_000_000, "amount": "1000", "asset": "USDT"},
        {"kind": "custody", "units": -1_000_000_000, "amount": "-1000", "asset": "USDT"},
    ]
    assert [(held["user"], held["amount"]) for held in desk["accounts"]] == [(MERCHANT, "1000")]


def test_balances_after_a_trade_add_up_to_nothing(console: Console, order_code: str) -> None:
    desk = console.json("balances")

    assert {held["kind"] for held in desk["totals"]} == {"available", "reserve", "fees", "custody"}
    assert sum(held["units"] for held in desk["totals"]) == 0


def test_balances_of_one_person_come_by_code_too(console: Console) -> None:
    code = console.json("user", "show", str(MERCHANT))["code"]

    by_code = console.json("balances", f"#{code}")

    assert by_code["user"] == MERCHANT
    assert by_code["balances"] == [
        {"kind": "available", "subject": None, "units": 1_000_000_000, "amount": "1000", "asset": "USDT"}
    ]


def test_balances_as_a_table_keep_every_digit(console: Console) -> None:
    console.admin("credit", str(BUYER), "0.123456789", "TON", "--reference", "tx")

    told = console.admin("balances")

    assert "0.123456789 TON" in told.out
    assert "-0.123456789 TON" in told.out


def test_a_statement_tells_newest_first(console: Console, order_code: str) -> None:
    lines = console.json("statement", str(MERCHANT))["lines"]
    newest = console.json("statement", str(MERCHANT), "--limit", "1")["lines"]

    assert [line["entry"] for line in lines] == sorted((line["entry"] for line in lines), reverse=True)
    assert newest == [line for line in lines if line["entry"] == lines[0]["entry"]]
    assert lines[-1]["reference"] == "deposit:first"
