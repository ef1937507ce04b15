"""What a person sees and can do on the page, at both widths, by hand and by keyboard alone."""

import os
from typing import Any

import pytest

if os.environ.get("CI") != "true":
    pytest.importorskip("playwright", reason="playwright is not installed")

from playwright.async_api import Locator, Page, expect

from tests.sandbox.page.conftest import ANNA, CHANNEL, DESK, GROUP, HOSTILE, HOSTILE_NAME, PHONE, Stage
from tests.sandbox.page.echo_bot import picture_bytes

pytestmark = pytest.mark.e2e

TABS_MAX = 80


async def test_first_contact_shows_what_the_bot_is_and_start_opens_it(stage: Stage) -> None:
    page = await stage.open()
    chat = _chat(page)
    await expect(chat.get_by_text("Repeats what you say")).to_be_visible()

    await chat.get_by_role("button", name="START", exact=True).click()

    await expect(chat.locator(".incoming .rich")).to_contain_text("Welcome! Payload: none")
    await expect(chat.get_by_role("textbox", name="Message")).to_be_visible()


async def test_two_people_stand_side_by_side_on_a_wide_screen(stage: Stage) -> None:
    page = await stage.open(DESK)

    await _column(page, 1).get_by_role("tab", name="anna").click()

    await expect(page.locator(".column")).to_have_count(2)
    await expect(_column(page, 0).get_by_role("tab", selected=True)).to_contain_text("Boris")
    await expect(_column(page, 1).get_by_role("tab", selected=True)).to_contain_text("Anna")
    assert "as=boris,anna" in page.url


async def test_a_phone_shows_one_person_and_goes_back_to_the_list(stage: Stage) -> None:
    page = await stage.open(PHONE)
    await expect(page.locator(".column")).to_have_count(1)

    await page.get_by_role("button", name="Back to the list").click()

    await expect(page.get_by_role("navigation", name="Chats").get_by_text("Moderators")).to_be_visible()
    assert await page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    await page.get_by_role("tab", name="boris").click()
    await expect(page.get_by_role("tab", selected=True)).to_contain_text("Boris")


async def test_everything_works_by_keyboard_alone(stage: Stage) -> None:
    page = await stage.open()
    chat = _chat(page)

    await _tab_to(page, chat.get_by_role("button", name="START", exact=True))
    await page.keyboard.press("Enter")
    await _tab_to(page, chat.get_by_role("button", name="Count", exact=True))
    await page.keyboard.press("ArrowRight")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("alertdialog")).to_contain_text("Read this first")
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("alertdialog")).to_have_count(0)
    await expect(chat.get_by_role("button", name="Alert", exact=True)).to_be_focused()
    await page.keyboard.press("ArrowLeft")
    await page.keyboard.press("Enter")

    await expect(chat.locator(".incoming .rich").first).to_have_text("Counted 1")
    await expect(chat.get_by_role("button", name="Count", exact=True)).to_be_focused()


async def test_arrow_keys_choose_a_person_and_walk_through_a_menu(stage: Stage) -> None:
    page = await stage.open(PHONE)
    await page.get_by_role("tab", selected=True).focus()

    await page.keyboard.press("ArrowRight")
    await expect(page.get_by_role("tab", selected=True)).to_contain_text("Boris")
    await _tab_to(page, page.get_by_role("button", name="Chat menu"))
    await page.keyboard.press("Enter")
    await page.keyboard.press("ArrowDown")

    await expect(page.get_by_role("menuitem", name="Show deleted and versions")).to_be_focused()
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Chat menu")).to_be_focused()


async def test_a_hostile_name_stays_text_everywhere(stage: Stage) -> None:
    await stage.call(f"/sim/as/{HOSTILE}/send", chat=GROUP, text="<script>window.hacked=2</script>")
    page = await stage.open(query="?as=hostile,anna")
    await _column(page, 1).locator(".row", has_text="Moderators").click()

    await expect(_column(page, 1).locator(".sender").first).to_contain_text(HOSTILE_NAME)
    await expect(_column(page, 1).locator(".rich").first).to_have_text("<script>window.hacked=2</script>")
    await expect(_column(page, 0).get_by_role("tab", selected=True)).to_contain_text(HOSTILE_NAME)
    assert await page.evaluate("window.hacked") is None
    assert await page.locator("img[src=x]").count() == 0


async def test_right_to_left_text_runs_from_the_right(stage: Stage) -> None:
    page = await stage.open()

    await stage.call("/sim/as/anna/send", text="مرحبا بك")

    written = _chat(page).locator(".outgoing .rich")
    await expect(written).to_have_text("مرحبا بك")
    await expect(written).to_have_css("direction", "rtl")


async def test_dark_follows_the_system_and_the_toggle_overrules_it(stage: Stage) -> None:
    page = await stage.open(scheme="dark")
    dark = await _brightness(page)

    await page.get_by_role("button", name="Theme: system").click()

    await expect(page.get_by_role("button", name="Theme: light")).to_be_visible()
    assert dark < 60
    assert await _brightness(page) > 200


async def test_an_unanswered_press_keeps_turning_and_counts_the_seconds(stage: Stage) -> None:
    page = await stage.open()
    await stage.call("/sim/as/anna/start")
    silent = _chat(page).get_by_role("button", name="Silent", exact=True)

    await silent.click()

    await expect(silent).to_have_attribute("aria-busy", "true")
    await expect(silent.locator(".key-wait")).to_have_text("2 s")


async def test_copy_buttons_say_what_they_copied(stage: Stage) -> None:
    page = await stage.open()
    await stage.call("/sim/as/anna/start")

    await _chat(page).get_by_role("button", name="Copy, copies text").click()

    await expect(_column(page, 0).locator(".toast")).to_have_text("Copied: COPIED-1")


async def test_a_link_into_telegram_acts_inside_the_page(stage: Stage) -> None:
    page = await stage.open()
    chat = _chat(page)
    await stage.call("/sim/as/anna/start")

    await chat.get_by_role("button", name="Invite, opens a link").click()
    await chat.get_by_role("button", name="START", exact=True).click()

    await expect(chat.locator(".incoming .rich").last).to_contain_text("Payload: invited")
    await expect(chat.locator(".outgoing .rich").last).to_have_text("/start")


async def test_a_spoiler_hides_until_it_is_pressed(stage: Stage) -> None:
    page = await stage.open()
    await stage.call("/sim/as/anna/start")
    spoiler = _chat(page).get_by_role("button", name="Hidden text, press to show")
    await expect(spoiler.get_by_text("4711")).to_be_hidden()

    await spoiler.press("Enter")

    await expect(_chat(page).get_by_text("4711")).to_be_visible()


async def test_a_slash_lists_the_commands_and_enter_sends_one(stage: Stage) -> None:
    page = await stage.open()
    chat = _chat(page)
    await stage.call("/sim/as/anna/start")

    await chat.get_by_role("textbox", name="Message").press_sequentially("/al")
    await expect(chat.get_by_role("option", selected=True)).to_contain_text("/album")
    await page.keyboard.press("Enter")

    await expect(chat.get_by_role("group", name="Album of 4").locator("img")).to_have_count(4)
    await expect(chat.get_by_text("Four of them")).to_be_visible()


async def test_a_picture_opens_large_and_escape_closes_it(stage: Stage) -> None:
    page = await stage.open()
    await stage.call("/sim/as/anna/send", text="/album")
    await _chat(page).get_by_role("button", name="Photo, open").first.click()

    await page.keyboard.press("ArrowRight")

    await expect(page.locator("dialog")).to_contain_text("2 of 4")
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog")).to_have_count(0)


async def test_a_photo_is_sent_with_its_caption(stage: Stage) -> None:
    page = await stage.open()
    chat = _chat(page)
    await stage.call("/sim/as/anna/start")
    await chat.get_by_role("button", name="Attach").click()
    async with page.expect_file_chooser() as chooser:
        await page.get_by_role("menuitem", name="Photo").click()
    picture: Any = {"name": "receipt.png", "mimeType": "image/png", "buffer": picture_bytes(500)}
    await (await chooser.value).set_files(picture)

    await page.get_by_role("textbox", name="Caption").fill("my receipt")
    await page.keyboard.press("Enter")

    await expect(chat.locator(".outgoing .photo img")).to_be_visible()
    await expect(chat.locator(".incoming .rich").last).to_have_text("A photo: my receipt")


async def test_a_reply_keyboard_hides_after_one_use(stage: Stage) -> None:
    page = await stage.open()
    chat = _chat(page)
    await stage.call("/sim/as/anna/send", text="/keys")

    await chat.get_by_role("button", name="Home", exact=True).click()

    await expect(chat.locator(".outgoing .rich").last).to_have_text("Home")
    await expect(chat.get_by_role("button", name="Home", exact=True)).to_be_hidden()
    await expect(chat.get_by_placeholder("Choose below")).to_be_visible()


async def test_a_reader_cannot_write_into_a_channel(stage: Stage) -> None:
    await stage.bot.send_message(CHANNEL, "USDT for sale")
    page = await stage.open()

    await _column(page, 0).locator(".row", has_text="Ads").click()

    await expect(_chat(page).get_by_text("USDT for sale")).to_be_visible()
    await expect(_chat(page).locator(".sender")).to_have_text("Ads")
    await expect(_chat(page).get_by_text("only admins can post in this channel")).to_be_visible()
    await expect(_chat(page).get_by_role("textbox")).to_have_count(0)


async def test_a_forum_lists_its_topics_and_a_closed_one_takes_no_words(stage: Stage) -> None:
    await stage.bot.send_message(GROUP, "In general")
    topic = await stage.bot.create_forum_topic(GROUP, "Case D7K2", icon_color=0xFFD67E)
    await stage.bot.send_message(GROUP, "The dossier", message_thread_id=topic.message_thread_id)
    await stage.bot.close_forum_topic(GROUP, topic.message_thread_id)
    page = await stage.open()
    await _column(page, 0).locator(".row", has_text="Moderators").click()

    await _column(page, 0).get_by_role("navigation", name="Topics").get_by_text("Case D7K2").click()

    await expect(_chat(page).get_by_text("The dossier")).to_be_visible()
    await expect(_chat(page).get_by_text("In general")).to_have_count(0)
    await expect(_chat(page).get_by_text("This topic is closed")).to_be_visible()


async def test_a_deleted_message_vanishes_and_the_developer_sees_it(stage: Stage) -> None:
    page = await stage.open()
    chat = _chat(page)
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
    log = _chat(page).get_by_role("log", name="Messages")
    await expect(log.locator(".incoming")).to_have_count(31)
    await log.evaluate("node => { node.scrollTop = 200; }")
    await expect(_chat(page).get_by_role("button", name="To the newest message")).to_be_visible()

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


def _column(page: Page, index: int) -> Locator:
    return page.locator(".column").nth(index)


def _chat(page: Page) -> Locator:
    return _column(page, 0).locator(".chat")


async def _tab_to(page: Page, wanted: Locator) -> None:
    """Walks with the Tab key until the focus is there, and looks that it can be seen."""
    await wanted.wait_for()
    for _ in range(TABS_MAX):
        await page.keyboard.press("Tab")
        if await wanted.evaluate("node => node === document.activeElement"):
            break
    await expect(wanted).to_be_focused()
    assert await wanted.evaluate("node => getComputedStyle(node).outlineStyle") != "none"


async def _brightness(page: Page) -> float:
    """0 is black, 255 white: the background behind everything, measured in the picture people get."""
    colour = await page.evaluate(
        "() => { const canvas = new OffscreenCanvas(1, 1).getContext('2d');"
        " canvas.fillStyle = getComputedStyle(document.body).backgroundColor; canvas.fillRect(0, 0, 1, 1);"
        " return [...canvas.getImageData(0, 0, 1, 1).data.slice(0, 3)]; }"
    )
    return float(sum(colour)) / 3
