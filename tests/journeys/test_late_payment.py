"""What happens when time runs out: expiry, the grace after it, and a proof that comes late."""

from tests.journeys.stage import Stage
from tests.journeys.steps import UNCHANGED, order_of, press, release
from tests.support.pictures import receipt

WINDOW_SECONDS = 15 * 60
GRACE_SECONDS = 15 * 60


async def test_an_unpaid_order_expires_and_its_coins_return_after_the_grace(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)

    await stage.advance(WINDOW_SECONDS - 30)
    assert (await stage.order(code)).state == "await_payment"
    await stage.advance(31)
    await buyer.sees("The time to pay is over.")
    await merchant.sees("The buyer did not pay in time.")
    kept = await stage.holdings(merchant)
    await stage.advance(GRACE_SECONDS + 1)

    assert kept["grace"] == 157_894_736 + 473_685
    await merchant.sees("No late payment came. Your coins are back.")
    await buyer.sees("Nothing to do any more. Do not send money for this order.")
    returned = await stage.holdings(merchant)
    assert returned.get("grace", 0) == 0
    assert returned["reserve"] + returned["available"] == 1_000_000_000
    assert (await stage.order(code)).state == "expired"


async def test_a_late_proof_inside_the_grace_revives_the_order(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    await stage.advance(WINDOW_SECONDS + 1)

    bare = await press(stage, buyer, "I did pay")
    await buyer.send_photo(receipt())
    await stage.rest()
    assert (await stage.order(code)).state == "expired"
    await buyer.sees("Your proof is on file. If you did send 150 EUR, press “I did pay” now.")
    told = await press(stage, buyer, "I did pay")
    await stage.rest()

    assert bare["text"] == "A late payment needs a proof: first send the screenshot or PDF here."
    assert told["text"] == "The order lives again, and the seller has been told."
    seen = await merchant.sees("The buyer paid late and sent a proof. Please check your bank.")
    assert seen["photo"] is not None
    await release(stage, merchant)
    assert await stage.holdings(buyer) == {"available": 157_894_736}


async def test_a_claim_after_the_grace_is_refused_and_moves_nothing(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    await stage.advance(WINDOW_SECONDS + 1)
    await buyer.send_photo(receipt())
    await stage.rest()
    await press(stage, buyer, "🕘 History")
    card = await buyer.last()
    await press(stage, buyer, "‹ Back")
    button = next(b for row in (await buyer.last())["keyboard"] for b in row if b["text"] == "I did pay")
    await stage.advance(GRACE_SECONDS + 1)
    stage.allowed.add(UNCHANGED)

    await buyer.press_data(card["message_id"], button["data"])
    told = await buyer.answer()
    await stage.rest()

    assert told["show_alert"]
    assert (await stage.order(code)).state == "expired"
    assert await stage.holdings(buyer) == {}


async def test_money_marked_as_paid_never_expires(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    await press(stage, buyer, "✅ I have paid")

    await stage.advance(24 * 3600)

    assert (await stage.order(code)).state == "paid"
    assert (await stage.holdings(merchant))["escrow"] == 157_894_736 + 473_685
