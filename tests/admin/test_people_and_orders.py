"""What operators see of people and orders, and the right to post ads."""

from storage.work import StorageWork
from tests.admin.console import Console
from tests.admin.market import BUYER, MERCHANT, at_the_desk

HOSTILE = "\x1b[2J\x1b]0;owned\x07 Ada\u202egpj.exe\n[bold]"


def test_a_merchant_is_granted_and_revoked(console: Console) -> None:
    granted = console.json("merchant", "grant", str(BUYER))
    again = console.json("merchant", "grant", str(BUYER))
    revoked = console.json("merchant", "revoke", str(BUYER))

    assert [(told["is_merchant"], told["changed"]) for told in (granted, again, revoked)] == [
        (True, True),
        (True, False),
        (False, True),
    ]
    assert console.json("user", "show", str(BUYER))["is_merchant"] is False


def test_nobody_of_that_name_is_a_refusal(console: Console) -> None:
    told = [console.admin(*words) for words in (("merchant", "grant", "5"), ("user", "show", "#ZZZZZZ"))]

    assert [(answer.code, answer.is_one_clear_line) for answer in told] == [(1, True), (1, True)]


def test_a_person_is_shown_with_their_record(console: Console, order_code: str) -> None:
    shown = console.json("user", "show", str(BUYER))

    assert (shown["payer_name"], shown["completed"], shown["completion_percent"]) == ("KOFI MENSAH", 1, 100)


def test_an_order_is_shown_whole(console: Console, order_code: str) -> None:
    shown = console.json("order", "show", order_code)

    assert (shown["state"], shown["in_escrow"]["units"]) == ("completed", 0)
    assert shown["terms"]["amount"] == {"units": 100_000_000, "amount": "100", "asset": "USDT"}
    assert [line["event"] for line in shown["history"]] == ["Taken", "PaymentMarked", "SellerReleased"]
    assert [(move["reference"].split(":")[-1], move["amount"]) for move in shown["entries"]] == [
        ("lock", "100.3"),
        ("settle", "100"),
        ("settle", "0.3"),
    ]


def test_an_order_is_found_by_its_row_as_well(console: Console, order_code: str) -> None:
    by_code = console.admin("order", "show", f"#{order_code}")
    by_row = console.admin("order", "show", "1")

    assert by_row.out == by_code.out
    assert "DE00 1234" in by_row.out


def test_an_unknown_order_is_a_refusal(console: Console) -> None:
    told = console.admin("order", "show", "404")

    assert (told.code, told.is_one_clear_line) == (1, True)


def test_a_hostile_name_cannot_drive_the_terminal(console: Console) -> None:
    at_the_desk(console.url, _rename_buyer)

    told = console.admin("user", "show", str(BUYER))

    assert r"\x1b[2J\x1b]0;owned\x07 Ada\u202egpj.exe\n[bold]" in told.out
    assert {letter for letter in told.out if letter < " "} == {"\n"}


def test_a_hostile_name_reaches_scripts_exactly_and_harmlessly(console: Console) -> None:
    at_the_desk(console.url, _rename_buyer)

    told = console.admin("user", "show", str(BUYER), "--json")

    assert told.document["alias"] == HOSTILE
    assert told.out.isascii()
    assert "\x1b" not in told.out


def test_the_merchant_of_a_table_is_named_by_alias_and_code(console: Console) -> None:
    shown = console.json("user", "show", str(MERCHANT))

    told = console.admin("balances", str(MERCHANT))

    assert f"{shown['alias']} #{shown['code']}" in told.out


def _rename_buyer(work: StorageWork) -> None:
    work.users.rename(BUYER, HOSTILE)
