"""One side blocks the bot: the trade goes on without them hearing of it, and they see it all when they come back."""

from tests.journeys.stage import Stage
from tests.journeys.steps import order_of, pay, release


async def test_a_buyer_who_blocked_the_bot_still_gets_the_coins_and_the_news_on_return(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    await pay(stage, buyer)
    stage.allowed.add("bot was blocked by the user")

    await buyer.block()
    await release(stage, merchant)
    assert (await stage.order(code)).state == "completed"
    assert await stage.holdings(buyer) == {"available": 157_894_736}
    assert "The coins are yours!" not in str(await buyer.screen())
    await buyer.unblock()
    await stage.rest()

    await buyer.sees("The coins are yours!")
    assert str(await buyer.screen()).count("The coins are yours!") == 1


async def test_a_seller_who_comes_back_finds_the_card_with_its_buttons(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    stage.allowed.add("bot was blocked by the user")

    await merchant.block()
    await pay(stage, buyer)
    await buyer.sees("The seller has been told to look for your 150 EUR.")
    await merchant.unblock()
    await stage.rest()
    await merchant.sees("The buyer says they have paid. Please check your bank.")
    await release(stage, merchant)

    assert (await stage.order(code)).state == "completed"
