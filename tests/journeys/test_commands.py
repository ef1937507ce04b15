"""Commands, keys and words that nobody waited for: each gets an answer that leads on."""

from tests.journeys.stage import Stage
from tests.journeys.steps import breathe, order_of, press, say


async def test_start_welcomes_once_and_greets_later(stage: Stage) -> None:
    buyer = await stage.buyer()
    await buyer.sees("Welcome to the OTC desk")

    await buyer.start()
    await stage.rest()

    await buyer.sees("No order is running.")
    assert str(await buyer.messages()).count("Welcome to the OTC desk") == 1


async def test_whoever_never_pressed_start_is_welcomed_by_their_first_word(stage: Stage) -> None:
    walker = await stage.sandbox.person("walker", first_name="Walker", language_code="en")

    await say(stage, walker, "hello?")

    await walker.sees("Welcome to the OTC desk")


async def test_every_command_opens_its_place(stage: Stage) -> None:
    merchant = await stage.merchant()

    for command, words in (
        ("/buy", "There are no ads at the moment."),
        ("/orders", "No order is running at the moment."),
        ("/ads", "You have no open ads yet."),
        ("/newad", "What do you sell?"),
        ("/wallet", "Available: 1,000 USDT"),
        ("/language", "Which language shall we speak?"),
        ("/help", "How it works"),
        ("/cancel", "Cancelled: your new ad."),
        ("/cancel", "There is nothing to cancel: no form is open."),
        ("/nonsense", "I do not know this command."),
        ("/help@otcdesk_bot", "How it works"),
    ):
        await say(stage, merchant, command)
        await merchant.sees(words)


async def test_a_command_in_the_middle_of_a_form_leaves_it_open(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await buyer.start(f"ad-{(await stage.ad(merchant)).code}")
    await press(stage, buyer, "Buy")

    await say(stage, buyer, "/help")
    await say(stage, buyer, "150")

    await buyer.sees("Please check before you confirm.")


async def test_cancel_in_the_middle_of_a_form_says_what_was_cancelled(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await buyer.start(f"ad-{(await stage.ad(merchant)).code}")
    await press(stage, buyer, "Buy")

    await say(stage, buyer, "/cancel")
    await buyer.sees("Cancelled: your purchase. Nothing has happened and nothing is locked.")
    await say(stage, buyer, "150")

    await buyer.sees("I was not expecting text here.")


async def test_the_two_keys_work_from_anywhere(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await say(stage, buyer, "⚡️ Active order")
    await buyer.sees("No order is running at the moment.")
    code = await order_of(stage, buyer, merchant)

    await say(stage, buyer, "🏠 Home")
    await buyer.sees("One of your orders is running.")
    await say(stage, buyer, "⚡️ Active order")

    assert f"Order #{code}" in (await buyer.last())["text"]


async def test_a_deposit_is_told_and_stands_in_the_statement(stage: Stage) -> None:
    merchant = await stage.merchant()
    await merchant.sees("A deposit was booked to your wallet.")

    await press(stage, merchant, "👛 Wallet")
    await press(stage, merchant, "🧾 Statement")

    await merchant.sees("+1,000 USDT · available")


async def test_a_burst_of_one_person_is_slowed_down_and_nobody_elses(stage: Stage) -> None:
    hasty, calm = await stage.buyer("hasty"), await stage.buyer("calm")
    await breathe(stage)
    home = await hasty.sees("No order is running.")
    stage.allowed.add("message is not modified")

    for _ in range(30):
        await hasty.press_data(home["message_id"], "g1:i::0")
        await hasty.press_data(home["message_id"], "g1:h::0")
    told = await press(stage, calm, "❓ Help")
    await stage.rest()

    assert told["text"] in {None, ""}
    answers = [answer["text"] for answer in await stage.sandbox.answers()]
    assert "That was very fast. Please wait a second and try again." in answers
