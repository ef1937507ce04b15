"""Time around an order: the buyer is hurried, the seller gives more of it, and a late seller is reminded."""

from tests.journeys.stage import Stage
from tests.journeys.steps import UNCHANGED, order_of, paid_order, press, release, say
from tests.support.pictures import receipt


async def test_a_seller_gives_a_hurried_buyer_more_time(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    await press(stage, merchant, "📄 Open the order")

    early = await press(stage, merchant, "⏱ Give more time to pay")
    await stage.advance(14 * 60)
    await buyer.sees("Only a little time is left to pay.")
    told = await press(stage, merchant, "⏱ Give more time to pay")
    await buyer.sees("The seller gives you more time to pay.")
    await stage.advance(10 * 60)

    assert early["text"].startswith("More time can be given in the last 5 minutes")
    assert told["text"] == "The buyer has more time and has been told."
    order = await stage.order(code)
    assert (order.state, order.extensions) == ("await_payment", 1)
    assert order.pay_until == order.opened_at + 30 * 60 * 1_000


async def test_a_late_seller_is_reminded_and_still_releases(each_stage: Stage) -> None:
    stage = each_stage
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)

    await stage.advance(15 * 60 + 1)
    await merchant.sees("The buyer is waiting for you. Please check your bank.")
    stage.allowed.add(UNCHANGED)
    await buyer.sees("The seller should have released by")
    await stage.advance(5 * 60)
    await stage.advance(5 * 60)
    await release(stage, merchant)

    assert (await stage.order(code)).state == "completed"
    await buyer.sees("The coins are yours!")


async def test_a_russian_buyer_takes_paid_back_with_the_sellers_yes(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer(language_code="ru")
    ad = await stage.ad(merchant)
    await buyer.start(f"ad-{ad.code}")
    await press(stage, buyer, "Купить")
    await say(stage, buyer, "150")
    await press(stage, buyer, "✅ Подтвердить")
    await buyer.send_photo(receipt())
    await press(stage, buyer, "✅ Деньги отправлены")
    await stage.advance(15 * 60 + 1)
    await buyer.sees("Продавец должен был выдать монеты до")

    await press(stage, buyer, "↩️ Я всё-таки не платил(а)")
    await buyer.sees("поэтому продавец должен согласиться в течение 10 минут")
    told = await press(stage, buyer, "Деньги не отправлены: спросить продавца")
    await press(stage, merchant, "↩️ Nothing arrived: take the coins back")
    await merchant.sees("if 150 EUR from KOFI MENSAH has arrived, do not agree")
    await press(stage, merchant, "Nothing arrived: cancel")

    assert told["text"] == "Мы спросили продавца."
    await buyer.sees("Вторая сторона согласилась: сделка отменена.")
    held = await stage.holdings(merchant)
    assert held["reserve"] + held["available"] == 1_000_000_000
