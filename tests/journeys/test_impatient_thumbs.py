"""Buttons pressed twice, at once, or long after the card has moved on: the effect is one, and everybody is answered."""

import asyncio

from tests.journeys.stage import Stage
from tests.journeys.steps import UNCHANGED, code_on, order_of, paid_order, press, release, say
from tests.support.person import Person
from tests.support.screens import Json

GONE = "message to edit not found"
"""The news of the one press replaces the card that the other one is about to draw on."""


async def test_confirming_twice_within_50_ms_opens_one_order(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await buyer.start(f"ad-{ad.code}")
    await press(stage, buyer, "Buy")
    await say(stage, buyer, "150")
    stage.allowed.add(UNCHANGED)

    await twice(stage, buyer, "✅ Confirm")

    assert len(await messages_with(buyer, "awaiting payment")) == 1
    assert (await stage.holdings(merchant))["escrow"] == 157_894_736 + 473_685
    assert len(await messages_with(merchant, "Somebody took your ad")) == 1


async def test_saying_paid_twice_tells_the_seller_once(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    stage.allowed.add(UNCHANGED)

    await twice(stage, buyer, "✅ I have paid")

    assert (await stage.order(code)).state == "paid"
    assert len(await messages_with(merchant, "The buyer says they have paid")) == 1


async def test_releasing_twice_pays_once(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await paid_order(stage, buyer, merchant)
    await press(stage, merchant, "🔓 Release")
    stage.allowed.add(UNCHANGED)

    await twice(stage, merchant, "🔓 The money is there: release")

    assert await stage.holdings(buyer) == {"available": 157_894_736}
    assert len(await messages_with(buyer, "The coins are yours!")) == 1


async def test_a_press_delivered_twice_by_telegram_counts_once(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    await stage.sandbox.faults("update_duplicate")
    stage.allowed.add(UNCHANGED)

    await press(stage, buyer, "✅ I have paid")
    await release(stage, merchant)
    await stage.sandbox.clear_faults()

    assert (await stage.order(code)).state == "completed"
    assert await stage.holdings(buyer) == {"available": 157_894_736}


async def test_the_same_update_brought_again_is_dropped_unseen(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    await press(stage, buyer, "✅ I have paid")
    pressed = [update["update"] for update in await stage.sandbox.updates() if "callback_query" in update["update"]]
    before = len(await stage.sandbox.calls("answerCallbackQuery"))

    assert stage.parts is not None
    await stage.parts.inbox.receive(pressed)
    await stage.rest()

    assert len(await stage.sandbox.calls("answerCallbackQuery")) == before
    assert (await stage.order(code)).state == "paid"


async def test_a_button_of_a_card_that_moved_on_explains_itself_and_redraws(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    card = await buyer.last()
    cancel = data_of(card, "Cancel the order").replace("o1:c:", "o1:x:") + "0"
    await press(stage, buyer, "✅ I have paid")
    stage.allowed.add(UNCHANGED)

    await buyer.press_data(card["message_id"], cancel)
    told = await buyer.answer()
    await stage.rest()

    assert told["show_alert"]
    assert told["text"] == "This has changed in the meantime. Here is how it stands now."
    assert (await stage.order(code)).state == "paid"
    await buyer.sees("The seller has been told to look for your 150 EUR.")


async def test_release_pressed_on_the_card_of_an_ended_order_moves_nothing(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)
    await press(stage, merchant, "🔓 Release")
    card = await merchant.last()
    again = data_of(card, "🔓 The money is there: release")
    await press(stage, merchant, "🔓 The money is there: release")
    stage.allowed.add(UNCHANGED)

    await merchant.press_data(card["message_id"], again)
    told = await merchant.answer()
    await stage.rest()

    assert told["show_alert"]
    assert (await stage.order(code)).state == "completed"
    assert await stage.holdings(buyer) == {"available": 157_894_736}


async def test_a_release_step_that_vanished_under_the_thumb_has_to_be_asked_again(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)
    await press(stage, merchant, "🔓 Release")
    step = await merchant.last()
    await press(stage, buyer, "🤝 Ask to cancel together")
    stage.allowed.add("message to edit not found")

    await merchant.press_data(step["message_id"], data_of(step, "🔓 The money is there: release"))
    told = await merchant.answer()
    await stage.rest()

    assert told["show_alert"]
    assert (await stage.order(code)).state == "paid"
    await merchant.sees("The other side asks to cancel together.")


async def test_release_and_agreed_cancel_at_once_end_the_order_one_way(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)
    await press(stage, merchant, "🤝 Ask to cancel together")
    await press(stage, buyer, "🤝 Agree to cancel")
    await press(stage, merchant, "🔓 Release")
    stage.allowed |= {UNCHANGED, GONE}

    await asyncio.gather(buyer.press("Yes, cancel together"), merchant.press("🔓 The money is there: release"))
    await stage.rest()

    bought = (await stage.holdings(buyer)).get("available", 0)
    assert {"completed": 157_894_736, "cancelled": 0}[(await stage.order(code)).state] == bought
    assert code_on(await buyer.last()) == code


async def twice(stage: Stage, person: Person, label: str) -> None:
    """The same button under one thumb, faster than any answer."""
    await asyncio.gather(person.press(label), person.press(label))
    await stage.rest()


async def messages_with(person: Person, words: str) -> list[Json]:
    return [message for message in await person.messages() if words in (message["text"] or message["caption"] or "")]


def data_of(message: Json, label: str) -> str:
    return next(str(button["data"]) for row in message["keyboard"] for button in row if button["text"] == label)
