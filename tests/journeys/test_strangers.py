"""Forged buttons: what somebody may do depends on who they are, never on what their app sends."""

from handlers.callbacks import AdButton, AdVerb, OrderButton, OrderVerb, short
from tests.journeys.stage import Stage
from tests.journeys.steps import UNCHANGED, breathe, order_of, paid_order, say, take
from tests.support.pictures import receipt

NOTHING_HERE = "There is nothing here for you: it does not exist or it is not yours."
NEVER_OURS = (
    "o1:p:zzz:1:",
    "o1:p:zzzzzzzzzzzzzzzzzzzz:1:",
    "o1:p:-1:1:",
    "o1:p:1:x:",
    "o1:x:1:1:99",
    "o1:",
    "o9:p:1:1:",
    "t1:c:take:quote:",
    "t1:c:ad:preview:token",
    "t1:p:nonsense:quote:1",
    "g1:o:!!:False",
    "l1:xx",
    "m1:p:DOGE:EUR:::::",
    "m1:p:USDT:EUR:sepa:%%%::",
    "f1:t:________:::::",
    "'; DROP TABLE orders; --",
    "\u202e\u0000",
)


async def test_no_button_of_an_order_works_for_a_stranger(stage: Stage) -> None:
    merchant, buyer, stranger = await stage.merchant(), await stage.buyer(), await stage.buyer("eve")
    code = await paid_order(stage, buyer, merchant)
    before = await stage.order(code)
    screen = await stranger.last()

    told = []
    for verb in OrderVerb:
        forged = OrderButton(verb=verb, order=short(before.id), version=before.version, value="0")
        await stranger.press_data(screen["message_id"], forged.pack())
        told.append((await stranger.answer())["text"])
        await stage.rest()
    await breathe(stage)

    assert set(told) == {NOTHING_HERE}
    assert await stage.order(code) == before
    shown = str(await stranger.screen())
    assert code not in shown
    assert "DE89" not in shown
    assert "KOFI" not in shown


async def test_no_button_of_an_ad_works_for_a_stranger(stage: Stage) -> None:
    merchant, stranger = await stage.merchant(), await stage.merchant("eve")
    ad = await stage.ad(merchant)
    screen = await stranger.last()

    told = []
    for verb in AdVerb:
        forged = AdButton(verb=verb, ad=short(ad.id), version=ad.version)
        await stranger.press_data(screen["message_id"], forged.pack())
        told.append((await stranger.answer())["text"])

    assert set(told) == {NOTHING_HERE}
    assert await stage.do(lambda work: work.ads.get(ad.id)) == ad


async def test_a_buyer_cannot_press_what_is_the_sellers(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await paid_order(stage, buyer, merchant)
    order = await stage.order(code)
    card = await buyer.last()
    stage.allowed.add(UNCHANGED)

    for verb in (OrderVerb.RELEASE, OrderVerb.RELEASE_DO, OrderVerb.BANK):
        forged = OrderButton(verb=verb, order=short(order.id), version=order.version)
        await buyer.press_data(card["message_id"], forged.pack())
        assert (await buyer.answer())["text"] == "This step belongs to the other side."

    assert (await stage.order(code)).state == "paid"
    assert await stage.holdings(buyer) == {}


async def test_a_seller_cannot_press_what_is_the_buyers(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await order_of(stage, buyer, merchant)
    order = await stage.order(code)
    card = await merchant.last()
    stage.allowed.add(UNCHANGED)

    for verb in (OrderVerb.PAID, OrderVerb.CANCEL_DO):
        forged = OrderButton(verb=verb, order=short(order.id), version=order.version, value="0")
        await merchant.press_data(card["message_id"], forged.pack())
        assert (await merchant.answer())["text"] == "This step belongs to the other side."

    assert await stage.order(code) == order


async def test_somebody_elses_confirmation_opens_nothing(stage: Stage) -> None:
    merchant, buyer, stranger = await stage.merchant(), await stage.buyer(), await stage.buyer("eve")
    ad = await stage.ad(merchant)
    await take(stage, buyer, ad, amount="100")
    presses = [found["update"].get("callback_query") for found in await stage.sandbox.updates()]
    confirmation = next(press["data"] for press in presses if press and press["data"].startswith("t1:c:take"))
    screen = await stranger.last()

    await stranger.press_data(screen["message_id"], confirmation)
    told = await stranger.answer()

    assert told["text"] == "This form is no longer open. Nothing has happened; please start again."
    assert await stage.holdings(stranger) == {}


async def test_a_link_to_somebody_elses_order_leads_nowhere(stage: Stage) -> None:
    merchant, buyer, stranger = await stage.merchant(), await stage.buyer(), await stage.buyer("eve")
    code = await order_of(stage, buyer, merchant)

    await stranger.start(f"order-{code}")
    await stage.rest()

    await stranger.sees("This link leads nowhere")
    assert code not in str((await stranger.last())["text"])


async def test_nonsense_in_a_button_is_answered_and_changes_nothing(stage: Stage) -> None:
    merchant = await stage.merchant()
    ad = await stage.ad(merchant)
    screen = await merchant.last()
    stage.allowed.add(UNCHANGED)

    for data in NEVER_OURS:
        await merchant.press_data(screen["message_id"], data)
        await merchant.answer()
        await stage.sandbox.settle(quiet_ms=200)

    assert await stage.do(lambda work: work.ads.get(ad.id)) == ad


async def test_a_stranger_cannot_file_or_say_anything_by_replying(stage: Stage) -> None:
    merchant, buyer, stranger = await stage.merchant(), await stage.buyer(), await stage.buyer("eve")
    code = await order_of(stage, buyer, merchant)

    await stranger.send_photo(receipt())
    await stage.rest()
    await say(stage, stranger, f"#{code} release now")

    await stranger.sees("No order of yours is waiting for a proof of payment.")
    await stranger.sees("I was not expecting text here.")
    assert "release now" not in str(await merchant.screen())
