"""The ad form: typed and pressed answers, mistakes explained in place, posted once."""

from tests.handlers.talk import Talk, words


async def fill(talk: Talk) -> None:
    """Up to the preview, with a mistake at nearly every typed question."""
    await talk.say(talk.merchant, "/newad")
    await talk.press(talk.merchant, "USDT", "EUR")
    await talk.say(talk.merchant, "cheap", "0,93", "lots", "200", "1,5,0", "20", "10")
    await talk.press(talk.merchant, "Whole stock: 186 EUR", "Wise", "SEPA Instant", "✓ Wise", "Done ›")
    await talk.say(talk.merchant, "Amina <b>Bello</b>, DE89 3704 0044 0532 0130 00")
    await talk.press(talk.merchant, "30 min", "Skip ›")


async def test_a_form_is_one_message_and_typed_answers_go(talk: Talk) -> None:
    await fill(talk)

    preview = await talk.merchant.last()
    typed = [m for m in await talk.merchant.messages() if m["outgoing"] and words(m) not in ("/start", "/newad")]

    assert "Locked while the ad is open: 200.6" in words(preview)
    assert "Amina <b>Bello</b>" in words(preview)
    assert typed == []


async def test_posting_locks_the_stock_once(talk: Talk) -> None:
    await fill(talk)
    preview = await talk.merchant.last()
    data = next(b["data"] for row in preview["keyboard"] for b in row if b["text"] == "📣 Post it")

    await talk.press(talk.merchant, "📣 Post it")
    posted = await talk.last(talk.merchant)
    reserved = (await talk.stage.holdings(talk.merchant))["reserve"]
    await talk.merchant.press_data(preview["message_id"], data)
    await talk.stage.rest()

    assert "· active" in posted
    assert (await talk.stage.holdings(talk.merchant))["reserve"] == reserved


async def test_a_mistake_is_explained_above_the_question(talk: Talk) -> None:
    await talk.say(talk.merchant, "/newad")
    await talk.press(talk.merchant, "USDT", "EUR")

    await talk.say(talk.merchant, "1.2.3")

    assert "cannot read “1.2.3” as an amount in EUR" in await talk.last(talk.merchant)


async def test_back_leads_to_the_question_before(talk: Talk) -> None:
    await talk.say(talk.merchant, "/newad")
    await talk.press(talk.merchant, "USDT", "EUR")

    await talk.press(talk.merchant, "‹ Back")

    assert "In which currency" in await talk.last(talk.merchant)


async def test_after_a_while_the_form_asks_whether_to_go_on(talk: Talk) -> None:
    await talk.say(talk.merchant, "/newad")
    await talk.press(talk.merchant, "USDT", "EUR")
    await talk.stage.advance(16 * 60)

    await talk.say(talk.merchant, "0.93")
    asked = await talk.last(talk.merchant)
    await talk.press(talk.merchant, "Continue")

    assert "your new ad half-way" in asked
    assert "What does 1 USDT cost" in await talk.last(talk.merchant)


async def test_after_a_day_nothing_is_open(talk: Talk) -> None:
    await talk.say(talk.merchant, "/newad")
    await talk.stage.advance(25 * 3_600)

    await talk.say(talk.merchant, "/cancel")

    assert "nothing to cancel" in await talk.last(talk.merchant)


async def test_cancel_says_what_was_cancelled(talk: Talk) -> None:
    await talk.say(talk.merchant, "/newad")

    await talk.say(talk.merchant, "/cancel")

    assert "Cancelled: your new ad." in await talk.last(talk.merchant)


async def test_only_merchants_post_ads(talk: Talk) -> None:
    await talk.say(talk.buyer, "/newad")

    assert "operators of the desk admit merchants" in await talk.last(talk.buyer)


async def test_an_owner_pauses_resumes_and_closes(talk: Talk) -> None:
    await talk.say(talk.merchant, "/ads")

    await talk.press(talk.merchant, "🟢 0.95 EUR · 500 USDT", "⏸ Pause", "▶️ Resume", "Close", "Yes, close it")

    assert "· closed" in await talk.last(talk.merchant)
    assert "reserve" not in await talk.stage.holdings(talk.merchant)
