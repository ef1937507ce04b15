"""People talk inside their order, by alias: neither side ever learns who the other is on Telegram."""

import json
from collections.abc import Iterable

from domain.chat.model import NewLine
from domain.chat.use_cases.say import say as say_line
from domain.kernel.ids import UserId
from tests.journeys.stage import Stage
from tests.journeys.steps import breathe, order_of, paid_order, press, release, say
from tests.support.person import Person
from tests.support.pictures import receipt

HOSTILE = {"first_name": "<b>Eve</b>\u202egnp.", "last_name": "Mallory & Söhne", "username": "desk_moderator"}


async def test_both_sides_talk_by_alias_and_nothing_of_telegram_shows(stage: Stage) -> None:
    merchant = await stage.merchant()
    buyer = await stage.someone("buyer", "KOFI MENSAH", **HOSTILE)
    await order_of(stage, buyer, merchant)

    await press(stage, buyer, "💬 Chat")
    await say(stage, buyer, "<i>Hello</i> & good day")
    await merchant.sees("<i>Hello</i> & good day")
    await press(stage, merchant, "💬 Answer")
    await say(stage, merchant, "Hello! Paid from Wise?")
    await buyer.sees("Hello! Paid from Wise?")
    await buyer.send_photo(receipt())
    await stage.rest()
    await press(stage, buyer, "Leave the chat")

    assert await pictures_of(merchant) == 1
    assert_knows_nothing_of(buyer, json.dumps(await merchant.screen(), ensure_ascii=False), HOSTILE.values())
    assert_knows_nothing_of(merchant, json.dumps(await buyer.screen(), ensure_ascii=False), ["Merchant"])


async def test_a_reply_to_a_line_reaches_the_other_side_outside_the_chat(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await order_of(stage, buyer, merchant)
    await press(stage, buyer, "💬 Chat")
    await say(stage, buyer, "Are you there?")
    line = await merchant.sees("Are you there?")

    await merchant.send("Yes, I am.", reply_to=line["message_id"])
    await stage.rest()

    await buyer.sees("Yes, I am.")


async def test_a_way_out_of_the_chat_is_flagged_to_the_reader(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await order_of(stage, buyer, merchant)
    await press(stage, buyer, "💬 Chat")

    await say(stage, buyer, "Write to me: @real_kofi or +49 151 2345 6789")

    await merchant.sees("Whoever leaves this chat leaves its protection.")


async def test_lines_of_a_flood_are_not_sent_and_the_writer_is_told(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    order = await stage.order(code)
    stage.allowed |= {"sendMessage", "editMessageText"}
    await merchant.block()
    await press(stage, buyer, "💬 Chat")
    for n in range(20):
        await stage.do(say_line, NewLine(order.id, UserId(buyer.id), f"line {n}", None, f"test:{n}"))
    await stage.rest()

    await say(stage, buyer, "one too many")

    await buyer.sees("That was 20 messages in a minute, which is the limit.")
    await stage.advance(61)
    await say(stage, buyer, "a minute later")
    assert "a minute later" in str(await stage.do(lambda work: work.lines.newest(order.id, 1)))


async def test_a_day_after_the_end_the_chat_is_closed(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)
    await release(stage, merchant)
    await press(stage, buyer, "💬 Chat")
    await say(stage, buyer, "Thank you!")
    await merchant.sees("Thank you!")
    await breathe(stage)

    await stage.advance(24 * 3600 + 1)
    await press(stage, buyer, "💬 Chat")
    await say(stage, buyer, "One more thing")

    await buyer.sees(f"The chat of order #{code} is closed: the order ended more than a day ago.")
    assert "One more thing" not in str(await merchant.screen())


async def test_a_form_that_was_open_is_given_back_after_the_chat(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await order_of(stage, buyer, merchant)
    await press(stage, merchant, "📣 My ads")
    await press(stage, merchant, "➕ New ad")
    await press(stage, merchant, "USDT")

    await press(stage, merchant, "💬 Chat")
    await say(stage, merchant, "One moment")
    told = await press(stage, merchant, "Leave the chat")
    await press(stage, merchant, "EUR")

    assert told["text"] == "Your half-finished form is where you left it."
    await merchant.sees("What does 1 USDT cost, in EUR?")


def assert_knows_nothing_of(person: Person, screen: str, names: Iterable[str]) -> None:
    """Neither id nor any name of that person stands anywhere in what the other one's app was given."""
    assert str(person.id) not in screen
    for name in names:
        assert name not in screen


async def pictures_of(person: Person) -> int:
    return len([message for message in await person.messages() if message["photo"]])
