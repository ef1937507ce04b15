"""Words and pictures between the two sides: by alias, into the right order, and never lost on the way."""

from tests.handlers.talk import Talk, words
from tests.support.pictures import receipt

VOICE = b"OggS" + b"\0" * 64


async def test_lines_go_by_alias_and_the_answer_comes_back(talk: Talk) -> None:
    await talk.take()
    await talk.press(talk.buyer, "💬 Chat")
    await talk.say(talk.buyer, "Is <b>SEPA</b> fine? write me @kofi")

    relayed = await talk.last(talk.merchant)
    await talk.press(talk.merchant, "💬 Answer")
    await talk.say(talk.merchant, "yes")

    assert "Is <b>SEPA</b> fine?" in relayed
    assert "Whoever leaves this chat leaves its protection" in relayed
    assert talk.buyer.name not in relayed
    assert words(await talk.buyer.last()).endswith("yes")


async def test_a_line_is_signed_as_received(talk: Talk) -> None:
    await talk.take()
    await talk.press(talk.buyer, "💬 Chat")

    await talk.say(talk.buyer, "hello")

    assert (await talk.found(talk.buyer, "hello"))["reactions"] != []


async def test_a_reply_finds_its_order_without_any_mode(talk: Talk) -> None:
    await talk.take()
    news = await talk.found(talk.merchant, "Somebody took your ad")

    await talk.merchant.send("I am here", reply_to=news["message_id"])

    assert words(await talk.found(talk.buyer, "I am here")).startswith("💬")


async def test_a_half_filled_form_survives_a_chat(talk: Talk) -> None:
    await talk.take()
    await talk.say(talk.merchant, "/newad")
    await talk.press(talk.merchant, "USDT", "EUR")
    news = await talk.found(talk.merchant, "Somebody took your ad")
    chat = next(b["data"] for row in news["keyboard"] for b in row if b["text"] == "💬 Chat")

    await talk.merchant.press_data(news["message_id"], chat)
    await talk.say(talk.merchant, "hello")
    told = await talk.press(talk.merchant, "Leave the chat")
    await talk.say(talk.merchant, "0.93")

    assert "half-finished form" in told
    assert "0.93 EUR" in words(await talk.found(talk.merchant, "New ad"))


async def test_pictures_in_the_chat_are_the_clean_copy(talk: Talk) -> None:
    await talk.take()
    await talk.press(talk.buyer, "💬 Chat")

    await talk.buyer.send_photo(receipt(), caption="like this?")
    relayed = await talk.found(talk.merchant, "like this?")

    assert relayed["photo"] is not None
    assert relayed["protected"]


async def test_what_cannot_be_relayed_is_said(talk: Talk) -> None:
    await talk.take()
    await talk.press(talk.buyer, "💬 Chat")

    await talk.buyer.send_voice(VOICE)

    assert "not passed on" in await talk.last(talk.buyer)


async def test_a_proof_waits_for_the_buyers_word(talk: Talk) -> None:
    await talk.take()
    before = len(await talk.merchant.messages())

    await talk.show(talk.buyer)

    assert len(await talk.merchant.messages()) == before
    assert "1 proof of payment on file" in words(await talk.found(talk.buyer, "Order #"))


async def test_a_proof_after_it_reaches_the_seller_at_once(talk: Talk) -> None:
    await talk.paid()

    await talk.show(talk.buyer, receipt("another"))

    assert "proof 2 from the buyer" in await talk.last(talk.merchant)


async def test_with_two_orders_it_is_asked_which(talk: Talk) -> None:
    await talk.take("20 EUR")
    await talk.take("100 EUR")

    await talk.show(talk.buyer)
    asked = await talk.last(talk.buyer)
    label = next(row[0]["text"] for row in (await talk.buyer.last())["keyboard"] if "100 EUR" in row[0]["text"])
    told = await talk.press(talk.buyer, label)

    assert "Which order" in asked
    assert told == "Filed."
    assert "1 proof of payment on file" in await talk.last(talk.buyer)


async def test_a_picture_for_nothing_is_explained(talk: Talk) -> None:
    await talk.show(talk.buyer)

    assert "No order of yours is waiting" in await talk.last(talk.buyer)


async def test_a_broken_file_is_refused_kindly(talk: Talk) -> None:
    await talk.take()

    await talk.buyer.send_document(b"%PDF-1.4 nothing more", name="proof.pdf")

    assert (await talk.last(talk.buyer)).startswith("⚠️")
