"""From an amount straight to the best ad, and a market that shows only what one can take."""

from tests.journeys.stage import Stage
from tests.journeys.steps import breathe, press, say, take
from tests.journeys.test_market import prices, stage_market


async def test_an_amount_and_a_method_lead_to_the_best_ad(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()
    await press(stage, buyer, "🛒 Buy")

    await press(stage, buyer, "⚡️ Quick match")
    await say(stage, buyer, "a lot")
    await buyer.sees("I cannot read “a lot” as an amount in EUR.")
    await say(stage, buyer, "450")
    await press(stage, buyer, "Revolut")
    await buyer.sees("Price: 0.95 EUR for 1 USDT")
    await press(stage, buyer, "Buy")

    await buyer.sees("You pay: 450 EUR")


async def test_an_amount_nobody_takes_is_asked_for_again(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()
    await press(stage, buyer, "🛒 Buy")
    await press(stage, buyer, "⚡️ Quick match")
    await say(stage, buyer, "100000")

    await press(stage, buyer, "SEPA Instant")
    await buyer.sees("No ad takes 100,000 EUR by SEPA Instant at the moment.")
    await press(stage, buyer, "‹ Back")
    await say(stage, buyer, "200")
    await press(stage, buyer, "Any method")
    await buyer.sees("Price: 0.90 EUR for 1 USDT")
    await press(stage, buyer, "‹ Back")

    assert prices(await buyer.last())[0] == "0.90"


async def test_a_narrowed_page_needs_no_method_and_back_returns_to_it(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer()
    await press(stage, buyer, "🛒 Buy")
    await press(stage, buyer, "💳 Any method")
    await press(stage, buyer, "Revolut")
    await press(stage, buyer, "⚡️ Quick match")
    await press(stage, buyer, "‹ Back")
    narrowed = prices(await buyer.last())

    await press(stage, buyer, "⚡️ Quick match")
    await say(stage, buyer, "100")

    assert narrowed[0] == "0.91"
    await buyer.sees("Price: 0.91 EUR for 1 USDT")


async def test_a_quick_match_in_russian(stage: Stage) -> None:
    await stage_market(stage)
    buyer = await stage.buyer(language_code="ru")
    await press(stage, buyer, "🛒 Купить")

    await press(stage, buyer, "⚡️ Быстрый подбор")
    await say(stage, buyer, "100000")
    await press(stage, buyer, "Любой способ")
    await buyer.sees("Сейчас ни одно объявление не принимает 100\u00a0000 EUR.")
    await press(stage, buyer, "‹ Назад")
    await say(stage, buyer, "450")
    await press(stage, buyer, "Revolut")

    await buyer.sees("Цена: 0,95 EUR за 1 USDT")


async def test_only_what_one_can_take_until_one_chooses_otherwise(stage: Stage) -> None:
    merchant, rival = await stage.merchant(), await stage.merchant("rival")
    await stage.ad(merchant, most="100")
    await stage.ad(rival, least="150")
    await say(stage, merchant, "/buy")
    every = prices(await merchant.last())

    await press(stage, merchant, "Only ads I can take")
    mine_left_out = await merchant.last()
    await say(stage, merchant, "/buy")
    remembered = await merchant.last()
    await press(stage, merchant, "✓ Only ads I can take")

    assert (len(every), len(prices(mine_left_out)), len(prices(remembered))) == (2, 1, 1)
    assert "150–300" in mine_left_out["text"]
    assert len(prices(await merchant.last())) == 2


async def test_who_has_enough_open_orders_is_told_why_nothing_is_shown(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    for amount in ("20", "30", "40"):
        await take(stage, buyer, ad, amount=amount)
        await breathe(stage)
    await say(stage, buyer, "/buy")

    await press(stage, buyer, "Only ads I can take")

    await buyer.sees("You have 3 open orders, and that is the limit.")
