"""Whatever a bot sends, the answer is a refusal or a result, never the sandbox's own failure."""

from typing import Any

import pytest

from bot.sandbox.world import Chat, Content, User, World
from tests.sandbox.core.caller import Caller

NONSENSE: list[Any] = [
    *("", "x", "{", "[1]", "\ud800", "http://[", "attach://", 2**70, -1, 1.5, True),
    *({}, {"a": 1}, {"type": []}, {"url": 5}, {"message_id": [1]}, {"inline_keyboard": [[5]]}, {"keyboard": [[None]]}),
    *([], [1], [[]], [{}], ["a"], [{"type": "bold", "offset": "x", "length": {}}]),
    *([{"type": "text_mention", "offset": 0, "length": 1, "user": 5}], [{"type": "photo", "media": {}}]),
    *([{"type": "article", "id": 5, "title": [], "input_message_content": 5}], [{"command": 5}]),
    *({"type": "web_app", "web_app": 5}, {"type": "chat", "chat_id": []}, {"type": "photo", "media": 5}),
]


@pytest.mark.parametrize(
    ("method", "field"),
    [
        *(("sendMessage", name) for name in ("chat_id", "text", "entities", "reply_parameters", "reply_markup")),
        *(("sendMessage", name) for name in ("parse_mode", "message_thread_id", "link_preview_options")),
        *(("sendPhoto", name) for name in ("photo", "caption", "caption_entities")),
        *(("sendMediaGroup", "media"), ("editMessageMedia", "media"), ("setMessageReaction", "reaction")),
        *(("editMessageText", name) for name in ("message_id", "reply_markup", "inline_message_id")),
        *(("copyMessages", "message_ids"), ("deleteMessages", "message_ids"), ("copyMessage", "from_chat_id")),
        *(("answerCallbackQuery", "url"), ("answerInlineQuery", "results"), ("answerInlineQuery", "button")),
        *(("restrictChatMember", "permissions"), ("restrictChatMember", "user_id"), ("getFile", "file_id")),
        *(("setMyCommands", "commands"), ("setMyCommands", "scope"), ("setChatMenuButton", "menu_button")),
        *(("setWebhook", "url"), ("setWebhook", "allowed_updates"), ("createForumTopic", "icon_color")),
        *(("getUpdates", "offset"), ("getUpdates", "limit"), ("createChatInviteLink", "member_limit")),
    ],
)
async def test_nonsense_is_refused_politely(
    bot: Caller, world: World, cases: Chat, buyer: User, method: str, field: str
) -> None:
    message = world.post(cases, world.bot.id, Content(text="one"))
    asked = world.queries.open_inline(buyer.id, "", "", world.clock.now_ms())
    sensible = {
        "chat_id": cases.id,
        "from_chat_id": cases.id,
        "message_id": message.message_id,
        "text": "hi",
        "user_id": buyer.id,
        "name": "topic",
        "commands": [{"command": "start", "description": "Open"}],
        "inline_query_id": asked.id,
    }

    answers = [await bot.raw(method, **(sensible | {field: junk})) for junk in NONSENSE]

    assert [answer for answer in answers if answer.get("error_code") == 500] == []
