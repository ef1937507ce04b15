"""Pressed buttons and inline queries are answered once, soon, and within their limits."""

from typing import Any

import pytest

from bot.sandbox.world import Content, User, World
from bot.sandbox.world.payloads import callback_payload
from bot.sandbox.world.queries import CallbackQuery, InlineQuery
from tests.sandbox.core.caller import BAD, Caller

TOO_OLD = BAD + "query is too old and response timeout expired or query ID is invalid"


@pytest.fixture
def press(world: World, buyer: User) -> CallbackQuery:
    message = world.post(world.chat(buyer.id), world.bot.id, Content(text="offer"))
    return world.queries.open_callback(
        buyer.id, "buy", world.clock.now_ms(), chat_id=buyer.id, message_id=message.message_id
    )


@pytest.fixture
def asked(world: World, buyer: User) -> InlineQuery:
    return world.queries.open_inline(buyer.id, "usdt", "", world.clock.now_ms())


def article(id_: str, **changes: Any) -> dict[str, Any]:
    content = {"message_text": "<b>rate</b>", "parse_mode": "HTML"}
    return {"type": "article", "id": id_, "title": "Rate", "input_message_content": content, **changes}


async def test_one_press_takes_one_answer(bot: Caller, press: CallbackQuery) -> None:
    params = {"callback_query_id": press.id, "cache_time": 99_999_999}

    await bot.ok("answerCallbackQuery", **params, text="taken", show_alert=True)
    again = await bot.refused("answerCallbackQuery", **params)

    assert (press.answer.text, press.answer.show_alert) == ("taken", True)
    assert press.answer.cache_seconds == 30 * 24 * 3600
    assert again == TOO_OLD


async def test_late_and_unknown_answers_are_too_old(bot: Caller, world: World, press: CallbackQuery) -> None:
    world.clock.advance(16)

    late = await bot.refused("answerCallbackQuery", callback_query_id=press.id)
    unknown = await bot.refused("answerCallbackQuery", callback_query_id="1")

    assert late == unknown == TOO_OLD


@pytest.mark.parametrize(
    ("params", "description"),
    [({"text": "x" * 201}, "MESSAGE_TOO_LONG"), ({"url": "https://desk.example"}, "URL_INVALID")],
)
async def test_answers_have_limits(bot: Caller, press: CallbackQuery, params: dict[str, str], description: str) -> None:
    assert await bot.refused("answerCallbackQuery", callback_query_id=press.id, **params) == BAD + description
    assert press.answer is None


async def test_a_press_on_a_deleted_message_has_no_date(world: World, press: CallbackQuery) -> None:
    world.erase(world.messages.get(press.chat_id, press.message_id))

    payload = callback_payload(world, press)

    assert payload["message"]["date"] == 0
    assert payload["message"]["message_id"] == press.message_id
    assert "text" not in payload["message"]


async def test_inline_results_are_parsed_and_kept(bot: Caller, asked: InlineQuery) -> None:
    markup = {"inline_keyboard": [[{"text": "Take", "callback_data": "t"}]]}
    results = [article("1", reply_markup=markup), article("2")]

    await bot.ok("answerInlineQuery", inline_query_id=asked.id, results=results, next_offset="2")

    content = asked.results[0]["input_message_content"]
    assert (content["message_text"], content["entities"][0]["type"]) == ("rate", "bold")
    assert asked.results[0]["reply_markup"] == markup
    assert (asked.next_offset, asked.cache_seconds) == ("2", 300)


@pytest.mark.parametrize(
    ("results", "description"),
    [
        ([article(str(n)) for n in range(51)], "too many inline query results specified"),
        ([article("1"), article("1")], "RESULT_ID_DUPLICATE"),
        ([article("x" * 65)], "RESULT_ID_INVALID"),
        ([article("")], "RESULT_ID_INVALID"),
        ([article("1", input_message_content={"message_text": " "})], "message text is empty"),
    ],
)
async def test_inline_results_have_limits(
    bot: Caller, asked: InlineQuery, results: list[Any], description: str
) -> None:
    assert await bot.refused("answerInlineQuery", inline_query_id=asked.id, results=results) == BAD + description


async def test_inline_answers_come_within_ten_seconds(bot: Caller, world: World, asked: InlineQuery) -> None:
    world.clock.advance(11)

    assert await bot.refused("answerInlineQuery", inline_query_id=asked.id, results=[]) == TOO_OLD


async def test_unknown_result_kinds_are_named_not_swallowed(bot: Caller, asked: InlineQuery) -> None:
    results = [{"type": "venue", "id": "1"}]

    answer = await bot.raw("answerInlineQuery", inline_query_id=asked.id, results=results)

    assert answer["error_code"] == 501
