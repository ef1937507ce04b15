"""Groups, channels, deleted lines, old messages, and what the developer sees."""

import pytest
from playwright.async_api import expect

from tests.sandbox.page.conftest import ANNA, CHANNEL, GROUP, Stage, chat_of, column_of

pytestmark = pytest.mark.e2e


async def test_a_reader_cannot_write_into_a_channel(stage: Stage) -> None:
    await stage.bot.send_message(CHANNEL, "USDT for sale")
    page = await stage.open()

    await column_of(page, 0).locator(".row", has_text="Ads").click()

    await expect(chat_of(page).get_by_text("USDT for sale")).to_be_visible()
    await expect(chat_of(page).locator(".sender")).to_have_text("Ads")
    await expect(chat_of(page).get_by_text("only admins can post in this channel")).to_be_visible()
    await expect(chat_of(page).get_by_role("textbox")).to_have_count(0)


async def test_a_forum_lists_its_topics_and_a_closed_one_takes_no_words(stage: Stage) -> None:
    await stage.bot.send_message(GROUP, "In general")
    topic = await stage.bot.create_forum_topic(GROUP, "Case D7K2", icon_color=0xFFD67E)
    await stage.bot.send_message(GROUP, "The dossier", message_thread_id=topic.message_thread_id)
    await stage.bot.close_forum_topic(GROUP, topic.message_thread_id)
    page = await stage.open()
    await column_of(page, 0).locator(".row", has_text="Moderators").click()

    await column_of(page, 0).get_by_role("navigation", name="Topics").get_by_text("Case D7K2").click()

    await expect(chat_of(page).get_by_text("The dossier")).to_be_visible()
    await expect(chat_of(page).get_by_text("In general")).to_have_count(0)
    await expect(chat_of(page).get_by_text("This topic is closed")).to_be_visible()


async def test_a_deleted_message_vanishes_and_the_developer_sees_it(stage: Stage) -> None:
    page = await stage.open()
    chat = chat_of(page)
    sent = await stage.call("/sim/as/anna/send", text="mistake")
    await expect(chat.locator(".outgoing")).to_have_count(1)

    await stage.call("/sim/as/anna/delete", message_id=sent["message_id"])
    await expect(chat.locator(".outgoing")).to_have_count(0)
    await chat.get_by_role("button", name="Chat menu").click()
    await page.get_by_role("menuitem", name="Show deleted and versions").click()

    await expect(chat.locator(".ghost")).to_contain_text("mistake")


async def test_the_reader_of_old_messages_is_not_pulled_down(stage: Stage) -> None:
    page = await stage.open()
    await stage.call("/sim/as/anna/start")
    for number in range(30):
        await stage.bot_says(ANNA, number)
    log = chat_of(page).get_by_role("log", name="Messages")
    await expect(log.locator(".incoming")).to_have_count(31)
    await log.evaluate("node => { node.scrollTop = 200; }")
    await expect(chat_of(page).get_by_role("button", name="To the newest message")).to_be_visible()

    await stage.bot_says(ANNA, 30)

    await expect(log.locator(".incoming")).to_have_count(31)
    assert await log.evaluate("node => node.scrollTop") == 200


async def test_the_drawer_shows_refused_calls_in_red(stage: Stage) -> None:
    page = await stage.open()
    with pytest.raises(Exception, match="chat not found"):
        await stage.bot.send_message(123, "nobody")

    await page.get_by_role("button", name="Developer drawer").click()

    refused = page.locator(".entry.failed", has_text="sendMessage")
    await expect(refused).to_contain_text("400 Bad Request: chat not found")
    await refused.locator("summary").click()
    await expect(refused.locator(".json").first).to_contain_text('"nobody"')


async def test_the_hint_of_a_link_shows_and_stays_away_once_dismissed(stage: Stage) -> None:
    page = await stage.open(query="?as=anna&hint=Press%20START")
    await expect(page.get_by_text("Press START")).to_be_visible()

    await page.get_by_role("button", name="Dismiss the hint").click()
    await page.reload()

    await expect(page.locator(".chat-header h2").first).to_be_visible()
    await expect(page.get_by_text("Press START")).to_have_count(0)
