"""Orders that end without a trade: by the buyer alone before paying, by both together afterwards."""

from tests.journeys.stage import Stage
from tests.journeys.steps import UNCHANGED, order_of, paid_order, press, release
from tests.support.person import Person
from tests.support.screens import Json


async def test_a_buyer_who_has_not_paid_cancels_with_a_reason(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)

    await press(stage, buyer, "Cancel the order")
    await buyer.sees(f"Why do you want to cancel order #{code}?")
    await press(stage, buyer, "I cannot pay by this method")
    await buyer.sees("By cancelling you say that you have not sent 150 EUR")
    told = await press(stage, buyer, "I have not paid: cancel")

    assert told["text"] == "Cancelled."
    await buyer.sees("Do not send money for this order.")
    await merchant.sees("The buyer cancelled. Your coins are back.")
    assert (await stage.order(code)).state == "cancelled"
    assert await stage.holdings(buyer) == {}
    held = await stage.holdings(merchant)
    assert held["reserve"] + held["available"] == 1_000_000_000
    assert held.get("escrow", 0) == 0


async def test_a_buyer_thinks_better_of_cancelling(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)

    await press(stage, buyer, "Cancel the order")
    await press(stage, buyer, "I changed my mind")
    await press(stage, buyer, "‹ Back")

    await buyer.sees("send a screenshot of it here, then press “I have paid”")
    assert (await stage.order(code)).state == "await_payment"


async def test_both_cancel_together_once_it_was_paid(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)

    await press(stage, buyer, "🤝 Ask to cancel together")
    await buyer.sees("You asked to cancel together.")
    await merchant.sees("The other side asks to cancel together.")
    await press(stage, merchant, "🤝 Agree to cancel")
    await merchant.sees("If 150 EUR has arrived, you must send it back")
    await press(stage, merchant, "Yes, cancel together")

    await buyer.sees("The other side agreed: the order is cancelled.")
    assert (await stage.order(code)).state == "cancelled"
    assert await stage.holdings(buyer) == {}
    held = await stage.holdings(merchant)
    assert held.get("escrow", 0) == 0
    assert sum(held.values()) == 1_000_000_000


async def test_a_wish_to_cancel_is_dropped_and_the_trade_goes_on(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)

    await press(stage, merchant, "🤝 Ask to cancel together")
    await press(stage, buyer, "Keep the order going")
    await merchant.sees("Press Release only when the money is really there.")
    await release(stage, merchant)

    await buyer.sees("The coins are yours!")
    assert (await stage.order(code)).state == "completed"


async def test_a_wish_to_cancel_lapses_by_itself(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)
    await press(stage, merchant, "🤝 Ask to cancel together")
    await press(stage, buyer, "🤝 Agree to cancel")
    screen = await buyer.last()

    await stage.advance(31 * 60)
    told = await press_old(stage, buyer, screen, "Yes, cancel together")

    assert told["text"] == "Nobody is asking to cancel this order, or the wish has lapsed."
    assert (await stage.order(code)).state == "paid"


async def test_a_seller_asks_before_the_payment_and_the_buyer_agrees(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    await press(stage, merchant, "📄 Open the order")

    await press(stage, merchant, "🙏 Ask the buyer to cancel")
    await merchant.sees("it counts against your completion rate")
    await press(stage, merchant, "There is a mistake in my ad")
    await buyer.sees("The seller asks you to cancel: There is a mistake in my ad.")
    await press(stage, buyer, "🤝 Agree to cancel")
    await press(stage, buyer, "Yes, cancel together")

    await merchant.sees("The other side agreed: the order is cancelled.")
    assert (await stage.order(code)).state == "cancelled"
    held = await stage.holdings(merchant)
    assert held["reserve"] + held["available"] == 1_000_000_000


async def test_silence_is_a_no_and_the_buyer_may_still_pay(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    await press(stage, merchant, "📄 Open the order")
    await press(stage, merchant, "🙏 Ask the buyer to cancel")
    await press(stage, merchant, "I cannot receive this payment now")
    await press(stage, buyer, "🤝 Agree to cancel")
    screen = await buyer.last()

    await stage.advance(10 * 60 + 1)
    late = await press_old(stage, buyer, screen, "Yes, cancel together")
    await press(stage, buyer, "✅ I have paid")

    assert late["text"] == "Nobody is asking to cancel this order, or the wish has lapsed."
    assert (await stage.order(code)).state == "paid"


async def test_a_buyer_without_a_proof_takes_paid_back(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)

    await press(stage, buyer, "↩️ I have not paid after all")
    await buyer.sees("money that is on its way is not protected")
    await press(stage, buyer, "I have not paid: cancel")

    await merchant.sees("The buyer has not paid after all. Your coins are back.")
    assert (await stage.order(code)).state == "cancelled"
    held = await stage.holdings(merchant)
    assert held["reserve"] + held["available"] == 1_000_000_000


async def press_old(stage: Stage, person: Person, screen: Json, label: str) -> Json:
    """A button that a reminder has drawn over since; what the bot says to it."""
    stage.allowed.add(UNCHANGED)
    button = next(button for row in screen["keyboard"] for button in row if button["text"] == label)
    await person.press_data(screen["message_id"], button["data"])
    answer = await person.answer()
    await stage.rest()
    return answer
