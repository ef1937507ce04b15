"""What people see and press in a chat: buttons, spoilers, links, pictures, commands."""

from typing import Any

import pytest
from playwright.async_api import expect

from tests.sandbox.page.conftest import (
    Stage,
    chat_of,
    column_of,
)
from tests.sandbox.page.echo_bot import picture_bytes

pytestmark = pytest.mark.e2e


async def test_an_unanswered_press_keeps_turning_and_counts_the_seconds(stage: Stage) -> None:
    page = await stage.open()
    await stage.call("/sim/as/anna/start")
    silent = chat_of(page).get_by_role("button", name="Silent", exact=True)

    await silent.click()

    await expect(silent).to_have_attribute("aria-busy", "true")
    await expect(silent.locator(".key-wait")).to_have_text("2 s")


async def test_copy_buttons_say_what_they_copied(stage: Stage) -> None:
    page = await stage.open()
    await stage.call("/sim/as/anna/start")

    await chat_of(page).get_by_role("button", name="Copy, copies text").click()

    await expect(column_of(page, 0).locator(".toast")).to_have_text("Copied: COPIED-1")


async def test_a_link_into_telegram_acts_inside_the_page(stage: Stage) -> None:
    page = await stage.open()
    chat = chat_of(page)
    await stage.call("/sim/as/anna/start")

    await chat.get_by_role("button", name="Invite, opens a link").click()
    await chat.get_by_role("button", name="START", exact=True).click()

    await expect(chat.locator(".incoming .rich").last).to_contain_text("Payload: invited")
    await expect(chat.locator(".outgoing .rich").last).to_have_text("/start")


async def test_a_spoiler_hides_until_it_is_pressed(stage: Stage) -> None:
    page = await stage.open()
    await stage.call("/sim/as/anna/start")
    spoiler = chat_of(page).get_by_role("button", name="Hidden text, press to show")
    await expect(spoiler.get_by_text("4711")).to_be_hidden()

    await spoiler.press("Enter")

    await expect(chat_of(page).get_by_text("4711")).to_be_visible()


async def test_a_slash_lists_the_commands_and_enter_sends_one(stage: Stage) -> None:
    page = await stage.open()
    chat = chat_of(page)
    await stage.call("/sim/as/anna/start")

    await chat.get_by_role("textbox", name="Message").press_sequentially("/al")
    await expect(chat.get_by_role("option", selected=True)).to_contain_text("/album")
    await page.keyboard.press("Enter")

    await expect(chat.get_by_role("group", name="Album of 4").locator("img")).to_have_count(4)
    await expect(chat.get_by_text("Four of them")).to_be_visible()


async def test_a_picture_opens_large_and_escape_closes_it(stage: Stage) -> None:
    page = await stage.open()
    await stage.call("/sim/as/anna/send", text="/album")
    await chat_of(page).get_by_role("button", name="Photo, open").first.click()

    await page.keyboard.press("ArrowRight")

    await expect(page.locator("dialog")).to_contain_text("2 of 4")
    await page.keyboard.press("Escape")
    await expect(page.locator("dialog")).to_have_count(0)


async def test_a_photo_is_sent_with_its_caption(stage: Stage) -> None:
    page = await stage.open()
    chat = chat_of(page)
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
    chat = chat_of(page)
    await stage.call("/sim/as/anna/send", text="/keys")

    await chat.get_by_role("button", name="Home", exact=True).click()

    await expect(chat.locator(".outgoing .rich").last).to_have_text("Home")
    await expect(chat.get_by_role("button", name="Home", exact=True)).to_be_hidden()
    await expect(chat.get_by_placeholder("Choose below")).to_be_visible()
