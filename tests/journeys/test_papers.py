"""Papers to keep: the statement as CSV and JSON, by a press in the wallet."""

import csv
import io
import json

from tests.journeys.stage import Stage
from tests.journeys.steps import press, say
from tests.support.person import Person


async def test_a_statement_comes_as_csv_and_json_and_ties_to_the_wallet(stage: Stage) -> None:
    merchant = await stage.merchant(holds="1000")
    await stage.ad(merchant)
    await say(stage, merchant, "/wallet")

    await press(stage, merchant, "⬇️ CSV")
    table = await _newest_file(stage, merchant)
    await press(stage, merchant, "⬇️ JSON")
    document = json.loads(await _newest_file(stage, merchant))

    rows = list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline="")))
    assert rows[-1]["total_after"] == document["closing"]["USDT"] == "1000"
    assert len(rows) == len(document["lines"]) == 3
    assert sum((await stage.holdings(merchant)).values()) == 1_000_000_000


async def test_it_is_told_in_the_readers_language(stage: Stage) -> None:
    person = await stage.buyer(language_code="ru")
    await stage.give(person, "5")
    await say(stage, person, "/wallet")

    await press(stage, person, "⬇️ CSV")

    await person.sees("Ваша выписка, 1 строка.")


async def test_nothing_booked_is_said_without_a_file(stage: Stage) -> None:
    person = await stage.buyer()
    await say(stage, person, "/wallet")

    answer = await press(stage, person, "⬇️ CSV")

    assert answer["text"] == "🧾 Nothing has been booked yet."
    assert [message for message in await person.messages() if message["document"]] == []


async def _newest_file(stage: Stage, person: Person) -> bytes:
    document = (await person.sees("Your statement, 3 lines."))["document"]
    return await stage.sandbox.file(document["file_id"])
