"""A whole order through the chat: few calls, one card each, and no way to act twice or for somebody else."""

from tests.handlers.talk import Talk, has, words

MOST_CALLS = 14
MOST_NEW_MESSAGES = 6
NEW_MESSAGES = {"sendMessage", "sendPhoto", "sendMediaGroup", "sendDocument"}


async def test_a_happy_order_takes_few_calls(talk: Talk) -> None:
    await talk.say(talk.buyer, "/buy")
    await talk.press(talk.buyer, "1 · 0.95 EUR", "Buy", "100 EUR")
    before = len(await talk.stage.sandbox.calls())

    await talk.press(talk.buyer, "✅ Confirm")
    await talk.show(talk.buyer)
    await talk.press(talk.buyer, "✅ I have paid")
    await talk.press(talk.merchant, "🔓 Release", "🔓 The money is there: release")
    calls = await talk.calls(before)

    assert len(calls) <= MOST_CALLS, calls
    assert sum(call in NEW_MESSAGES for call in calls) <= MOST_NEW_MESSAGES
    assert "🎉" in await talk.last(talk.buyer)
    assert (await talk.buyer.last())["effect"] is not None


async def test_the_sellers_alert_is_the_proof_with_the_card_under_it(talk: Talk) -> None:
    await talk.paid()

    card = await talk.merchant.last()

    assert card["photo"] is not None
    assert "KOFI MENSAH" in words(card)
    assert has(card, "🔓 Release")


async def test_a_second_tap_changes_nothing_and_says_so(talk: Talk) -> None:
    talk.stage.allowed.add("editMessageText")
    await talk.take()
    card = await talk.found(talk.buyer, "awaiting payment")
    data = _data(card, "✅ I have paid")

    await talk.press(talk.buyer, "✅ I have paid")
    await talk.buyer.press_data(card["message_id"], data)
    await talk.stage.rest()

    assert "Here is how it stands now" in (await talk.buyer.answer())["text"]
    assert "· paid" in words(await talk.found(talk.buyer, "Order #"))


async def test_a_second_confirm_opens_no_second_order(talk: Talk) -> None:
    talk.stage.allowed.add("editMessageText")
    await talk.say(talk.buyer, "/buy")
    await talk.press(talk.buyer, "1 · 0.95 EUR", "Buy", "100 EUR")
    quote = await talk.found(talk.buyer, "Please check")
    data = _data(quote, "✅ Confirm")

    await talk.press(talk.buyer, "✅ Confirm")
    await talk.buyer.press_data(quote["message_id"], data)
    await talk.say(talk.buyer, "/orders")

    orders = await talk.buyer.last()
    assert sum("buy" in label for row in orders["keyboard"] for label in [row[0]["text"]]) == 1


async def test_a_stranger_learns_nothing_from_a_forged_button(talk: Talk) -> None:
    await talk.take()
    card = await talk.found(talk.buyer, "awaiting payment")
    stranger = await talk.stage.buyer("stranger")
    home = await stranger.last()

    await stranger.press_data(home["message_id"], _data(card, "✅ I have paid"))
    await talk.stage.rest()

    assert "nothing here for you" in (await stranger.answer())["text"]
    assert words(await stranger.last()) == words(home)


async def test_a_button_of_another_age_leads_home(talk: Talk) -> None:
    home = await talk.buyer.last()

    await talk.buyer.press_data(home["message_id"], "z9:whatever:1")

    assert "OTC desk" in await talk.last(talk.buyer)
    assert "earlier version" in (await talk.buyer.answer())["text"]


async def test_an_old_quote_is_made_anew(talk: Talk) -> None:
    await talk.say(talk.buyer, "/buy")
    await talk.press(talk.buyer, "1 · 0.95 EUR", "Buy", "100 EUR")
    await talk.stage.advance(61)

    told = await talk.press(talk.buyer, "✅ Confirm")
    again = await talk.press(talk.buyer, "✅ Confirm")

    assert "new quote" in told
    assert again == "The coins are locked for you."


async def test_cancelling_needs_a_reason_and_a_word(talk: Talk) -> None:
    await talk.take()

    await talk.press(talk.buyer, "Cancel the order", "I changed my mind")
    asked = await talk.last(talk.buyer)
    await talk.press(talk.buyer, "I have not paid: cancel")

    assert "you have not sent 100 EUR" in asked
    assert "cancelled" in await talk.last(talk.buyer)
    assert "Your coins are back" in await talk.last(talk.merchant)


async def test_a_late_payment_needs_a_proof(talk: Talk) -> None:
    await talk.take()
    await talk.stage.advance(16 * 60)

    refused = await talk.press(talk.buyer, "I did pay")
    await talk.show(talk.buyer)
    accepted = await talk.press(talk.buyer, "I did pay")

    assert "needs a proof" in refused
    assert "lives again" in accepted
    assert (await talk.merchant.last())["photo"] is not None


async def test_both_sides_can_end_it_together(talk: Talk) -> None:
    await talk.paid()

    await talk.press(talk.merchant, "🤝 Ask to cancel together")
    await talk.press(talk.buyer, "🤝 Agree to cancel", "Yes, cancel together")

    assert "agreed: the order is cancelled" in await talk.last(talk.merchant)


async def test_a_flood_wait_leaves_the_card_to_the_outbox(talk: Talk) -> None:
    talk.stage.allowed |= {"editMessageText"}
    await talk.take()
    await talk.stage.sandbox.faults("flood", method="editMessageText", times=1, retry_after=1)

    await talk.press(talk.buyer, "✅ I have paid")
    await talk.stage.tick()

    assert "· paid" in words(await talk.found(talk.buyer, "Order #"))


def _data(message: dict[str, object], label: str) -> str:
    rows = message["keyboard"]
    assert isinstance(rows, list)
    return str(next(b["data"] for row in rows for b in row if b["text"] == label))
