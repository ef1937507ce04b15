"""The trade everybody comes for: posted, found, taken, paid with a screenshot, released."""

from tests.journeys.stage import Stage
from tests.journeys.steps import code_on, pay, release, take
from tests.support.pictures import receipt


async def test_a_whole_trade_by_either_door_on_either_engine(any_stage: Stage) -> None:
    stage = any_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)

    code = await take(stage, buyer, ad, amount="150")
    await merchant.sees("Somebody took your ad")
    held = await stage.holdings(merchant)
    assert held["escrow"] == 157_894_736 + 473_685
    assert sum(held.values()) == 1_000_000_000
    await buyer.send_photo(receipt())
    await stage.rest()
    await buyer.sees("1 proof of payment on file")
    await pay(stage, buyer)
    paid = await merchant.sees("The buyer says they have paid")
    assert paid["photo"] is not None
    await release(stage, merchant)

    await buyer.sees("The coins are yours!")
    assert code_on(await buyer.last()) == code
    assert (await stage.order(code)).state == "completed"
    assert await stage.holdings(buyer) == {"available": 157_894_736}
    assert sum((await stage.holdings(merchant)).values()) == 1_000_000_000 - 157_894_736 - 473_685
