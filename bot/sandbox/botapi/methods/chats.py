"""What the bot may know of a chat, links into it, and leaving it."""

import secrets
from dataclasses import replace
from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.targets import readable_chat, require_right, user_named
from bot.sandbox.world import Chat, ChatType, Status, World
from bot.sandbox.world.chats import PERMISSIONS
from bot.sandbox.world.membership import set_member
from bot.sandbox.world.payloads import chat_payload, member_payload, message_payload, user_payload

LINK_NAME_MAX_CHARACTERS = 32


async def get_chat(context: Context, params: Params) -> dict[str, Any]:
    world = context.world
    chat = readable_chat(world, params)
    body = chat_payload(world, chat) | {
        "accent_color_id": abs(chat.id) % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            **dict.fromkeys(("unlimited_gifts", "limited_gifts", "unique_gifts"), False),
            **dict.fromkeys(("premium_subscription", "gifts_from_channels"), False),
        },
    }
    if "username" in body:
        body["active_usernames"] = [body["username"]]
    if chat.description:
        body["description"] = chat.description
    if chat.is_group:
        body["permissions"] = {name: chat.permissions.get(name, True) for name in PERMISSIONS}
    pinned = world.messages.get(chat.id, chat.pinned[0]) if chat.pinned else None
    if pinned is not None:
        body["pinned_message"] = message_payload(world, pinned, with_reply=False)
    return body


async def get_chat_member(context: Context, params: Params) -> dict[str, Any]:
    world = context.world
    chat = readable_chat(world, params)
    user_id = user_named(params)
    if user_id not in world.users:
        raise bad_request("PARTICIPANT_ID_INVALID")
    member = chat.member(user_id)
    if chat.type is ChatType.PRIVATE:
        member = replace(member, status=Status.MEMBER)
    return member_payload(world, chat, member)


async def get_chat_member_count(context: Context, params: Params) -> int:
    chat = readable_chat(context.world, params)
    return 2 if chat.type is ChatType.PRIVATE else len(chat.present())


async def get_chat_administrators(context: Context, params: Params) -> list[dict[str, Any]]:
    """Other bots are left out, this one is listed."""
    world = context.world
    chat = readable_chat(world, params)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("there are no administrators in the private chat")
    admins = [member for member in chat.members.values() if member.is_admin]
    return [
        member_payload(world, chat, member)
        for member in admins
        if not world.user(member.user_id).is_bot or member.user_id == world.bot.id
    ]


async def create_chat_invite_link(context: Context, params: Params) -> dict[str, Any]:
    world = context.world
    chat = _group_or_channel(world, params)
    require_right(world, chat, "can_invite_users", "manage chat invite link")
    name = params.text("name")
    if len(name) > LINK_NAME_MAX_CHARACTERS:
        raise bad_request("invite link name is too long")
    by_request, limit = params.boolean("creates_join_request"), params.integer("member_limit")
    if by_request and limit:
        raise bad_request("member limit can't be specified for links requiring administrator approval")
    if not 0 <= limit <= 99_999:
        raise bad_request("invalid member limit specified")
    link: dict[str, Any] = {
        "invite_link": f"https://t.me/+{secrets.token_urlsafe(12)}",
        "creator": user_payload(world.bot),
        "creates_join_request": by_request,
        "is_primary": False,
        "is_revoked": False,
    }
    optional = {"name": name, "expire_date": params.integer("expire_date"), "member_limit": limit}
    link |= {field: value for field, value in optional.items() if value}
    chat.invite_links.append(link)
    return link


async def leave_chat(context: Context, params: Params) -> bool:
    world = context.world
    chat = _group_or_channel(world, params)
    own = replace(chat.member(world.bot.id), status=Status.LEFT)
    set_member(world, chat, own, actor_id=world.bot.id)
    return True


def _group_or_channel(world: World, params: Params) -> Chat:
    chat = readable_chat(world, params)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    return chat


METHODS: dict[str, Method] = {
    "getChat": get_chat,
    "getChatMember": get_chat_member,
    "getChatMemberCount": get_chat_member_count,
    "getChatAdministrators": get_chat_administrators,
    "createChatInviteLink": create_chat_invite_link,
    "leaveChat": leave_chat,
}
