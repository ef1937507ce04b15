"""The seller says that they are looking: the buyer sees it, and nothing else changes."""

from tests.journeys.stage import Stage
from tests.journeys.steps import paid_order, press, release


async def test_the_buyer_sees_that_the_seller_looks_at_the_bank(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)

    told = await press(stage, merchant, "🏦 Checking my bank")
    await buyer.sees("The seller is looking at their bank account now.")
    await press(stage, merchant, "🕘 History")
    await merchant.sees("seller is checking the bank")
    await press(stage, merchant, "‹ Back")
    await release(stage, merchant)

    assert told["text"] == "The buyer sees that you are looking."
    assert (await stage.order(code)).state == "completed"


async def test_a_large_sum_asks_the_seller_to_pause_before_releasing(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(holds="5000"), await stage.buyer()
    ad = await stage.ad(merchant, stock="3000", most="2000")
    await buyer.start(f"ad-{ad.code}")
    await press(stage, buyer, "Buy")
    await press(stage, buyer, "2,000 EUR")
    await press(stage, buyer, "✅ Confirm")
    await press(stage, buyer, "✅ I have paid")

    await press(stage, merchant, "🔓 Release")
    hasty = await press(stage, merchant, "🔓 The money is there: release")
    await stage.advance(31)
    calm = await press(stage, merchant, "🔓 The money is there: release")

    assert hasty["show_alert"]
    assert "A large sum" in hasty["text"]
    assert calm["text"] == "Released. Thank you!"
    await buyer.sees("The coins are yours!")
