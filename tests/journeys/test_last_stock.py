"""Who gets what an ad still has, and who may not take it at all."""

import asyncio

from handlers.callbacks import OfferButton, OfferVerb, short
from tests.journeys.stage import Stage
from tests.journeys.steps import press, say
from tests.support.person import Person


async def test_two_buyers_confirm_the_last_stock_and_one_gets_it(each_stage: Stage) -> None:
    stage = each_stage
    merchant = await stage.merchant()
    kofi, ama = await stage.buyer("kofi"), await stage.buyer("ama")
    ad = await stage.ad(merchant, stock="200", least="100", most="190")
    for buyer in (kofi, ama):
        await buyer.start(f"ad-{ad.code}")
        await press(stage, buyer, "Buy")
        await say(stage, buyer, "190")

    await asyncio.gather(kofi.press("✅ Confirm"), ama.press("✅ Confirm"))
    await stage.rest()

    answers = sorted([(await kofi.answer())["show_alert"], (await ama.answer())["show_alert"]])
    assert answers == [False, True]
    assert await stage.stock(ad.id) == 0
    assert (await stage.holdings(merchant))["escrow"] == 200_000_000 + 600_000
    assert sorted([await orders_on(kofi), await orders_on(ama)]) == [0, 1]


async def test_a_stock_that_others_took_from_is_no_reason_to_ask_again(stage: Stage) -> None:
    merchant, kofi, ama = await stage.merchant(), await stage.buyer("kofi"), await stage.buyer("ama")
    ad = await stage.ad(merchant)
    for buyer in (kofi, ama):
        await buyer.start(f"ad-{ad.code}")
        await press(stage, buyer, "Buy")
        await say(stage, buyer, "100")

    first = await press(stage, kofi, "✅ Confirm")
    second = await press(stage, ama, "✅ Confirm")

    assert first["text"] == second["text"] == "The coins are locked for you."


async def test_a_quote_that_grew_old_is_made_anew(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await buyer.start(f"ad-{ad.code}")
    await press(stage, buyer, "Buy")
    await say(stage, buyer, "100")
    await stage.advance(61)

    late = await press(stage, buyer, "✅ Confirm")
    again = await press(stage, buyer, "✅ Confirm")

    assert late["show_alert"]
    assert late["text"] == "The price was held for a minute, and that is over. Please look at the new quote."
    assert again["text"] == "The coins are locked for you."


async def test_nobody_buys_from_themselves(stage: Stage) -> None:
    merchant = await stage.merchant()
    ad = await stage.ad(merchant)

    await merchant.start(f"ad-{ad.code}")
    await stage.rest()
    card = await merchant.sees("This is your own ad.")
    await merchant.press_data(card["message_id"], OfferButton(verb=OfferVerb.TAKE, ad=short(ad.id)).pack())
    told = await merchant.answer()

    assert told["show_alert"]
    assert told["text"] == "This is your own ad: you cannot buy from yourself."
    assert await stage.stock(ad.id) == ad.total.units


async def test_a_paused_ad_is_seen_and_not_taken(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await buyer.start(f"ad-{ad.code}")
    await stage.rest()
    await press(stage, merchant, "📣 My ads")
    await press(stage, merchant, "🟢 0.95 EUR · 500 USDT")
    await press(stage, merchant, "⏸ Pause")

    told = await press(stage, buyer, "Buy")

    assert told["show_alert"]
    assert told["text"] == f"Ad #{ad.code} cannot be taken: it is paused."


async def orders_on(person: Person) -> int:
    """Live order cards on somebody's screen."""
    return len([m for m in await person.messages() if "awaiting payment" in (m["text"] or "")])
