"""How the page stands: at both widths, by keyboard alone, light and dark, from either side."""

import pytest
from playwright.async_api import Locator, Page, expect

from tests.sandbox.page.conftest import DESK, GROUP, HOSTILE, HOSTILE_NAME, PHONE, Stage, chat_of, column_of

pytestmark = pytest.mark.e2e

TABS_MAX = 80


async def test_first_contact_shows_what_the_bot_is_and_start_opens_it(stage: Stage) -> None:
    page = await stage.open()
    chat = chat_of(page)
    await expect(chat.get_by_text("Repeats what you say")).to_be_visible()

    await chat.get_by_role("button", name="START", exact=True).click()

    await expect(chat.locator(".incoming .rich")).to_contain_text("Welcome! Payload: none")
    await expect(chat.get_by_role("textbox", name="Message")).to_be_visible()


async def test_two_people_stand_side_by_side_on_a_wide_screen(stage: Stage) -> None:
    page = await stage.open(DESK)

    await column_of(page, 1).get_by_role("tab", name="anna").click()

    await expect(page.locator(".column")).to_have_count(2)
    await expect(column_of(page, 0).get_by_role("tab", selected=True)).to_contain_text("Boris")
    await expect(column_of(page, 1).get_by_role("tab", selected=True)).to_contain_text("Anna")
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
    chat = chat_of(page)

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
    await column_of(page, 1).locator(".row", has_text="Moderators").click()

    await expect(column_of(page, 1).locator(".sender").first).to_contain_text(HOSTILE_NAME)
    await expect(column_of(page, 1).locator(".rich").first).to_have_text("<script>window.hacked=2</script>")
    await expect(column_of(page, 0).get_by_role("tab", selected=True)).to_contain_text(HOSTILE_NAME)
    assert await page.evaluate("window.hacked") is None
    assert await page.locator("img[src=x]").count() == 0


async def test_right_to_left_text_runs_from_the_right(stage: Stage) -> None:
    page = await stage.open()

    await stage.call("/sim/as/anna/send", text="مرحبا بك")

    written = chat_of(page).locator(".outgoing .rich")
    await expect(written).to_have_text("مرحبا بك")
    await expect(written).to_have_css("direction", "rtl")


async def test_dark_follows_the_system_and_the_toggle_overrules_it(stage: Stage) -> None:
    page = await stage.open(scheme="dark")
    dark = await _brightness(page)

    await page.get_by_role("button", name="Theme: system").click()

    await expect(page.get_by_role("button", name="Theme: light")).to_be_visible()
    assert dark < 60
    assert await _brightness(page) > 200


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
