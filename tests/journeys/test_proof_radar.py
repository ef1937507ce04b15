"""One receipt for two orders: the second seller is warned on the card and under the picture, and decides alone."""

from tests.journeys.stage import Stage
from tests.journeys.steps import order_of, pay, release, take
from tests.support.person import Person
from tests.support.pictures import receipt

WARNING = {"en": "this very file was already used in another order", "ru": "этот же файл уже присылали в другой сделке"}


async def test_a_receipt_used_twice_warns_the_seller_and_moves_nothing(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await _paid_with_the_same_receipt_twice(stage, merchant, buyer)

    card = await merchant.sees(WARNING["en"])
    told_buyer = [message["text"] for message in await buyer.messages()]
    await release(stage, merchant)

    assert card["photo"] is not None
    assert WARNING["en"] not in str(told_buyer)
    await buyer.sees("The coins are yours!")


async def test_the_warning_comes_in_the_sellers_language(stage: Stage) -> None:
    merchant = await stage.someone("amina", "AMINA BELLO", language_code="ru")
    await stage.make_merchant(merchant)
    buyer = await stage.buyer()

    await _paid_with_the_same_receipt_twice(stage, merchant, buyer)

    await merchant.sees(WARNING["ru"])


async def test_a_proof_after_the_buyers_word_carries_the_warning_itself(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await take(stage, buyer, ad, amount="100")
    await buyer.send_photo(receipt())
    await stage.rest()
    await pay(stage, buyer)
    await release(stage, merchant)
    await take(stage, buyer, ad, amount="50")
    await pay(stage, buyer)

    await buyer.send_photo(receipt())
    await stage.rest()

    await merchant.sees("proof 1 from the buyer\n⚠️ Take note")


async def _paid_with_the_same_receipt_twice(stage: Stage, merchant: Person, buyer: Person) -> None:
    await order_of(stage, buyer, merchant, amount="100")
    await buyer.send_photo(receipt())
    await stage.rest()
    await buyer.sees("1 proof of payment on file")
    await pay(stage, buyer)
    await stage.release_newest(merchant)
