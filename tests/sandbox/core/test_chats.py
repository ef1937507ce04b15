"""Chats, members and topics: standing, rights, and the updates and grey lines they bring."""

from typing import Any

import pytest

from bot.sandbox.world import Chat, ChatType, Content, Member, Status, User, World, membership
from tests.sandbox.core.caller import BAD, Caller


async def test_a_ban_is_told_to_an_admin_who_asked(bot: Caller, world: World, cases: Chat, buyer: User) -> None:
    await bot.ok("getUpdates", allowed_updates=["message", "chat_member", "my_chat_member"])

    await bot.ok("banChatMember", chat_id=cases.id, user_id=buyer.id, until_date=world.clock.now() + 3600)
    updates = await bot.ok("getUpdates")

    change = updates[0]["chat_member"]
    assert (change["old_chat_member"]["status"], change["new_chat_member"]["status"]) == ("member", "kicked")
    assert change["new_chat_member"]["until_date"] > 0
    assert updates[1]["message"]["left_chat_member"]["id"] == buyer.id


@pytest.mark.parametrize(("only_if_banned", "status"), [(True, Status.MEMBER), (False, Status.LEFT)])
async def test_unbanning_a_member_removes_them_unless_told_not_to(
    bot: Caller, cases: Chat, buyer: User, only_if_banned: bool, status: Status
) -> None:
    await bot.ok("unbanChatMember", chat_id=cases.id, user_id=buyer.id, only_if_banned=only_if_banned)

    assert cases.member(buyer.id).status is status


async def test_granting_everything_lifts_a_restriction(bot: Caller, cases: Chat, buyer: User) -> None:
    where = {"chat_id": cases.id, "user_id": buyer.id}
    await bot.ok("restrictChatMember", **where, permissions={"can_send_messages": True})
    restricted = cases.member(buyer.id).status
    everything = (await bot.ok("getChat", chat_id=cases.id))["permissions"]

    await bot.ok("restrictChatMember", **where, permissions=everything)

    assert restricted is Status.RESTRICTED
    assert cases.member(buyer.id).status is Status.MEMBER


@pytest.mark.parametrize(
    ("method", "during", "after"),
    [("restrictChatMember", "restricted", "member"), ("banChatMember", "kicked", "left")],
)
async def test_what_has_an_end_comes_to_it(
    bot: Caller, world: World, cases: Chat, buyer: User, method: str, during: str, after: str
) -> None:
    where = {"chat_id": cases.id, "user_id": buyer.id}
    await bot.ok(method, **where, permissions={}, until_date=world.clock.now() + 3600)
    before_the_end = await bot.ok("getChatMember", **where)
    world.clock.advance(3601)

    after_the_end = await bot.ok("getChatMember", **where)

    assert (before_the_end["status"], after_the_end["status"]) == (during, after)


@pytest.mark.parametrize("method", ["banChatMember", "restrictChatMember", "unbanChatMember"])
async def test_members_are_managed_by_right_only(
    bot: Caller, world: World, group: Chat, cases: Chat, buyer: User, seller: User, method: str
) -> None:
    without = await bot.refused(method, chat_id=group.id, user_id=buyer.id, permissions={})
    owner = await bot.refused(method, chat_id=cases.id, user_id=seller.id, permissions={})
    itself = await bot.refused(method, chat_id=cases.id, user_id=world.bot.id, permissions={})
    stranger = await bot.refused(method, chat_id=cases.id, user_id=987654321, permissions={})

    assert without == BAD + "not enough rights to restrict/unrestrict chat member"
    assert owner == BAD + "can't remove chat owner"
    assert itself == BAD + "can't restrict self"
    assert stranger == BAD + "PARTICIPANT_ID_INVALID"


async def test_links_need_the_right(bot: Caller, group: Chat, cases: Chat) -> None:
    link = await bot.ok("createChatInviteLink", chat_id=cases.id, creates_join_request=True)
    both = await bot.refused("createChatInviteLink", chat_id=cases.id, creates_join_request=True, member_limit=1)
    without = await bot.refused("createChatInviteLink", chat_id=group.id)

    assert link["invite_link"].startswith("https://t.me/+")
    assert both == BAD + "member limit can't be specified for links requiring administrator approval"
    assert without == BAD + "not enough rights to manage chat invite link"


async def test_leaving_tells_the_bot_itself(bot: Caller, world: World, group: Chat) -> None:
    await bot.ok("leaveChat", chat_id=group.id)

    change, line = await bot.ok("getUpdates")
    refusal = await bot.refused("getChat", chat_id=group.id)

    assert change["my_chat_member"]["new_chat_member"]["status"] == "left"
    assert line["message"]["left_chat_member"]["id"] == world.bot.id
    assert refusal == "Forbidden: bot is not a member of the supergroup chat"


async def test_being_kicked_is_seen_once_more(bot: Caller, world: World, group: Chat, seller: User) -> None:
    membership.set_member(world, group, Member(world.bot.id, Status.KICKED), actor_id=seller.id)
    world.announce(world.post(group, seller.id, Content(text="/rate")))

    change, line = await bot.ok("getUpdates")

    assert change["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert line["message"]["left_chat_member"]["is_bot"] is True


async def test_blocking_looks_like_kicking(bot: Caller, world: World, buyer: User) -> None:
    membership.set_blocked(world, buyer.id, blocked=True)
    membership.set_blocked(world, buyer.id, blocked=True)
    membership.set_blocked(world, buyer.id, blocked=False)

    blocked, unblocked = await bot.ok("getUpdates")

    assert blocked["my_chat_member"]["new_chat_member"]["status"] == "kicked"
    assert unblocked["my_chat_member"]["new_chat_member"]["status"] == "member"


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("hello all", False),
        ("/rate", True),
        ("/rate@otcdesk_bot now", True),
        ("/rate@other_bot", False),
        ("ask @otcdesk_bot", True),
    ],
)
async def test_privacy_mode_hides_small_talk(world: World, group: Chat, buyer: User, text: str, seen: bool) -> None:
    update_id = world.announce(world.post(group, buyer.id, Content(text=text)))

    assert (update_id is not None) is seen


async def test_replies_to_the_bot_reach_it_and_admins_hear_all(
    world: World, group: Chat, cases: Chat, buyer: User
) -> None:
    question = world.post(group, world.bot.id, Content(text="which bank?"))

    reply = world.announce(world.post(group, buyer.id, Content(text="any"), reply_to_id=question.message_id))
    talk = world.announce(world.post(cases, buyer.id, Content(text="anything")))

    assert reply is not None
    assert talk is not None


async def test_the_admins_are_listed(bot: Caller, world: World, cases: Chat, buyer: User) -> None:
    admins = await bot.ok("getChatAdministrators", chat_id=cases.id)
    private = await bot.refused("getChatAdministrators", chat_id=buyer.id)

    assert {admin["user"]["id"] for admin in admins} >= {world.bot.id}
    assert private == BAD + "there are no administrators in the private chat"


@pytest.mark.parametrize(
    ("method", "params", "description"),
    [
        ("createForumTopic", {"name": " "}, "topic name must be non-empty"),
        ("createForumTopic", {"name": "x" * 129}, "topic name is too long"),
        ("createForumTopic", {"name": "x", "icon_color": 5}, "invalid icon color specified"),
        ("editForumTopic", {"message_thread_id": 77, "name": "x"}, "message thread not found"),
        ("closeForumTopic", {"message_thread_id": 77}, "message thread not found"),
        ("deleteForumTopic", {"message_thread_id": 77}, "message thread not found"),
    ],
)
async def test_topics_are_checked(
    bot: Caller, cases: Chat, method: str, params: dict[str, Any], description: str
) -> None:
    assert await bot.refused(method, chat_id=cases.id, **params) == BAD + description


async def test_the_same_topic_again_is_not_modified(bot: Caller, cases: Chat) -> None:
    topic = await bot.ok("createForumTopic", chat_id=cases.id, name="Order 7")
    where = {"chat_id": cases.id, "message_thread_id": topic["message_thread_id"]}

    name = await bot.refused("editForumTopic", **where, name="Order 7")
    open_already = await bot.refused("reopenForumTopic", **where)
    await bot.ok("closeForumTopic", **where)
    closed_already = await bot.refused("closeForumTopic", **where)

    assert name == open_already == closed_already == BAD + "TOPIC_NOT_MODIFIED"


async def test_topics_need_a_forum_and_the_right(bot: Caller, world: World, group: Chat, cases: Chat) -> None:
    plain = await bot.refused("createForumTopic", chat_id=group.id, name="x")
    cases.members[world.bot.id] = Member(world.bot.id)

    without = await bot.refused("createForumTopic", chat_id=cases.id, name="x")

    assert plain == BAD + "the chat is not a forum"
    assert without == BAD + "not enough rights to create a topic"


async def test_a_deleted_topic_takes_its_messages_along(bot: Caller, world: World, cases: Chat) -> None:
    topic = await bot.ok("createForumTopic", chat_id=cases.id, name="Order 7")
    thread = topic["message_thread_id"]
    sent = await bot.ok("sendMessage", chat_id=cases.id, text="case", message_thread_id=thread)

    await bot.ok("deleteForumTopic", chat_id=cases.id, message_thread_id=thread)
    edit = await bot.refused("editMessageText", chat_id=cases.id, message_id=sent["message_id"], text="x")
    write = await bot.refused("sendMessage", chat_id=cases.id, text="x", message_thread_id=thread)

    assert edit == BAD + "message to edit not found"
    assert write == BAD + "message thread not found"


async def test_in_topics_everything_replies_to_the_opening_line(
    bot: Caller, world: World, cases: Chat, buyer: User
) -> None:
    topic = await bot.ok("createForumTopic", chat_id=cases.id, name="Order 7")
    world.announce(world.post(cases, buyer.id, Content(text="proof"), thread_id=topic["message_thread_id"]))

    *_, update = await bot.ok("getUpdates")

    assert update["message"]["reply_to_message"]["forum_topic_created"]["name"] == "Order 7"
    assert "reply_to_message" not in update["message"]["reply_to_message"]


async def test_channel_posts_reach_admins_only(world: World, channel: Chat) -> None:
    closed = world.add_chat(Chat(-1001000000009, ChatType.CHANNEL, "Other"))

    heard = world.announce(world.post(channel, None, Content(text="news")))
    unheard = world.announce(world.post(closed, None, Content(text="news")))

    assert heard is not None
    assert unheard is None
