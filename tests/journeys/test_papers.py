"""Papers to keep: the receipt of an ended order, and the statement as CSV and JSON."""

import csv
import io
import json

from PIL import Image

from tests.journeys.stage import Stage
from tests.journeys.steps import paid_order, press, release, say
from tests.support.person import Person
from tests.support.screens import labels


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


async def test_an_ended_order_has_a_receipt_for_both_sides(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)
    running = [labels(message) for message in await buyer.messages()]
    await release(stage, merchant)

    await press(stage, buyer, "🧾 Receipt")
    await press(stage, merchant, "🧾 Receipt")
    received, given = await buyer.last(), await merchant.last()

    assert "🧾 Receipt" not in str(running)
    assert f"Order #{code}" in received["caption"]
    assert "You receive: 157.894736 USDT" in received["caption"]
    assert "You receive: 150 EUR" in given["caption"]
    picture = Image.open(io.BytesIO(await stage.sandbox.file(received["photo"]["file_id"])))
    assert picture.format == "PNG"
    assert not received["protected"]


async def test_a_cancelled_order_has_a_receipt_in_the_readers_words(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer(language_code="ru")
    ad = await stage.ad(merchant)
    await buyer.start(f"ad-{ad.code}")
    await press(stage, buyer, "Купить")
    await say(stage, buyer, "100")
    for label in ("✅ Подтвердить", "Отменить сделку", "Планы изменились", "Деньги не отправлены: отменить"):
        await press(stage, buyer, label)

    await press(stage, buyer, "🧾 Квитанция")

    assert (await buyer.sees("Речь шла о"))["photo"] is not None


async def _newest_file(stage: Stage, person: Person) -> bytes:
    document = (await person.sees("Your statement, 3 lines."))["document"]
    return await stage.sandbox.file(document["file_id"])
