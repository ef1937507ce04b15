"""Groups, forums with their topics, and channels, from the members' side."""

from __future__ import annotations

import pytest

from tests.sandbox.people.conftest import Bot
from tests.support.sandbox import Person, SandboxClient, SandboxRefused


async def test_topic_is_listed_after_general_with_its_unread(bot: Bot, buyer: Person, forum: int) -> None:
    topic = await bot.result("createForumTopic", chat_id=forum, name="#D7K2", icon_color=0xFFD67E)
    thread = topic["message_thread_id"]
    await bot.result("sendMessage", chat_id=forum, message_thread_id=thread, text="dossier")

    screen = await buyer.within(forum).screen()

    assert [(each["id"], each["name"], each["closed"]) for each in screen["topics"]] == [
        (1, "General", False),
        (thread, "#D7K2", False),
    ]
    assert screen["topics"][1]["unread"] == 2
    assert screen["messages"][-1]["thread"] == thread


async def test_member_writes_into_a_topic(bot: Bot, buyer: Person, forum: int) -> None:
    thread = (await bot.result("createForumTopic", chat_id=forum, name="Case"))["message_thread_id"]

    await buyer.within(forum, thread).send("here is my proof")

    update = (await bot.drain())[-1]
    assert update["message"]["message_thread_id"] == thread
    assert update["message"]["is_topic_message"] is True


async def test_closed_topic_is_for_its_keepers_only(bot: Bot, buyer: Person, seller: Person, forum: int) -> None:
    thread = (await bot.result("createForumTopic", chat_id=forum, name="Case"))["message_thread_id"]
    await bot.result("closeForumTopic", chat_id=forum, message_thread_id=thread)

    with pytest.raises(SandboxRefused) as refused:
        await buyer.within(forum, thread).send("one more thing")
    sent = await seller.within(forum, thread).send("final")

    topics = (await buyer.within(forum).screen())["topics"]
    lines = [message["service"]["text"] for message in await buyer.within(forum).messages() if message["service"]]
    assert (refused.value.status, refused.value.text) == (403, "this topic is closed")
    assert sent["message_id"] > thread
    assert topics[1]["closed"] is True
    assert lines[-1] == "otcdesk closed the topic"


async def test_unknown_topic_is_404(buyer: Person, forum: int) -> None:
    with pytest.raises(SandboxRefused) as refused:
        await buyer.within(forum, 4711).send("hello?")

    assert refused.value.status == 404


async def test_anybody_in_the_group_may_press(bot: Bot, buyer: Person, seller: Person, forum: int) -> None:
    button = {"text": "Claim", "callback_data": "claim:7"}
    await bot.say(buyer.within(forum), "Case 7", [button])

    await buyer.within(forum).press("Claim")
    await seller.within(forum).press("Claim")

    pressed_by = [update["callback_query"]["from"]["id"] for update in await bot.drain() if "callback_query" in update]
    assert pressed_by == [buyer.id, seller.id]


async def test_admins_carry_their_tag(sandbox: SandboxClient, buyer: Person, seller: Person, forum: int) -> None:
    titled = {"user": buyer.id, "status": "administrator", "custom_title": "arbitrator"}
    await sandbox.post(f"/sim/chats/{forum}/members", titled)
    await buyer.within(forum).send("ruling")
    await seller.within(forum).send("agreed")

    ruling, agreed = (await seller.within(forum).messages())[-2:]

    assert (ruling["from"]["tag"], agreed["from"]["tag"]) == ("arbitrator", "owner")
    assert (ruling["outgoing"], agreed["outgoing"]) == (False, True)


async def test_joining_and_leaving_leave_grey_lines(sandbox: SandboxClient, buyer: Person, forum: int) -> None:
    guest = await sandbox.person("guest", first_name="Gus")
    await sandbox.set_member(forum, guest, "member")
    await sandbox.set_member(forum, guest, "left")

    lines = [message["service"]["text"] for message in await buyer.within(forum).messages() if message["service"]]

    assert lines == ["Gus joined", "Gus left"]
    with pytest.raises(SandboxRefused):
        await guest.within(forum).screen()


async def test_bot_hears_of_its_own_promotion(sandbox: SandboxClient, bot: Bot, seller: Person) -> None:
    group = await sandbox.chat("supergroup", "Desk", [(seller, "creator")])
    await sandbox.set_member(group, "bot", "member")
    await sandbox.set_member(group, "bot", "administrator")

    changes = [update["my_chat_member"] for update in await bot.drain() if "my_chat_member" in update]

    assert [change["new_chat_member"]["status"] for change in changes] == ["member", "administrator"]
    assert changes[0]["from"]["id"] == seller.id


async def test_privacy_hides_small_talk_from_a_plain_member(sandbox: SandboxClient, bot: Bot, buyer: Person) -> None:
    group = await sandbox.chat("supergroup", "Talk", [("bot", "member"), (buyer, "creator")])
    talk = await buyer.within(group).send("nice weather")
    command = await buyer.within(group).send("/help@otcdesk_bot")

    texts = [update["message"]["text"] for update in await bot.drain()]

    assert (talk["update_id"], texts) == (None, ["/help@otcdesk_bot"])
    assert command["update_id"] is not None


async def test_channel_is_read_only_for_its_readers(
    sandbox: SandboxClient, bot: Bot, buyer: Person, seller: Person
) -> None:
    channel = await sandbox.chat("channel", "Ads", [("bot", "administrator"), (seller, "creator"), (buyer, "member")])
    await bot.result("sendMessage", chat_id=channel, text="BUY 250 USDT")

    with pytest.raises(SandboxRefused) as refused:
        await buyer.within(channel).send("me!")

    screen = await buyer.within(channel).screen()
    assert refused.value.text == screen["write_reason"] == "only admins can post in this channel"
    assert (screen["messages"][-1]["from"], screen["messages"][-1]["views"]) == (None, 1)


async def test_inbox_counts_unread_until_read(bot: Bot, buyer: Person, forum: int) -> None:
    await bot.result("sendMessage", chat_id=forum, text="one")
    await bot.say(buyer, "two")
    await buyer.within(forum).act("read")

    rows = await buyer.sandbox.get(f"/sim/as/{buyer.id}/chats")

    assert [(row["id"], row["title"], row["unread"]) for row in rows] == [
        (buyer.id, "otcdesk", 1),
        (forum, "Cases", 0),
    ]
    assert rows[0]["last"]["text"] == "two"


async def test_pins_commands_and_typing_are_on_the_screen(bot: Bot, buyer: Person) -> None:
    message_id = await bot.say(buyer, "rules")
    await bot.result("pinChatMessage", chat_id=buyer.id, message_id=message_id)
    await bot.result("setMyCommands", commands=[{"command": "buy", "description": "Buy"}])
    await bot.result("sendChatAction", chat_id=buyer.id, action="typing")

    screen = await buyer.screen()

    assert screen["pinned"] == [message_id]
    assert screen["commands"] == [{"command": "buy", "description": "Buy"}]
    assert screen["action"]["action"] == "typing"


async def test_keeper_handles_topics_by_hand(bot: Bot, buyer: Person, seller: Person, forum: int) -> None:
    made = await seller.within(forum).act("topic", do="create", name="Risk")
    await seller.within(forum).act("topic", do="close", thread=made["thread"])

    with pytest.raises(SandboxRefused) as refused:
        await buyer.within(forum).act("topic", do="reopen", thread=made["thread"])

    services = [update["message"] for update in await bot.drain()]
    assert services[0]["forum_topic_created"]["name"] == "Risk"
    assert "forum_topic_closed" in services[1]
    assert refused.value.status == 403


async def test_pin_by_a_person_is_told_to_the_bot(bot: Bot, buyer: Person, seller: Person, forum: int) -> None:
    message_id = await bot.say(seller.within(forum), "board")

    pinned = await seller.within(forum).act("pin", message_id=message_id)
    with pytest.raises(SandboxRefused) as refused:
        await buyer.within(forum).act("unpin", message_id=message_id)

    [update] = await bot.drain()
    assert (pinned["pinned"], refused.value.status) == ([message_id], 403)
    assert update["message"]["pinned_message"]["message_id"] == message_id


async def test_upgraded_group_tells_its_new_id(sandbox: SandboxClient, bot: Bot, seller: Person) -> None:
    group = await sandbox.chat("group", "Small", [("bot", "member"), (seller, "creator")])
    upgraded = await sandbox.post(f"/sim/chats/{group}/upgrade")

    refused = await bot.call("sendMessage", chat_id=group, text="hello")

    assert refused["parameters"] == {"migrate_to_chat_id": upgraded["id"]}
    assert (await bot.result("sendMessage", chat_id=upgraded["id"], text="hello"))["chat"]["type"] == "supergroup"
