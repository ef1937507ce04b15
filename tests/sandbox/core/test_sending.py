"""Sending: what a message carries, and every refusal on the way."""

from typing import Any

import pytest

from bot.sandbox.world import Chat, ChatType, Content, Member, Status, User, World, forum
from bot.sandbox.world.migration import migrate
from tests.sandbox.core.caller import BAD, Caller

BUTTON = {"text": "Buy", "callback_data": "b"}


@pytest.mark.parametrize(
    ("params", "description"),
    [
        ({"text": ""}, "message text is empty"),
        ({"text": " \n "}, "message text is empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "text must be non-empty"),
        ({"text": "x" * 4097}, "message is too long"),
        ({"text": "я" * 16_385}, "text is too long"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            {"text": "a.b", "parse_mode": "MarkdownV2"},
            "can't parse entities: Character '.' is reserved and must be escaped with the preceding '\\'",
        ),
        ({"text": "x", "parse_mode": "RTF"}, "unsupported parse_mode"),
        ({"text": "x", "reply_parameters": {"message_id": 99}}, "message to be replied not found"),
        ({"text": "x", "message_thread_id": 5}, "message thread not found"),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "x" * 65}]]}},
            "BUTTON_DATA_INVALID",
        ),
        (
            {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}},
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        ({"text": "x", "reply_markup": "{"}, "can't parse reply markup JSON object"),
    ],
)
async def test_texts_and_their_company_are_checked(
    bot: Caller, buyer: User, params: dict[str, Any], description: str
) -> None:
    assert await bot.refused("sendMessage", chat_id=buyer.id, **params) == BAD + description


async def test_the_longest_text_passes_after_parsing(bot: Caller, buyer: User) -> None:
    sent = await bot.ok("sendMessage", chat_id=buyer.id, text=f"<b>{'x' * 4096}</b>", parse_mode="HTML")

    assert len(sent["text"]) == 4096


async def test_entities_count_in_utf16(bot: Caller, buyer: User) -> None:
    sent = await bot.ok("sendMessage", chat_id=buyer.id, text="  🎉 <b>paid</b>  ", parse_mode="HTML")

    assert sent["text"] == "🎉 paid"
    assert sent["entities"] == [{"type": "bold", "offset": 3, "length": 4}]


async def test_mentions_by_id_learn_who_they_mean(bot: Caller, buyer: User, seller: User) -> None:
    text = f'<a href="tg://user?id={seller.id}">Sal</a>'

    sent = await bot.ok("sendMessage", chat_id=buyer.id, text=text, parse_mode="HTML")

    assert sent["entities"][0]["user"]["first_name"] == "Sal"


@pytest.mark.parametrize(
    ("chat_id", "code", "description"),
    [
        ("", 400, BAD + "chat_id is empty"),
        (424242, 400, BAD + "chat not found"),
        ("@nobody_here", 400, BAD + "chat not found"),
        ("words", 400, BAD + "chat not found"),
    ],
)
async def test_unknown_chats_are_told(bot: Caller, chat_id: Any, code: int, description: str) -> None:
    answer = await bot.raw("sendMessage", chat_id=chat_id, text="hi")

    assert (answer["error_code"], answer["description"]) == (code, description)


@pytest.mark.parametrize(
    ("person", "description"),
    [
        (User(501, "New"), "Forbidden: bot can't initiate conversation with a user"),
        (User(502, "Cross", started=True, blocked=True), "Forbidden: bot was blocked by the user"),
        (User(503, "Gone", started=True, deactivated=True), "Forbidden: user is deactivated"),
    ],
)
async def test_closed_private_chats_are_forbidden(bot: Caller, world: World, person: User, description: str) -> None:
    world.add_user(person)

    answer = await bot.raw("sendMessage", chat_id=person.id, text="hi")

    assert (answer["error_code"], answer["description"]) == (403, description)


@pytest.mark.parametrize(
    ("kind", "status", "description"),
    [
        (ChatType.GROUP, Status.KICKED, "Forbidden: bot was kicked from the group chat"),
        (ChatType.SUPERGROUP, Status.KICKED, "Forbidden: bot was kicked from the supergroup chat"),
        (ChatType.SUPERGROUP, Status.LEFT, "Forbidden: bot is not a member of the supergroup chat"),
        (ChatType.CHANNEL, Status.LEFT, "Forbidden: bot is not a member of the channel chat"),
        (ChatType.CHANNEL, Status.MEMBER, BAD + "need administrator rights in the channel chat"),
    ],
)
async def test_standing_decides_in_groups_and_channels(
    bot: Caller, world: World, kind: ChatType, status: Status, description: str
) -> None:
    chat = world.add_chat(Chat(-1009, kind, "There", members={world.bot.id: Member(world.bot.id, status)}))

    assert await bot.refused("sendMessage", chat_id=chat.id, text="hi") == description


async def test_a_restricted_bot_may_not_write(bot: Caller, world: World, group: Chat) -> None:
    muted = Member(world.bot.id, Status.RESTRICTED, permissions={"can_send_messages": False})
    group.members[world.bot.id] = muted

    refusal = await bot.refused("sendMessage", chat_id=group.id, text="hi")

    assert refusal == BAD + "have no rights to send a message"


async def test_a_migrated_group_names_its_heir(bot: Caller, world: World, seller: User) -> None:
    members = {world.bot.id: Member(world.bot.id), seller.id: Member(seller.id, Status.CREATOR)}
    old = world.add_chat(Chat(-77, ChatType.GROUP, "Old", members=members))
    heir = migrate(world, old, actor_id=seller.id)

    answer = await bot.raw("sendMessage", chat_id=old.id, text="hi")
    moved = await bot.ok("sendMessage", chat_id=heir.id, text="hi")
    farewell, welcome = await bot.ok("getUpdates")

    assert answer["description"] == BAD + "group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": heir.id}
    assert str(moved["chat"]["id"]).startswith("-100")
    assert farewell["message"]["migrate_to_chat_id"] == heir.id
    assert welcome["message"]["migrate_from_chat_id"] == old.id


async def test_counters_are_shared_by_small_chats_only(
    bot: Caller, world: World, buyer: User, seller: User, group: Chat
) -> None:
    first = await bot.ok("sendMessage", chat_id=buyer.id, text="1")
    apart = await bot.ok("sendMessage", chat_id=group.id, text="2")
    second = await bot.ok("sendMessage", chat_id=seller.id, text="3")

    assert second["message_id"] == first["message_id"] + 1
    assert apart["message_id"] == 2


async def test_channels_are_found_by_name_and_sign_their_posts(bot: Caller, channel: Chat) -> None:
    post = await bot.ok("sendMessage", chat_id="@Desk_News", text="rates")

    assert "from" not in post
    assert post["sender_chat"]["id"] == channel.id


async def test_a_lost_reply_target_may_be_forgiven(bot: Caller, buyer: User) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}

    sent = await bot.ok("sendMessage", chat_id=buyer.id, text="hi", reply_parameters=reply)

    assert "reply_to_message" not in sent


async def test_a_quote_must_be_in_the_message(bot: Caller, buyer: User) -> None:
    first = await bot.ok("sendMessage", chat_id=buyer.id, text="🎉 bank details")
    good = {"message_id": first["message_id"], "quote": "<b>bank</b>", "quote_parse_mode": "HTML"}
    bad = {"message_id": first["message_id"], "quote": "card"}

    quoted = await bot.ok("sendMessage", chat_id=buyer.id, text="which?", reply_parameters=good)
    refusal = await bot.refused("sendMessage", chat_id=buyer.id, text="which?", reply_parameters=bad)

    assert quoted["quote"]["position"] == 3
    assert refusal == BAD + "QUOTE_TEXT_INVALID"


async def test_topics_take_messages_while_open(bot: Caller, world: World, cases: Chat) -> None:
    topic = forum.open_topic(world, cases, world.bot.id, "Order 7")
    forum.close_topic(world, cases, world.bot.id, topic)
    as_admin = await bot.ok("sendMessage", chat_id=cases.id, text="hi", message_thread_id=topic.id)
    cases.members[world.bot.id] = Member(world.bot.id)

    closed = await bot.refused("sendMessage", chat_id=cases.id, text="hi", message_thread_id=topic.id)
    general = await bot.refused("sendMessage", chat_id=cases.id, text="hi", message_thread_id=1)

    assert (as_admin["message_thread_id"], as_admin["is_topic_message"]) == (topic.id, True)
    assert closed == BAD + "TOPIC_CLOSED"
    assert general == BAD + "message thread not found"


async def test_chat_actions_show_until_the_next_message(bot: Caller, world: World, buyer: User) -> None:
    await bot.ok("sendChatAction", chat_id=buyer.id, action="typing")
    shown = dict(world.actions)
    await bot.ok("sendMessage", chat_id=buyer.id, text="done")
    wrong = await bot.refused("sendChatAction", chat_id=buyer.id, action="dancing")

    assert shown[(buyer.id, None)][0] == "typing"
    assert world.actions == {}
    assert wrong == BAD + "wrong parameter action in request"


@pytest.mark.parametrize(
    ("method", "noun"), [("copyMessage", "copy"), ("forwardMessage", "forward"), ("pinChatMessage", "pin")]
)
async def test_what_is_gone_cannot_be_used(bot: Caller, buyer: User, method: str, noun: str) -> None:
    refusal = await bot.refused(method, chat_id=buyer.id, from_chat_id=buyer.id, message_id=99)

    assert refusal == BAD + f"message to {noun} not found"


@pytest.mark.parametrize("method", ["copyMessages", "forwardMessages", "deleteMessages"])
async def test_a_hundred_ids_are_the_most(bot: Caller, buyer: User, method: str) -> None:
    ids = list(range(1, 102))

    refusal = await bot.refused(method, chat_id=buyer.id, from_chat_id=buyer.id, message_ids=ids)

    assert refusal == BAD + "too many message identifiers specified"


async def test_copies_drop_the_keyboard_and_change_the_caption_only(bot: Caller, buyer: User) -> None:
    markup = {"inline_keyboard": [[BUTTON]]}
    original = await bot.ok("sendMessage", chat_id=buyer.id, text="terms", reply_markup=markup)

    copied = await bot.ok(
        "copyMessage", chat_id=buyer.id, from_chat_id=buyer.id, message_id=original["message_id"], caption="x"
    )
    shown = await bot.ok("forwardMessage", chat_id=buyer.id, from_chat_id=buyer.id, message_id=copied["message_id"])

    assert shown["text"] == "terms"
    assert "reply_markup" not in shown


async def test_protected_messages_stay(bot: Caller, buyer: User) -> None:
    sent = await bot.ok("sendMessage", chat_id=buyer.id, text="secret", protect_content=True)

    refusal = await bot.refused(
        "forwardMessage", chat_id=buyer.id, from_chat_id=buyer.id, message_id=sent["message_id"]
    )

    assert refusal == BAD + "the message can't be forwarded"


@pytest.mark.parametrize(
    ("reaction", "description"),
    [
        ([{"type": "emoji", "emoji": "👍"}] * 2, "REACTIONS_TOO_MANY"),
        ([{"type": "emoji", "emoji": "🧾"}], "REACTION_INVALID"),
        ([{"type": "paid"}], "REACTION_INVALID"),
    ],
)
async def test_reactions_are_few_and_listed(
    bot: Caller, world: World, buyer: User, reaction: list[Any], description: str
) -> None:
    message = world.post(world.chat(buyer.id), buyer.id, Content(text="ok"))

    refusal = await bot.refused(
        "setMessageReaction", chat_id=buyer.id, message_id=message.message_id, reaction=reaction
    )

    assert refusal == BAD + description


async def test_a_new_reaction_replaces_the_old_one(bot: Caller, world: World, buyer: User) -> None:
    message = world.post(world.chat(buyer.id), buyer.id, Content(text="ok"))
    where = {"chat_id": buyer.id, "message_id": message.message_id}
    for emoji in ("👍", "❤️"):
        await bot.ok("setMessageReaction", **where, reaction=[{"type": "emoji", "emoji": emoji}])
    replaced = dict(message.reactions)

    await bot.ok("setMessageReaction", **where, reaction=[])

    assert replaced == {world.bot.id: ["❤️"]}
    assert message.reactions == {}
