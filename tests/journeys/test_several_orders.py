"""Somebody with more than one order at once is always asked or shown which."""

from tests.journeys.stage import Stage
from tests.journeys.steps import breathe, order_of, press, release, say, take
from tests.support.pictures import receipt


async def test_a_picture_for_one_of_several_orders_is_asked_about(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    first = await order_of(stage, buyer, merchant, amount="100")
    second = await take(stage, buyer, await stage.ad(merchant, stock="400"), amount="120")

    await buyer.send_photo(receipt())
    await stage.rest()
    question = await buyer.sees("Which order does this belong to?")
    label = next(b["text"] for row in question["keyboard"] for b in row if first in b["text"])
    told = await press(stage, buyer, label)

    assert told["text"] == "Filed."
    await buyer.sees(f"#{first}")
    assert await proofs_of(stage, first) == 1
    assert await proofs_of(stage, second) == 0


async def test_a_picture_as_a_reply_needs_no_question(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    first = await order_of(stage, buyer, merchant, amount="100")
    card = await buyer.last()
    second = await take(stage, buyer, await stage.ad(merchant, stock="400"), amount="120")

    await buyer.send("replying", reply_to=card["message_id"])
    await stage.rest()
    await merchant.sees("replying")

    assert first in (await merchant.sees("replying"))["text"]
    assert second not in (await merchant.sees("replying"))["text"]


async def test_several_orders_are_listed_and_each_card_is_its_own(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    first = await order_of(stage, buyer, merchant, amount="100")
    second = await take(stage, buyer, await stage.ad(merchant, stock="400"), amount="120")
    await breathe(stage)

    await say(stage, buyer, "⚡️ Active order")
    listed = await buyer.sees("Running orders")
    row = next(b["text"] for row in listed["keyboard"] for b in row if second in b["text"])
    await press(stage, buyer, row)
    await buyer.sees(f"Order #{second}")
    await press(stage, buyer, "✅ I have paid")
    await release(stage, merchant)

    states = {(await stage.order(first)).state.value, (await stage.order(second)).state.value}
    assert states == {"await_payment", "completed"}


async def test_more_orders_than_allowed_are_refused(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    for _ in range(3):
        await take(stage, buyer, ad, amount="50")
        await breathe(stage)
    await buyer.start(f"ad-{ad.code}")
    await press(stage, buyer, "Buy")
    await say(stage, buyer, "50")

    told = await press(stage, buyer, "✅ Confirm")

    assert told["text"] == "You already have 3 running purchases, and 3 is the limit. Finish one first."
    assert (await stage.holdings(merchant))["escrow"] == 3 * (52_631_578 + 157_895)


async def proofs_of(stage: Stage, code: str) -> int:
    order = await stage.order(code)
    return await stage.do(lambda work: work.proofs.count(order.id))
