"""Who people are, how they meet the bot, and what reaches it."""

from __future__ import annotations

import pytest

from tests.sandbox.people.conftest import Bot
from tests.support.sandbox import Person, SandboxClient, SandboxRefused


async def test_person_is_found_by_id_username_and_persona(sandbox: SandboxClient, buyer: Person) -> None:
    screens = [await sandbox.get(f"/sim/as/{name}/chats/bot") for name in (buyer.id, "bea", "@bea", "buyer")]

    assert [screen["chat"]["id"] for screen in screens] == [buyer.id] * 4


async def test_adding_a_person_again_changes_only_the_name(sandbox: SandboxClient, buyer: Person) -> None:
    await sandbox.post("/sim/users", {"id": buyer.id, "first_name": "Beatrix"})

    [known] = (await sandbox.state())["users"]
    assert (known["first_name"], known["username"], known["started"]) == ("Beatrix", "bea", True)


async def test_persona_means_one_person(sandbox: SandboxClient, buyer: Person) -> None:
    again = await sandbox.person("buyer")

    with pytest.raises(SandboxRefused) as refused:
        await sandbox.person("buyer", id=4711)

    assert again.id == buyer.id
    assert refused.value.status == 400


async def test_deleted_account_cannot_be_written_to(bot: Bot, buyer: Person) -> None:
    await buyer.act("deactivate")

    refused = await bot.call("sendMessage", chat_id=buyer.id, text="hello?")

    assert refused["description"] == "Forbidden: user is deactivated"


async def test_bot_cannot_write_before_first_contact(sandbox: SandboxClient, bot: Bot) -> None:
    stranger = await sandbox.person("stranger")

    refused = await bot.call("sendMessage", chat_id=stranger.id, text="hello")

    assert (refused["error_code"], refused["description"]) == (
        403,
        "Forbidden: bot can't initiate conversation with a user",
    )
    assert (await stranger.screen())["started"] is False


async def test_payload_reaches_the_bot_but_not_the_eyes(sandbox: SandboxClient, bot: Bot) -> None:
    guest = await sandbox.person("guest")

    await guest.start("ad-7_X")

    [update] = await bot.drain()
    assert update["message"]["text"] == "/start ad-7_X"
    assert update["message"]["entities"] == [{"type": "bot_command", "offset": 0, "length": 6}]
    assert (await guest.messages())[0]["text"] == "/start"


@pytest.mark.parametrize("payload", ["with blank", "x" * 65, "é"])
async def test_wrong_payloads_are_refused(sandbox: SandboxClient, payload: str) -> None:
    guest = await sandbox.person("guest")

    with pytest.raises(SandboxRefused) as refused:
        await guest.start(payload)

    assert refused.value.status == 400


async def test_blocking_tells_the_bot_and_shuts_it_out(bot: Bot, buyer: Person) -> None:
    await buyer.block()

    [update] = await bot.drain()
    refused = await bot.call("sendMessage", chat_id=buyer.id, text="hello?")
    screen = await buyer.screen()
    assert update["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert refused["description"] == "Forbidden: bot was blocked by the user"
    assert (screen["blocked"], screen["can_write"]) == (True, False)


async def test_restart_lets_the_bot_back_in(bot: Bot, buyer: Person) -> None:
    await buyer.block()
    await buyer.start()

    kinds = [next(key for key in update if key != "update_id") for update in await bot.drain()]
    assert kinds == ["my_chat_member", "my_chat_member", "message"]
    assert await bot.say(buyer, "welcome back") > 0


async def test_blocked_person_cannot_write(buyer: Person) -> None:
    await buyer.block()

    with pytest.raises(SandboxRefused) as refused:
        await buyer.send("hello")

    assert (refused.value.status, refused.value.text) == (403, "you have blocked this bot")


async def test_contact_is_shared_for_its_key(bot: Bot, buyer: Person) -> None:
    keyboard = {"keyboard": [[{"text": "Phone", "request_contact": True}]], "resize_keyboard": True}
    await bot.result("sendMessage", chat_id=buyer.id, text="Who are you?", reply_markup=keyboard)

    await buyer.share_contact()

    [update] = await bot.drain()
    assert update["message"]["contact"]["user_id"] == buyer.id
    assert (await buyer.screen())["reply_keyboard"]["keyboard"] == [[{"text": "Phone", "request_contact": True}]]


async def test_unknown_people_and_chats_are_404(sandbox: SandboxClient, buyer: Person) -> None:
    with pytest.raises(SandboxRefused) as nobody:
        await sandbox.get("/sim/as/ghost/chats")
    with pytest.raises(SandboxRefused) as nowhere:
        await buyer.within(-1001234567890).send("hello")

    assert (nobody.value.status, nowhere.value.status) == (404, 404)


async def test_strangers_do_not_see_a_group(sandbox: SandboxClient, forum: int) -> None:
    stranger = await sandbox.person("stranger")

    with pytest.raises(SandboxRefused) as refused:
        await stranger.within(forum).screen()

    assert refused.value.status == 403
