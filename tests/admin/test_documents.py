"""The generated document, and the answers that exist for every refusal."""

from pathlib import Path

from admin_cli.admin.answers import ANSWERS, in_english
from admin_cli.admin.lifecycle import order_lifecycle
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal, Rule
from domain.kernel.units import asset
from domain.orders.table import TABLE
from tests.admin.console import Console


def test_every_rule_has_an_english_answer() -> None:
    assert set(ANSWERS) == set(Rule)


def test_an_answer_tells_its_facts() -> None:
    refusal = Refusal(Rule.AMOUNT_ABOVE, limit=Money(1_500_000, asset("USDT")), until=0, value="x")

    assert in_english(refusal) == (
        "the amount is above the most one (is x, limit 1.5 USDT, until 1970-01-01 00:00:00 UTC)"
    )


def test_every_row_of_the_table_is_in_the_document() -> None:
    lines = order_lifecycle().splitlines()

    written = [line.split(" | ")[0].removeprefix("| ") for line in lines if line.count(" | ") > 8]

    assert written[1:] == ["---", *(row.number for row in TABLE)]


def test_an_old_document_is_found_and_mended(nowhere: Console) -> None:
    document = nowhere.folder / "order-lifecycle.md"
    document.write_text("old")
    words = ("docs", "--folder", str(nowhere.folder))

    found = nowhere.admin(*words, "--check")
    written = nowhere.json(*words)
    checked = nowhere.admin(*words, "--check")

    assert (found.code, written["written"], checked.code) == (1, True, 0)
    assert document.read_text("utf-8") == order_lifecycle()


def test_a_missing_document_is_old(nowhere: Console, tmp_path: Path) -> None:
    told = nowhere.admin("docs", "--check", "--folder", str(tmp_path / "none"))

    assert told.code == 1
