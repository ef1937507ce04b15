"""One receipt for two orders: the second seller is warned on the card and under the picture, and decides alone."""

from tests.journeys.stage import Stage
from tests.journeys.steps import pay, press, release, take
from tests.support.person import Person
from tests.support.pictures import receipt

WARNING = {"en": "This very file was already used in another order", "ru": "Этот же файл уже был в другой сделке"}


async def test_a_receipt_used_twice_warns_the_seller_and_moves_nothing(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await _paid_with_one_receipt_twice(stage, merchant, buyer)

    card = await merchant.sees(WARNING["en"])
    await release(stage, merchant)
    await buyer.sees("The coins are yours!")

    assert card["photo"] is not None
    assert WARNING["en"] not in str([message["text"] for message in await buyer.messages()])


async def test_the_warning_comes_in_the_sellers_language(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await press(stage, merchant, "🌐 Language")
    await press(stage, merchant, "Русский")

    await _paid_with_one_receipt_twice(stage, merchant, buyer)

    await merchant.sees(WARNING["ru"])


async def test_a_proof_after_the_buyers_word_carries_the_warning_itself(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await take(stage, buyer, ad, amount="100")
    await _show(stage, buyer)
    await pay(stage, buyer)
    await release(stage, merchant)
    await take(stage, buyer, ad, amount="50")
    await pay(stage, buyer)

    await _show(stage, buyer)

    told = await merchant.sees("proof 1 from the buyer")
    assert WARNING["en"] in str(told["caption"])


async def _paid_with_one_receipt_twice(stage: Stage, merchant: Person, buyer: Person) -> None:
    """The first order ends before the second begins, so that the picture belongs to one of them alone."""
    ad = await stage.ad(merchant)
    await take(stage, buyer, ad, amount="100")
    await _show(stage, buyer)
    await press(stage, buyer, "Cancel the order")
    await press(stage, buyer, "I changed my mind")
    await press(stage, buyer, "I have not paid: cancel")
    await take(stage, buyer, ad, amount="50")
    await _show(stage, buyer)
    await pay(stage, buyer)


async def _show(stage: Stage, buyer: Person) -> None:
    await buyer.send_photo(receipt())
    await stage.rest()
