"""Inline mode: a question typed in any chat, results, and the one that is sent."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from tests.sandbox.people.conftest import Bot
from tests.support.sandbox import Json, Person, SandboxRefused

AD: dict[str, Any] = {
    "type": "article",
    "id": "ad-7",
    "title": "Buy 250 USDT",
    "description": "1.01",
    "input_message_content": {"message_text": "<b>Ad 7</b>", "parse_mode": "HTML"},
    "reply_markup": {"inline_keyboard": [[{"text": "Take", "callback_data": "take:7"}]]},
}


async def offered(bot: Bot, person: Person, words: str) -> list[Json]:
    """The person types while the bot answers."""
    asking = asyncio.create_task(person.inline(words))
    [update] = await bot.updates(timeout=5)
    await bot.result("answerInlineQuery", inline_query_id=update["inline_query"]["id"], results=[AD])
    return await asking


async def test_results_are_listed_and_the_chosen_one_is_sent(bot: Bot, buyer: Person, forum: int) -> None:
    results = await offered(bot, buyer.within(forum), "ad")

    await buyer.within(forum).choose("ad-7")

    message = (await buyer.within(forum).messages())[-1]
    kinds = [next(key for key in update if key != "update_id") for update in await bot.drain()]
    assert [(each["id"], each["title"], each["text"]) for each in results] == [("ad-7", "Buy 250 USDT", "Ad 7")]
    assert (message["text"], message["via_bot"], message["from"]["id"]) == ("Ad 7", "otcdesk_bot", buyer.id)
    assert sorted(kinds) == ["chosen_inline_result", "message"]


async def test_button_of_a_result_knows_only_the_result(bot: Bot, buyer: Person, seller: Person, forum: int) -> None:
    await offered(bot, buyer.within(forum), "ad")
    sent = await buyer.within(forum).choose("ad-7")
    await bot.drain()

    await seller.within(forum).press("Take")

    [update] = await bot.drain()
    query = update["callback_query"]
    assert (query["inline_message_id"], query["data"]) == (sent["inline_message_id"], "take:7")
    assert "message" not in query


async def test_nothing_can_be_chosen_before_an_answer(buyer: Person) -> None:
    asked = await buyer.act("inline", query="ad", wait_ms=0)

    with pytest.raises(SandboxRefused) as refused:
        await buyer.choose("ad-7")

    assert (asked["answered"], asked["results"]) == (False, [])
    assert refused.value.status == 404
