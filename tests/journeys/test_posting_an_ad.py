"""A merchant posts an ad through the whole form, by pressing, with all that comes between."""

from tests.journeys.house import House
from tests.journeys.stage import Stage
from tests.journeys.steps import breathe, press, say, take
from tests.support.person import Person


async def test_an_ad_is_posted_question_by_question_and_bought_from(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()

    await open_form(stage, merchant)
    await fill_to_price(stage, merchant)
    await say(stage, merchant, "0,95")
    await say(stage, merchant, "500")
    await say(stage, merchant, "20")
    await press(stage, merchant, "Whole stock: 475 EUR")
    await breathe(stage)
    await press(stage, merchant, "SEPA Instant")
    await press(stage, merchant, "Done ›")
    await say(stage, merchant, "Amina Bello\nDE89 3704 0044 0532 0130 00")
    await press(stage, merchant, "15 min")
    await press(stage, merchant, "Skip ›")
    preview = await merchant.sees("This is your ad. Shall it go to the market?")
    assert "501.500024 USDT" in preview["text"]
    told = await press(stage, merchant, "📣 Post it")

    assert told["text"] == "Your ad is in the market."
    card = await merchant.sees("Buyers see this ad in the market.")
    assert "DE89 3704 0044 0532 0130 00" in card["text"]
    assert (await stage.holdings(merchant))["reserve"] == 501_500_024
    await press(stage, buyer, "🛒 Buy")
    await press(stage, buyer, "1 · 0.95 EUR")
    await press(stage, buyer, "Buy")
    await say(stage, buyer, "100")
    assert (await press(stage, buyer, "✅ Confirm"))["text"] == "The coins are locked for you."


async def test_what_cannot_be_read_is_explained_above_the_same_question(stage: Stage) -> None:
    merchant = await stage.merchant()
    await open_form(stage, merchant)

    await say(stage, merchant, "USDT please")
    await merchant.sees("Please choose with one of the buttons.")
    await fill_to_price(stage, merchant)
    await say(stage, merchant, "cheap")
    await merchant.sees("I cannot read “cheap” as an amount in EUR.")
    await say(stage, merchant, "0")
    await merchant.sees("has to be more than zero")
    await say(stage, merchant, "0.95")
    await say(stage, merchant, "0.0000001")
    await merchant.sees("has too many decimals")
    await say(stage, merchant, "500")
    await say(stage, merchant, "900")
    await merchant.sees("900 EUR is too much: at most 475 EUR at the moment.")
    await say(stage, merchant, "20")
    await say(stage, merchant, "10")

    await merchant.sees("10 EUR is too little: it has to be at least 20 EUR.")
    assert [m["text"] for m in await merchant.messages() if m["text"] in {"cheap", "900", "10"}] == []


async def test_back_goes_one_question_back_and_keeps_the_rest(stage: Stage) -> None:
    merchant = await stage.merchant()
    await open_form(stage, merchant)
    await fill_to_price(stage, merchant)
    await say(stage, merchant, "0.95")

    await press(stage, merchant, "‹ Back")
    await merchant.sees("What does 1 USDT cost, in EUR?")
    await say(stage, merchant, "0.97")

    await merchant.sees("USDT → EUR · 0.97 EUR")


async def test_cancel_leaves_nothing_behind(stage: Stage) -> None:
    merchant = await stage.merchant()
    await open_form(stage, merchant)
    await fill_to_price(stage, merchant)

    await press(stage, merchant, "Cancel")
    await merchant.sees("Cancelled: your new ad. Nothing has happened and nothing is locked.")
    await say(stage, merchant, "0.95")

    await merchant.sees("I was not expecting text here.")
    assert await stage.holdings(merchant) == {"available": 1_000_000_000}


async def test_a_form_survives_a_restart_of_the_desk(house: House) -> None:
    async with house.open() as stage:
        merchant = await stage.merchant()
        await open_form(stage, merchant)
        await fill_to_price(stage, merchant)
        await say(stage, merchant, "0.95")

    async with house.open() as stage:
        await say(stage, merchant, "500")
        await merchant.sees("What is the smallest order, in EUR?")


async def test_a_form_left_for_a_while_asks_whether_to_go_on(stage: Stage) -> None:
    merchant = await stage.merchant()
    await open_form(stage, merchant)
    await fill_to_price(stage, merchant)
    await stage.advance(16 * 60)

    await say(stage, merchant, "0.95")
    await merchant.sees("You left your new ad half-way. Shall we go on from there?")
    await press(stage, merchant, "Continue")

    await merchant.sees("What does 1 USDT cost, in EUR?")


async def test_an_ad_larger_than_the_wallet_is_refused_at_the_end_and_can_be_mended(stage: Stage) -> None:
    merchant = await stage.merchant(holds="100")
    await open_form(stage, merchant)
    await fill_to_price(stage, merchant)
    for answer in ("0.95", "500", "20", "300"):
        await say(stage, merchant, answer)
    await breathe(stage)
    await press(stage, merchant, "Revolut")
    await press(stage, merchant, "Done ›")
    await say(stage, merchant, "@amina")
    await press(stage, merchant, "30 min")
    await say(stage, merchant, "Write me at t.me/amina")
    await merchant.sees("There is a link, a handle or a phone number in this.")

    await press(stage, merchant, "📣 Post it")

    await merchant.sees("Your available balance is not enough for that.")
    assert await stage.holdings(merchant) == {"available": 100_000_000}


async def test_posting_twice_makes_one_ad(stage: Stage) -> None:
    merchant = await stage.merchant()
    await open_form(stage, merchant)
    await fill_to_price(stage, merchant)
    for answer in ("0.95", "500", "20", "300"):
        await say(stage, merchant, answer)
    await breathe(stage)
    await press(stage, merchant, "SEPA Instant")
    await press(stage, merchant, "Done ›")
    await say(stage, merchant, "DE89 3704 0044 0532 0130 00")
    await press(stage, merchant, "15 min")
    await press(stage, merchant, "Skip ›")
    preview = await merchant.sees("Shall it go to the market?")
    again = next(b["data"] for row in preview["keyboard"] for b in row if b["text"] == "📣 Post it")

    await press(stage, merchant, "📣 Post it")
    await merchant.press_data(preview["message_id"], again)
    told = await merchant.answer()

    assert told["text"] == "Your ad is in the market."
    assert (await stage.holdings(merchant))["reserve"] == 501_500_024


async def test_an_ad_is_paused_resumed_and_closed(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await take(stage, buyer, ad, amount="100")
    await press(stage, merchant, "📣 My ads")
    await press(stage, merchant, "🟢 0.95 EUR · 394.736843 USDT")

    assert (await press(stage, merchant, "⏸ Pause"))["text"] == "Paused."
    assert (await press(stage, merchant, "▶️ Resume"))["text"] == "Your ad is in the market again."
    await press(stage, merchant, "Close")
    await merchant.sees("Running orders go on. A closed ad cannot be opened again.")
    told = await press(stage, merchant, "Yes, close it")

    assert told["text"] == "Closed. What was left is back in your wallet."
    held = await stage.holdings(merchant)
    assert held["escrow"] == 105_263_157 + 315_790
    assert held["available"] == 1_000_000_000 - held["escrow"]


async def test_only_merchants_post(stage: Stage) -> None:
    buyer = await stage.buyer()

    await press(stage, buyer, "📣 My ads")
    await buyer.sees("Ads are posted by merchants.")
    await say(stage, buyer, "/newad")

    await buyer.sees("The operators of the desk admit merchants personally")


async def open_form(stage: Stage, merchant: Person) -> None:
    await press(stage, merchant, "📣 My ads")
    await press(stage, merchant, "➕ New ad")


async def fill_to_price(stage: Stage, merchant: Person) -> None:
    await press(stage, merchant, "USDT")
    await press(stage, merchant, "EUR")
