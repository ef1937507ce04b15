"""Buttons: pressed, forged, outdated, on messages that are gone; links, clipboards and answers."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.sandbox.people.conftest import Bot
from tests.support.sandbox import Person, SandboxClient, SandboxRefused

PAID: dict[str, Any] = {"text": "I have paid", "callback_data": "paid:7", "style": "success"}
CANCEL: dict[str, Any] = {"text": "Cancel", "callback_data": "cancel:7", "style": "danger"}


async def test_press_reaches_the_bot_and_shows_its_answer(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "Order 7", [PAID], [CANCEL])
    await buyer.press("I have paid")

    [update] = await bot.drain()
    query = update["callback_query"]
    await bot.result("answerCallbackQuery", callback_query_id=query["id"], text="Thank you", show_alert=True)

    answer = await buyer.answer()
    assert (query["data"], query["message"]["message_id"], query["from"]["id"]) == ("paid:7", message_id, buyer.id)
    assert (answer["text"], answer["show_alert"], answer["url"]) == ("Thank you", True, None)


async def test_unique_beginning_of_a_label_is_enough(bot: Bot, buyer: Person) -> None:
    await bot.say(buyer, "Order 7", [PAID, CANCEL])

    await buyer.press("Canc")

    [update] = await bot.drain()
    assert update["callback_query"]["data"] == "cancel:7"


@pytest.mark.parametrize("label", ["Pay", "", "cancel"])
async def test_button_that_is_not_there_is_404(bot: Bot, buyer: Person, label: str) -> None:
    await bot.say(buyer, "Order 7", [PAID, CANCEL])

    with pytest.raises(SandboxRefused) as refused:
        await buyer.press(label)

    assert refused.value.status == 404


async def test_screen_knows_every_kind_of_button(bot: Bot, buyer: Person) -> None:
    kinds: list[dict[str, Any]] = [
        PAID,
        {"text": "Site", "url": "https://desk.example/"},
        {"text": "Copy", "copy_text": {"text": "DE00 1234"}},
        {"text": "Share", "switch_inline_query": "ad 7"},
        {"text": "Off", "callback_data": "off", "disabled": {}},
    ]
    await bot.say(buyer, "All of them", kinds)

    [row] = (await buyer.last())["keyboard"]
    assert [(key["kind"], key["style"], key["disabled"]) for key in row] == [
        ("callback", "success", False),
        ("url", None, False),
        ("copy", None, False),
        ("switch_inline", None, False),
        ("callback", None, True),
    ]
    assert [row[0]["data"], row[1]["url"], row[2]["copy_text"], row[3]["query"]] == [
        "paid:7",
        "https://desk.example/",
        "DE00 1234",
        "ad 7",
    ]


async def test_links_and_clipboards_do_not_ask_the_bot(bot: Bot, buyer: Person) -> None:
    link = {"text": "Take", "url": "https://t.me/otcdesk_bot?start=ad-7"}
    await bot.say(buyer, "Ad 7", [link, {"text": "Copy", "copy_text": {"text": "100.00"}}])

    opened = await buyer.tap_url("Take")
    clipboard = await buyer.copied("Copy")

    assert (opened["inside"], opened["opens_bot"], opened["start"]) == (True, True, "ad-7")
    assert clipboard == "100.00"
    assert await bot.drain() == []


async def test_disabled_and_link_buttons_cannot_be_pressed(bot: Bot, buyer: Person) -> None:
    off = {"text": "Off", "callback_data": "off", "disabled": {}}
    await bot.say(buyer, "Nothing to press", [off, {"text": "Site", "url": "https://desk.example/"}])

    with pytest.raises(SandboxRefused) as disabled:
        await buyer.press("Off")
    with pytest.raises(SandboxRefused) as link:
        await buyer.press("Site")

    assert (disabled.value.status, link.value.status) == (400, 400)


async def test_forged_data_arrives_as_it_is(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "Order 7", [PAID])

    await buyer.press_data(message_id, "release:8:admin")

    [update] = await bot.drain()
    assert update["callback_query"]["data"] == "release:8:admin"


async def test_old_keyboards_keep_working(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "Order 7", [PAID])
    done = {"inline_keyboard": [[CANCEL]]}
    await bot.result("editMessageText", chat_id=buyer.id, message_id=message_id, text="Paid", reply_markup=done)

    await buyer.press("I have paid", message_id=message_id, revision=0)

    [update] = await bot.drain()
    assert (update["callback_query"]["data"], update["callback_query"]["message"]["text"]) == ("paid:7", "Paid")


async def test_press_on_a_deleted_message_has_no_date(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "Order 7", [PAID])
    await bot.result("deleteMessage", chat_id=buyer.id, message_id=message_id)

    await buyer.press("I have paid", message_id=message_id, revision=0)

    [update] = await bot.drain()
    message = update["callback_query"]["message"]
    assert (message["date"], message["message_id"]) == (0, message_id)
    with pytest.raises(SandboxRefused):
        await buyer.press("I have paid", message_id=message_id)


async def test_two_presses_at_once_are_two_queries(bot: Bot, buyer: Person) -> None:
    await bot.say(buyer, "Order 7", [PAID])

    pressed = await asyncio.gather(buyer.press("I have paid"), buyer.press("I have paid"))

    updates = await bot.drain()
    assert len({each["callback_query_id"] for each in pressed}) == 2
    assert [update["callback_query"]["data"] for update in updates] == ["paid:7", "paid:7"]


async def test_unanswered_press_turns_its_spinner_until_too_late(
    sandbox: SandboxClient, bot: Bot, buyer: Person
) -> None:
    await bot.say(buyer, "Order 7", [PAID])
    pressed = await buyer.press("I have paid")
    await sandbox.advance(20)

    refused = await bot.call("answerCallbackQuery", callback_query_id=pressed["callback_query_id"])

    [waiting] = await sandbox.unanswered_callbacks()
    assert waiting["callback_query_id"] == pressed["callback_query_id"]
    assert waiting["expired"] is True
    assert refused["description"].startswith("Bad Request: query is too old")


async def test_key_of_the_reply_keyboard_is_sent_as_text(bot: Bot, buyer: Person) -> None:
    keyboard = {"keyboard": [["Home", "Active order"]], "is_persistent": True, "input_field_placeholder": "Choose"}
    await bot.result("sendMessage", chat_id=buyer.id, text="Welcome", reply_markup=keyboard)

    await buyer.press("Active order")

    [update] = await bot.drain()
    shown = (await buyer.screen())["reply_keyboard"]
    assert update["message"]["text"] == "Active order"
    assert (shown["persistent"], shown["placeholder"]) == (True, "Choose")


async def test_removed_keyboard_is_gone(bot: Bot, buyer: Person) -> None:
    await bot.result("sendMessage", chat_id=buyer.id, text="Keys", reply_markup={"keyboard": [["Home"]]})
    await bot.result("sendMessage", chat_id=buyer.id, text="None", reply_markup={"remove_keyboard": True})

    screen = await buyer.screen()

    assert screen["reply_keyboard"] is None


async def test_forced_reply_ends_with_the_answer(bot: Bot, buyer: Person) -> None:
    asked = {"force_reply": True, "input_field_placeholder": "100.00"}
    await bot.result("sendMessage", chat_id=buyer.id, text="How much?", reply_markup=asked)
    before = (await buyer.screen())["reply_keyboard"]

    await buyer.send("50")

    assert (before["force_reply"], before["placeholder"]) == (True, "100.00")
    assert (await buyer.screen())["reply_keyboard"] is None
