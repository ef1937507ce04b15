"""Texts, files, albums, edits, deletions, reactions and forwards of people."""

from __future__ import annotations

import base64

import pytest

from tests.sandbox.people.conftest import Bot
from tests.support.sandbox import Person, SandboxClient, SandboxRefused

PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
)


async def test_text_arrives_with_its_entities(bot: Bot, buyer: Person) -> None:
    await buyer.send("  pay at https://bank.example/x 😀 now ")

    [update] = await bot.drain()
    message = update["message"]
    assert message["text"] == "pay at https://bank.example/x 😀 now"
    assert message["entities"] == [{"type": "url", "offset": 7, "length": 22}]
    assert message["from"]["id"] == message["chat"]["id"] == buyer.id


async def test_picture_can_be_fetched_by_both_sides(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    await buyer.send_photo(PICTURE, caption="receipt #1a")

    [update] = await bot.drain()
    message = update["message"]
    path = (await bot.result("getFile", file_id=message["photo"][-1]["file_id"]))["file_path"]
    shown = (await buyer.messages())[-1]
    assert message["caption"] == "receipt #1a"
    assert path.startswith("photos/")
    assert await sandbox.file(shown["photo"]["file_id"]) == PICTURE


async def test_big_picture_of_a_phone_arrives_whole(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    big = PICTURE + bytes(3 * 1024 * 1024)

    await buyer.send_photo(big)

    [update] = await bot.drain()
    assert update["message"]["photo"][-1]["file_size"] == len(big)


async def test_document_keeps_its_name(bot: Bot, buyer: Person) -> None:
    await buyer.send_document(b"%PDF-1.4", "statement.pdf")

    [update] = await bot.drain()
    assert update["message"]["document"]["file_name"] == "statement.pdf"
    assert update["message"]["document"]["mime_type"] == "application/pdf"


async def test_voice_is_a_voice(bot: Bot, buyer: Person) -> None:
    await buyer.send_voice(b"OggS" * 10)

    [update] = await bot.drain()
    assert update["message"]["voice"]["mime_type"] == "audio/ogg"


async def test_album_is_one_message_per_picture(bot: Bot, buyer: Person) -> None:
    await buyer.send_album([PICTURE, PICTURE, PICTURE], caption="proofs")

    messages = [update["message"] for update in await bot.drain()]
    assert len({message["media_group_id"] for message in messages}) == 1
    assert [message.get("caption") for message in messages] == ["proofs", None, None]


async def test_file_that_is_no_picture_is_refused_as_one(buyer: Person) -> None:
    with pytest.raises(SandboxRefused) as refused:
        await buyer.send_photo(b"not a picture")

    assert refused.value.status == 400


async def test_empty_and_endless_texts_are_refused(buyer: Person) -> None:
    with pytest.raises(SandboxRefused) as empty:
        await buyer.send("   ")
    with pytest.raises(SandboxRefused) as endless:
        await buyer.send("x" * 4097)

    assert (empty.value.status, endless.value.status) == (400, 400)


async def test_edit_reaches_the_bot_and_keeps_history(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    sent = await buyer.send("frist")
    await buyer.edit(sent["message_id"], "first")

    updates = await bot.drain()
    versions = await sandbox.get(f"/sim/history/{buyer.id}/{sent['message_id']}")
    assert updates[-1]["edited_message"]["text"] == "first"
    assert [version["text"] for version in versions] == ["frist", "first"]
    assert (await buyer.messages())[-1]["edit_date"] is not None


async def test_only_own_messages_can_be_edited(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "the bot's words")

    with pytest.raises(SandboxRefused) as refused:
        await buyer.edit(message_id, "mine")

    assert refused.value.status == 403


async def test_deleted_messages_vanish_but_stay_in_history(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "secret")
    await buyer.delete(message_id)

    screen = await buyer.screen()
    [version] = await sandbox.get(f"/sim/history/{buyer.id}/{message_id}")
    refused = await bot.call("editMessageText", chat_id=buyer.id, message_id=message_id, text="late")
    assert message_id in screen["deleted"]
    assert message_id not in [message["message_id"] for message in screen["messages"]]
    assert (version["text"], version["deleted"]) == ("secret", True)
    assert refused["description"] == "Bad Request: message to edit not found"


async def test_reactions_are_counted_and_told_on_request(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "done")
    await bot.updates(allowed_updates=["message", "message_reaction"])

    await buyer.react(message_id, "👍")
    await buyer.react(message_id, None)

    given, taken = [update["message_reaction"] for update in await bot.drain()]
    assert given["new_reaction"] == [{"type": "emoji", "emoji": "👍"}]
    assert (taken["old_reaction"], taken["new_reaction"]) == (given["new_reaction"], [])


async def test_forward_names_its_origin(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "quote me")

    await buyer.forward(message_id)

    [update] = await bot.drain()
    assert update["message"]["forward_origin"]["sender_user"]["is_bot"] is True
    assert (await buyer.messages())[-1]["forward_from"] == {"name": "otcdesk"}


async def test_protected_messages_cannot_be_forwarded(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "account 123", protect_content=True)

    with pytest.raises(SandboxRefused) as refused:
        await buyer.forward(message_id)

    assert refused.value.status == 403


async def test_reply_shows_what_it_answers(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "How much?")
    await buyer.send("100", reply_to=message_id)

    [update] = await bot.drain()
    shown = (await buyer.messages())[-1]["reply_to"]
    assert update["message"]["reply_to_message"]["message_id"] == message_id
    assert shown == {"message_id": message_id, "name": "otcdesk", "text": "How much?"}
