"""Rating a trade, and keeping people near or away."""

from domain.kernel.moments import DAY, SECOND
from handlers.callbacks import short
from handlers.trust.buttons import TrustButton, TrustVerb
from tests.journeys.stage import Stage
from tests.journeys.steps import breathe, paid_order, press, release
from tests.journeys.test_strangers import NOTHING_HERE
from tests.support.person import Person
from tests.support.screens import labels

WEEK_SECONDS = 7 * DAY // SECOND
BLIND = "Neither side sees the other's rating before both have rated or 7 days have passed."


async def test_both_rate_and_only_then_see_what_was_said(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await completed(stage, buyer, merchant)

    await rated(stage, buyer, "👍 I would trade with them again", "fast", "friendly")
    mine = (await buyer.last())["text"]
    theirs = (await merchant.last())["text"]
    await breathe(stage)
    await rated(stage, merchant, "👎 I would rather not", "slow")
    answered = (await merchant.last())["text"]
    opened = (await buyer.last())["text"]

    assert "⭐ Your rating: 👍 fast · friendly" in mine
    assert "👍" not in theirs
    assert "⭐ Your rating: 👎 slow" in answered
    assert "⭐ Their rating of you: 👍 fast · friendly" in answered
    assert "👍 0 · 👎 1 · slow" in answered
    assert "⭐ Their rating of you: 👎 slow" in opened


async def test_a_week_later_the_card_does_not_ask_and_one_rating_stands_alone(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    code = await completed(stage, buyer, merchant)
    await rated(stage, buyer, "👍 I would trade with them again", "reliable")

    stage.allowed.add("message can't be deleted")
    await stage.advance(WEEK_SECONDS)
    await merchant.start(f"order-{code}")
    await stage.rest()
    card = await merchant.last()

    assert "⭐ Their rating of you: 👍 reliable" in card["text"]
    assert not any("⭐ Rate the trade" in row for row in labels(card))


async def test_a_block_is_felt_by_both_and_seen_by_one(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await completed(stage, buyer, merchant)

    await press(stage, merchant, "👤 " + await alias(stage, buyer))
    blocked = await press(stage, merchant, "🚫 Block")
    await merchant.sees("You blocked this person")
    await breathe(stage)
    await buyer.start(f"ad-{ad.code}")
    refused = await press(stage, buyer, "Buy")
    await press(stage, merchant, "Unblock")
    await breathe(stage)
    await press(stage, buyer, "Buy")

    assert blocked["text"] == "Blocked. You can unblock in the same place."
    assert refused["text"] == (
        "You and this person do not trade with each other on this desk. Please choose another ad."
    )
    await buyer.sees("How much do you want to pay?")


async def test_a_favourite_has_a_star_in_the_market_and_a_place_in_the_list(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    name = await alias(stage, merchant)
    await buyer.start(f"ad-{ad.code}")

    await press(stage, buyer, "⭐ Favourite")
    starred = await buyer.sees("One of your favourites.")
    await press(stage, buyer, "‹ Back")
    market = (await buyer.last())["text"]
    await breathe(stage)
    await press(stage, buyer, "🏠 Home")
    await press(stage, buyer, "👥 People")
    listed = next(row[0] for row in labels(await buyer.last()) if name in row[0])
    await press(stage, buyer, listed)
    await breathe(stage)
    await press(stage, buyer, "Remove from favourites")

    assert any("Remove from favourites" in row for row in labels(starred))
    assert f"⭐ {name}" in market
    await buyer.sees("You have no favourites yet.")


async def test_an_ad_of_somebody_blocked_is_marked_and_cannot_be_taken(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    ad = await stage.ad(merchant)
    await buyer.start(f"ad-{ad.code}")

    await press(stage, buyer, "🚫 Block")
    card = await buyer.sees("You blocked this person")
    await press(stage, buyer, "‹ Back")
    market = (await buyer.last())["text"]

    assert not any("Buy" in row for row in labels(card))
    assert f"🚫 {await alias(stage, merchant)}" in market


async def test_rating_in_russian(stage: Stage) -> None:
    merchant, buyer = await stage.merchant(), await stage.buyer()
    await completed(stage, buyer, merchant)
    await buyer.send("/language")
    await stage.rest()
    await press(stage, buyer, "Русский")
    await breathe(stage)
    await buyer.send("/orders")
    await stage.rest()
    await press(stage, buyer, "🗂 Закрытые сделки")
    await press(stage, buyer, next(row[0] for row in labels(await buyer.last()) if "#" in row[0]))

    await press(stage, buyer, "⭐ Оценить сделку")
    await breathe(stage)
    await press(stage, buyer, "👍 Готов торговать снова")
    await press(stage, buyer, "быстро")
    told = await press(stage, buyer, "✅ Оставить отзыв")

    assert told["text"] == "Отзыв сохранён. Спасибо!"
    await buyer.sees("⭐ Ваш отзыв: 👍 быстро")


async def test_no_button_about_people_works_for_a_stranger(stage: Stage) -> None:
    merchant, buyer, stranger = await stage.merchant(), await stage.buyer(), await stage.buyer("eve")
    order = await stage.order(await completed(stage, buyer, merchant))
    screen = await stranger.last()

    told = []
    for verb in TrustVerb:
        await stranger.press_data(screen["message_id"], TrustButton(verb=verb, order=short(order.id), value="p").pack())
        told.append((await stranger.answer())["text"])
    await stranger.press_data(screen["message_id"], "k1:o:000000")
    told.append((await stranger.answer())["text"])

    assert set(told) == {NOTHING_HERE}


async def completed(stage: Stage, buyer: Person, merchant: Person) -> str:
    """A whole trade; the order's code."""
    code = await paid_order(stage, buyer, merchant)
    await release(stage, merchant)
    await breathe(stage)
    return code


async def rated(stage: Stage, person: Person, verdict: str, *tags: str) -> None:
    await press(stage, person, "⭐ Rate the trade")
    await person.sees(BLIND)
    await press(stage, person, verdict)
    for tag in tags:
        await press(stage, person, tag)
    await breathe(stage)
    answer = await press(stage, person, "✅ Send the rating")
    assert answer["text"] == "Your rating is kept. Thank you!"


async def alias(stage: Stage, person: Person) -> str:
    return (await stage.do(lambda work: work.users.get(person.id))).alias
