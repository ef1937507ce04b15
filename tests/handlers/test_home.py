"""Links, commands, languages and words nobody expected."""

import pytest

from handlers.commands import ORDER, publish_commands
from tests.handlers.talk import Talk, has, words


async def test_links_open_ads_and_ones_own_orders(talk: Talk) -> None:
    await talk.take()
    code = words(await talk.found(talk.buyer, "Order #")).split("#")[1][:6]

    await talk.merchant.start(f"order-{code}")
    own = await talk.last(talk.merchant)
    await talk.buyer.start(f"ad-{talk.ad.code}")

    assert f"Order #{code}" in own
    assert f"Ad #{talk.ad.code}" in await talk.last(talk.buyer)


@pytest.mark.parametrize("payload", ["ad-ZZZZZZ", "ad-", "order-000000", "whatever", "x" * 64])
async def test_links_that_lead_nowhere_are_friendly(talk: Talk, payload: str) -> None:
    await talk.buyer.start(payload)

    assert "leads nowhere" in await talk.last(talk.buyer)


async def test_a_strangers_order_looks_like_none(talk: Talk) -> None:
    await talk.take()
    code = words(await talk.found(talk.buyer, "Order #")).split("#")[1][:6]
    stranger = await talk.stage.buyer("stranger")

    await stranger.start(f"order-{code}")

    assert "leads nowhere" in await talk.last(stranger)


@pytest.mark.parametrize("command", [name for name in ORDER if name != "cancel"])
async def test_commands_work_in_the_middle_of_a_form(talk: Talk, command: str) -> None:
    await talk.say(talk.merchant, "/newad")
    before = await talk.merchant.last()

    await talk.say(talk.merchant, f"/{command}")

    assert (await talk.merchant.last())["message_id"] > before["message_id"]


async def test_a_language_is_chosen_and_kept(talk: Talk) -> None:
    await talk.say(talk.buyer, "/language")
    await talk.press(talk.buyer, "Русский")

    await talk.say(talk.buyer, "/wallet")

    assert "Кошелёк" in await talk.last(talk.buyer)


async def test_the_active_order_is_one_key_away(talk: Talk) -> None:
    await talk.take()
    earlier = await talk.found(talk.buyer, "Order #")

    await talk.press_key(talk.buyer, "⚡️ Active order")
    card = await talk.buyer.last()

    assert "Order #" in words(card)
    assert card["message_id"] > earlier["message_id"]
    assert earlier["message_id"] not in [m["message_id"] for m in await talk.buyer.messages()]


async def test_a_card_stays_when_one_goes_home_from_it(talk: Talk) -> None:
    await talk.take()

    await talk.press(talk.buyer, "🏠 Home")

    assert "OTC desk" in await talk.last(talk.buyer)
    assert has(await talk.found(talk.buyer, "awaiting payment"), "✅ I have paid")


async def test_unexpected_words_are_answered(talk: Talk) -> None:
    await talk.say(talk.buyer, "hello?")

    assert "not expecting text" in await talk.last(talk.buyer)


async def test_groups_are_not_spoken_to(talk: Talk) -> None:
    group = await talk.stage.sandbox.chat("supergroup", "Traders", [(talk.buyer, "member"), ("bot", "member")])
    before = len(await talk.calls())

    await talk.buyer.within(group).send("/start")
    await talk.stage.rest()

    assert len(await talk.calls()) == before


async def test_what_is_published_already_is_not_published_again(talk: Talk) -> None:
    before = len(await talk.stage.sandbox.calls())

    await publish_commands(talk.stage.parts.bot, talk.stage.parts.texts)

    assert not [call for call in await talk.calls(before) if call.startswith("set")]
