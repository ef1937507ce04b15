"""The desk stops in the middle of something: after the next start everything is as if it had only been slow."""

import contextlib
from collections.abc import AsyncIterator

import pytest

from domain.kernel.moments import SECOND
from storage import clock
from tests.journeys.house import House
from tests.journeys.stage import Stage
from tests.journeys.steps import UNCHANGED, order_of, pay, press, release, say, take
from tests.support.person import Person
from tests.support.pictures import receipt

LEASE_SECONDS = 61


async def test_a_trade_goes_on_after_a_restart(house: House) -> None:
    async with house.open() as stage:
        merchant, buyer = await stage.merchant(), await stage.buyer()
        code = await order_of(stage, buyer, merchant)

    await buyer.press("✅ I have paid")
    async with house.open() as stage:
        await stage.rest()
        await merchant.sees("The buyer says they have paid.")
        await release(stage, merchant)

        assert (await stage.order(code)).state == "completed"
        assert await stage.holdings(buyer) == {"available": 157_894_736}


async def test_a_window_that_passed_while_the_desk_was_down_does_not_swallow_a_payment(house: House) -> None:
    async with house.open() as stage:
        merchant, buyer = await stage.merchant(), await stage.buyer()
        code = await order_of(stage, buyer, merchant)

    await buyer.press("✅ I have paid")
    async with house.open() as stage:
        await stage.rest()
        await stage.advance(15 * 60 + 1)

        assert (await stage.order(code)).state == "paid"


async def test_a_crash_between_paying_and_drawing_is_drawn_by_the_next_start(house: House) -> None:
    async with house.open() as stage:
        merchant, buyer = await stage.merchant(), await stage.buyer()
        code = await order_of(stage, buyer, merchant)
        await cut_off(stage, buyer, "✅ I have paid")
        assert (await stage.order(code)).state == "paid"

    async with after_lease(house) as stage:
        assert (await buyer.answer())["answered"]
        await buyer.sees("The seller has been told to look for your 150 EUR.")
        await merchant.sees("The buyer says they have paid.")
        assert (await stage.order(code)).version == 2
        await release(stage, merchant)


async def test_a_crash_after_taking_shows_the_order_and_opens_no_second_one(house: House) -> None:
    async with house.open() as stage:
        merchant, buyer = await stage.merchant(), await stage.buyer()
        ad = await stage.ad(merchant)
        await buyer.start(f"ad-{ad.code}")
        await press(stage, buyer, "Buy")
        await say(stage, buyer, "150")
        await cut_off(stage, buyer, "✅ Confirm")

    async with after_lease(house) as stage:
        assert (await buyer.answer())["answered"]
        await buyer.sees("awaiting payment")
        assert (await stage.holdings(merchant))["escrow"] == 157_894_736 + 473_685


async def test_a_crash_after_releasing_pays_once_and_draws_both_cards(house: House) -> None:
    async with house.open() as stage:
        merchant, buyer = await stage.merchant(), await stage.buyer()
        await order_of(stage, buyer, merchant)
        await pay(stage, buyer)
        await press(stage, merchant, "🔓 Release")
        await cut_off(stage, merchant, "🔓 The money is there: release")

    async with after_lease(house) as stage:
        assert (await merchant.answer())["answered"]
        await merchant.sees("All done. Thank you for the trade.")
        await buyer.sees("The coins are yours!")
        assert await stage.holdings(buyer) == {"available": 157_894_736}


async def test_a_crash_in_a_form_shows_the_question_that_is_open(house: House) -> None:
    async with house.open() as stage:
        merchant, buyer = await stage.merchant(), await stage.buyer()
        await buyer.start(f"ad-{(await stage.ad(merchant)).code}")
        await stage.rest()
        await cut_off(stage, buyer, "Buy")

    async with after_lease(house) as stage:
        assert (await buyer.answer())["answered"]
        await buyer.sees("How much do you want to pay?")
        await say(stage, buyer, "150")
        await press(stage, buyer, "✅ Confirm")


async def test_a_crash_after_filing_a_proof_draws_the_count(house: House) -> None:
    async with house.open() as stage:
        merchant, buyer = await stage.merchant(), await stage.buyer()
        await order_of(stage, buyer, merchant)
        await stage.sandbox.faults("no_answer", method="editMessageText", delay_ms=60_000)
        await buyer.send_photo(receipt())
        await stalled(stage, "editMessageText")
        await stage.crash()

    async with after_lease(house):
        await buyer.sees("1 proof of payment on file")


async def test_an_update_that_cannot_be_worked_off_is_set_aside_and_holds_up_nobody(
    stage: Stage, expected_errors: list[str]
) -> None:
    expected_errors += ["update failed", "incident"]
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    poison = {"message": {"message_id": 1, "from": {"id": buyer.id}, "text": "no date, no chat, no sense"}}

    await stage.sandbox.inject(poison)
    await stage.rest()
    for _ in range(5):
        await stage.advance(LEASE_SECONDS)
    code = await take(stage, buyer, ad, amount="150")

    assert (await stage.order(code)).state == "await_payment"
    [aside] = await stage.quarantined()
    assert aside.lane == buyer.id


@contextlib.asynccontextmanager
async def after_lease(house: House) -> AsyncIterator[Stage]:
    """The next start, once the lease of the process that died has run out and all it held is worked off."""
    await house.sandbox.clear_faults()
    async with house.open() as stage:
        stage.allowed |= {UNCHANGED, "terminated by other getUpdates"}
        await stage.do(clock.advance, LEASE_SECONDS * SECOND)
        await stage.tick()
        yield stage


async def cut_off(stage: Stage, person: Person, label: str) -> None:
    """A press whose effects are committed and whose answer never leaves: the process dies over it."""
    await stage.sandbox.faults("no_answer", method="answerCallbackQuery", delay_ms=60_000)
    await person.press(label)
    await stalled(stage, "answerCallbackQuery")
    await stage.crash()


async def stalled(stage: Stage, method: str) -> None:
    """Until such a call hangs."""
    for _ in range(500):
        if any(call["status"] is None for call in await stage.sandbox.calls(method)):
            return
        await stage.sandbox.state()
    pytest.fail(f"{method} was not called")
