"""Telegram is slow, deaf, rude or forgetful: the trade neither stops nor happens twice."""

from collections.abc import Awaitable, Callable

import pytest

from tests.journeys.stage import Stage
from tests.journeys.steps import UNCHANGED, breathe, code_on, order_of, paid_order, pay, release, say
from tests.support.person import Person
from tests.support.pictures import receipt
from tests.support.refused import SandboxRefused

MOST_ATTEMPTS = 25


async def test_a_flood_wait_of_one_chat_holds_up_nobody_else_and_loses_nothing(stage: Stage) -> None:
    merchant, kofi, ama = await stage.merchant(), await stage.buyer("kofi"), await stage.buyer("ama")
    code = await paid_order(stage, kofi, merchant)
    other = await paid_order(stage, ama, merchant)
    stage.allowed.add("Too Many Requests")
    await stage.sandbox.faults("flood", chat=kofi.id, retry_after=30)

    for order, buyer in ((code, kofi), (other, ama)):
        card = await merchant.sees(f"Order #{order}")
        await press_on(merchant, card["message_id"], "🔓 Release")
        await stage.rest()
        await press_on(merchant, card["message_id"], "🔓 The money is there: release")
        await stage.rest()
        assert await stage.holdings(buyer) == {"available": 157_894_736}
    await ama.sees("The coins are yours!")
    assert "The coins are yours!" not in str(await kofi.screen())
    await stage.sandbox.clear_faults()
    await stage.advance(31)

    await kofi.sees("The coins are yours!")


async def test_a_card_that_could_not_be_drawn_for_flood_is_drawn_afterwards(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    stage.allowed.add("Too Many Requests")
    await stage.sandbox.faults("flood", method="editMessageText", chat=buyer.id, retry_after=20)

    await pay(stage, buyer)
    await merchant.sees("The buyer says they have paid.")
    await buyer.sees("then press “I have paid”")
    await stage.sandbox.clear_faults()
    await stage.advance(21)

    await buyer.sees("The seller has been told to look for your 150 EUR.")
    assert (await stage.order(code)).state == "paid"


@pytest.mark.parametrize("method", ["sendMessage", "editMessageText", "answerCallbackQuery", "deleteMessage"])
async def test_an_answer_that_gets_lost_doubles_no_effect(stage: Stage, method: str) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    stage.allowed.add(UNCHANGED)
    await stage.sandbox.faults("lost_answer", method=method, times=2)

    await pay(stage, buyer)
    await stage.advance(5)
    await stage.sandbox.clear_faults()
    await stage.advance(5)
    await release(stage, merchant)

    assert (await stage.order(code)).state == "completed"
    assert await stage.holdings(buyer) == {"available": 157_894_736}
    assert sum((await stage.holdings(merchant)).values()) == 1_000_000_000 - 157_894_736 - 473_685
    await buyer.sees("The coins are yours!")
    await merchant.sees("All done. Thank you for the trade.")


@pytest.mark.parametrize("kind", ["server_error", "bad_gateway_html", "cut", "lost_answer"])
async def test_a_whole_trade_while_a_third_of_all_calls_fails(stage: Stage, kind: str) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    stage.allowed |= {"answerCallbackQuery", "Internal Server Error", "502", "nginx", "not found", UNCHANGED}
    await stage.sandbox.faults(kind, probability=0.3, seed=7)

    await until(stage, buyer, "Buy", lambda: buyer.start(f"ad-{ad.code}"))
    await until(stage, buyer, "100 EUR", lambda: buyer.press("Buy"))
    await until(stage, buyer, "✅ Confirm", lambda: buyer.press("100 EUR"))
    await until(stage, buyer, "✅ I have paid", lambda: buyer.press("✅ Confirm"))
    code = code_on(await buyer.last())
    await until(stage, buyer, "🤝 Ask to cancel together", lambda: buyer.press("✅ I have paid"))
    await until(stage, merchant, "🔓 The money is there: release", lambda: merchant.press("🔓 Release"))
    await until(stage, merchant, None, lambda: merchant.press("🔓 The money is there: release"), code)
    await stage.sandbox.clear_faults()
    await stage.advance(61)
    await stage.advance(61)

    assert await stage.holdings(buyer) == {"available": 105_263_157}
    await buyer.sees("The coins are yours!")


async def test_updates_that_come_late_and_twice_are_worked_off_once(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    stage.allowed |= {UNCHANGED, "not found"}
    await stage.sandbox.faults("update_late", probability=0.5, seed=3, delay_ms=150)
    await stage.sandbox.faults("update_duplicate", probability=0.5, seed=4)

    await buyer.send_photo(receipt())
    await say(stage, buyer, "sent")
    await pay(stage, buyer)
    await release(stage, merchant)
    await stage.sandbox.clear_faults()

    assert (await stage.order(code)).state == "completed"
    assert await stage.holdings(buyer) == {"available": 157_894_736}
    assert str(await buyer.screen()).count("The coins are yours!") == 1


async def press_on(person: Person, message: int, label: str) -> None:
    """A press on one of several cards."""
    await person.press(label, message_id=message)
    await person.answer()


async def until(
    stage: Stage, person: Person, label: str | None, act: Callable[[], Awaitable[object]], code: str = ""
) -> None:
    """Somebody tries again until the button they expect is there, or the order is done."""
    for _ in range(MOST_ATTEMPTS):
        try:
            await act()
        except SandboxRefused as refused:
            assert refused.status == 404
        await stage.rest()
        await stage.advance(2)
        if await shows(person, label) if label else (await stage.order(code)).state == "completed":
            return
        await breathe(stage)
    raise AssertionError(f"{person.name} never got to {label or 'the end'}")


async def shows(person: Person, label: str) -> bool:
    return any(b["text"] == label for m in await person.messages() for row in m["keyboard"] for b in row)
