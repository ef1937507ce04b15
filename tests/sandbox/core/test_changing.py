"""Edits, deletions and pins: what stays possible and what Telegram says when it is not."""

from typing import Any

import pytest

from bot.sandbox.botapi.methods.edits import NOT_MODIFIED
from bot.sandbox.world import Chat, Content, Media, Member, Status, User, World
from tests.sandbox.core.caller import BAD, Caller

MARKUP = {"inline_keyboard": [[{"text": "Buy", "callback_data": "b"}]]}
TWO_DAYS_SECONDS = 48 * 3600


@pytest.fixture
async def sent(bot: Caller, buyer: User) -> dict[str, Any]:
    """A message of the bot with a keyboard, as the arguments that name it."""
    message = await bot.ok("sendMessage", chat_id=buyer.id, text="one", reply_markup=MARKUP)
    return {"chat_id": buyer.id, "message_id": message["message_id"]}


async def test_an_edit_replaces_text_and_keyboard(bot: Caller, world: World, sent: dict[str, Any]) -> None:
    edited = await bot.ok("editMessageText", **sent, text="two")

    message = world.messages.get(sent["chat_id"], sent["message_id"])
    assert edited["text"] == "two"
    assert "reply_markup" not in edited
    assert edited["edit_date"] >= edited["date"]
    assert [version.text for version in message.revisions] == ["one", "two"]


async def test_bots_edit_without_time_limit(bot: Caller, world: World, sent: dict[str, Any]) -> None:
    world.clock.advance(400 * 24 * 3600)

    edited = await bot.ok("editMessageText", **sent, text="much later")

    assert edited["text"] == "much later"


async def test_the_same_again_is_not_modified(bot: Caller, sent: dict[str, Any]) -> None:
    text = await bot.refused("editMessageText", **sent, text=" one ", reply_markup=MARKUP)
    keyboard = await bot.refused("editMessageReplyMarkup", **sent, reply_markup=MARKUP)

    assert text == keyboard == BAD + NOT_MODIFIED


async def test_a_keyboard_alone_leaves_no_edit_mark(bot: Caller, sent: dict[str, Any]) -> None:
    edited = await bot.ok("editMessageReplyMarkup", **sent)

    assert "reply_markup" not in edited
    assert "edit_date" not in edited


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("editMessageText", {"text": "x"}),
        ("editMessageCaption", {"caption": "x"}),
        ("editMessageReplyMarkup", {}),
        ("editMessageMedia", {"media": {"type": "photo", "media": "attach://x"}}),
    ],
)
async def test_what_is_gone_cannot_be_edited(
    bot: Caller, sent: dict[str, Any], method: str, params: dict[str, Any]
) -> None:
    await bot.ok("deleteMessage", **sent)

    assert await bot.refused(method, **sent, **params) == BAD + "message to edit not found"


async def test_others_messages_cannot_be_edited(bot: Caller, world: World, buyer: User) -> None:
    message = world.post(world.chat(buyer.id), buyer.id, Content(text="mine"))

    refusal = await bot.refused("editMessageText", chat_id=buyer.id, message_id=message.message_id, text="x")

    assert refusal == BAD + "message can't be edited"


async def test_each_kind_has_its_own_edit(bot: Caller, world: World, buyer: User, sent: dict[str, Any]) -> None:
    media = Media("photo", world.files.add("photo", b"x", width=1, height=1).key)
    photo = world.post(world.chat(buyer.id), world.bot.id, Content(media=media))

    text = await bot.refused("editMessageText", chat_id=buyer.id, message_id=photo.message_id, text="x")
    caption = await bot.refused("editMessageCaption", **sent, caption="x")
    nameless = await bot.refused("editMessageText", chat_id=buyer.id, text="x")

    assert text == BAD + "there is no text in the message to edit"
    assert caption == BAD + "there is no caption in the message to edit"
    assert nameless == BAD + "message identifier is not specified"


async def test_inline_messages_are_edited_by_their_own_id(bot: Caller, world: World, buyer: User) -> None:
    message = world.post(
        world.chat(buyer.id), buyer.id, Content(text="rate"), via_bot_id=world.bot.id, inline_message_id="in1"
    )

    edited = await bot.ok("editMessageText", inline_message_id="in1", text="new rate")
    unknown = await bot.refused("editMessageText", inline_message_id="in2", text="x")

    assert edited is True
    assert message.content.text == "new rate"
    assert unknown == BAD + "MESSAGE_ID_INVALID"


async def test_own_and_private_messages_can_be_deleted_for_two_days(
    bot: Caller, world: World, buyer: User, sent: dict[str, Any]
) -> None:
    theirs = world.post(world.chat(buyer.id), buyer.id, Content(text="card number"))
    late = world.post(world.chat(buyer.id), buyer.id, Content(text="too late"))
    own = await bot.ok("deleteMessage", **sent)
    private = await bot.ok("deleteMessage", chat_id=buyer.id, message_id=theirs.message_id)
    again = await bot.refused("deleteMessage", **sent)
    world.clock.advance(TWO_DAYS_SECONDS)

    old = await bot.refused("deleteMessage", chat_id=buyer.id, message_id=late.message_id)

    assert (own, private) == (True, True)
    assert again == BAD + "message to delete not found"
    assert old == BAD + "message can't be deleted for everyone"


async def test_in_groups_the_right_decides(bot: Caller, world: World, group: Chat, buyer: User) -> None:
    message = world.post(group, buyer.id, Content(text="spam"))
    where = {"chat_id": group.id, "message_id": message.message_id}
    without = await bot.refused("deleteMessage", **where)
    group.members[world.bot.id] = Member(world.bot.id, Status.ADMINISTRATOR)
    world.clock.advance(TWO_DAYS_SECONDS)

    with_right = await bot.ok("deleteMessage", **where)

    assert without == BAD + "message can't be deleted"
    assert with_right is True


async def test_many_deletions_skip_what_is_unknown(bot: Caller, world: World, sent: dict[str, Any]) -> None:
    ids = [sent["message_id"], sent["message_id"] + 500]

    deleted = await bot.ok("deleteMessages", chat_id=sent["chat_id"], message_ids=ids)

    assert deleted is True
    assert world.messages.get(sent["chat_id"], sent["message_id"]) is None


async def test_pins_need_the_right_and_leave_a_line(bot: Caller, world: World, group: Chat, cases: Chat) -> None:
    refused_in = world.post(group, world.bot.id, Content(text="rules"))
    rules = world.post(cases, world.bot.id, Content(text="rules"))

    refusal = await bot.refused("pinChatMessage", chat_id=group.id, message_id=refused_in.message_id)
    await bot.ok("pinChatMessage", chat_id=cases.id, message_id=rules.message_id)
    pinned = list(cases.pinned)
    line = world.messages.last(cases.id)
    await bot.ok("unpinAllChatMessages", chat_id=cases.id)
    nothing = await bot.refused("unpinChatMessage", chat_id=cases.id)

    assert refusal == BAD + "not enough rights to manage pinned messages in the chat"
    assert pinned == [rules.message_id]
    assert line.content.service["pinned_message"]["message_id"] == rules.message_id
    assert nothing == BAD + "message to unpin not found"
