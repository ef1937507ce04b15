"""Who lives in the sandbox: people, groups, channels and who belongs to them."""

from __future__ import annotations

import re
from typing import Any

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.world import Chat, ChatType, Member, Status, User
from bot.sandbox.world.chats import ADMIN_RIGHTS, PERMISSIONS
from bot.sandbox.world.membership import set_member
from bot.sandbox.world.world import FIRST_PERSON_ID

_USERNAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{2,31}")
_PERSONA = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,31}")
_LARGEST_USER_ID = 2**52
_STATUS_WORDS = {status.value: status for status in Status} | {"owner": Status.CREATOR, "admin": Status.ADMINISTRATOR}


async def add_user(asked: Asked) -> dict[str, Any]:
    """A person by id or persona, new or with a changed name; who is known keeps what they did before."""
    users, persona = asked.world.users, asked.optional_text("persona")
    if persona and not _PERSONA.fullmatch(persona):
        raise Refused("a persona is a short name like buyer or moderator_2")
    known = users.find(persona) if persona else None
    user_id = asked.optional_integer("id") or (known.id if known else users.free_id(FIRST_PERSON_ID))
    if not 0 < user_id < _LARGEST_USER_ID or user_id == asked.world.bot.id:
        raise Refused(f"{user_id} can't be a person's id")
    if known is not None and known.id != user_id:
        raise Refused(f"the persona {persona} is {known.id} already")
    username = _username(asked, user_id)
    person = users.get(user_id) or User(user_id, "")
    person.first_name = asked.text("first_name", person.first_name or (persona or "").title()).strip()
    if not person.first_name:
        raise Refused("first_name is missing")
    person.last_name = asked.optional_text("last_name") or person.last_name
    person.username = username or person.username
    person.language_code = asked.optional_text("language_code") or person.language_code
    person.persona = persona or person.persona
    asked.world.add_user(person)
    return {"id": person.id}


def _username(asked: Asked, user_id: int) -> str | None:
    username = (asked.optional_text("username") or "").removeprefix("@")
    if not username:
        return None
    if not _USERNAME.fullmatch(username):
        raise Refused(f"@{username} can't be a username")
    owner = asked.world.users.find(username)
    if owner is not None and owner.id != user_id:
        raise Refused(f"@{username} is taken")
    return username


async def add_chat(asked: Asked) -> dict[str, Any]:
    """A group, supergroup or channel with its members, all there from the start."""
    world = asked.world
    try:
        type_ = ChatType(asked.text("type"))
    except ValueError:
        raise Refused("type must be group, supergroup or channel") from None
    if type_ is ChatType.PRIVATE:
        raise Refused("private chats come with their people")
    is_forum = bool(asked.body.get("is_forum"))
    if is_forum and type_ is not ChatType.SUPERGROUP:
        raise Refused("only supergroups can be forums")
    chat_id = asked.optional_integer("id") or world.chats.free_id(type_)
    _check_id(asked, chat_id, type_)
    chat = Chat(chat_id, type_, asked.text("title"), asked.optional_text("username"), is_forum=is_forum)
    members = asked.body.get("members") or []
    if not isinstance(members, list):
        raise Refused("members must be a list")
    for entry in members:
        member = _member(asked, entry, chat)
        chat.members[member.user_id] = member
    world.add_chat(chat)
    return {"id": chat.id}


def _check_id(asked: Asked, chat_id: int, type_: ChatType) -> None:
    if asked.world.chats.get(chat_id) is not None:
        raise Refused(f"the chat {chat_id} exists already")
    is_long = str(chat_id).startswith("-100") and chat_id < -1_000_000_000_000
    if chat_id >= 0 or is_long != (type_ is not ChatType.GROUP):
        raise Refused(f"{chat_id} can't be the id of a {type_.value}")


async def set_membership(asked: Asked) -> dict[str, Any]:
    """Join, leave, promote, demote, restrict or kick; whoever is named `by` did it, else the person alone."""
    chat = asked.any_chat(asked.path["chat"])
    if chat.type is ChatType.PRIVATE:
        raise Refused("a private chat has no members; use block and unblock")
    member = _member(asked, asked.body, chat)
    actor = asked.somebody(asked.body["by"]) if asked.body.get("by") else _actor(asked, chat, member)
    return {"update_id": set_member(asked.world, chat, member, actor_id=actor.id)}


def _actor(asked: Asked, chat: Chat, member: Member) -> User:
    """The bot never adds or promotes itself: the group's owner does, or failing that any other member."""
    if member.user_id != asked.world.bot.id:
        return asked.somebody(member.user_id)
    people = [other for other in chat.present() if other.user_id != member.user_id]
    people.sort(key=lambda other: other.status is not Status.CREATOR)
    return asked.world.user(people[0].user_id) if people else asked.world.bot


def _member(asked: Asked, entry: Any, chat: Chat) -> Member:
    if not isinstance(entry, dict) or "user" not in entry:
        raise Refused("a member is {user, status}")
    status = _STATUS_WORDS.get(str(entry.get("status", "member")))
    if status is None:
        raise Refused(f"status must be one of: {', '.join(_STATUS_WORDS)}")
    if chat.type is ChatType.CHANNEL and status is Status.RESTRICTED:
        raise Refused("nobody can be restricted in a channel")
    title, until_date = entry.get("custom_title"), entry.get("until_date") or 0
    if not isinstance(title, str | None) or not isinstance(until_date, int):
        raise Refused("custom_title must be text, until_date a whole number")
    return Member(
        asked.somebody(entry["user"]).id,
        status,
        rights=_switches(entry, "rights", (*ADMIN_RIGHTS, "is_anonymous")),
        permissions=_switches(entry, "permissions", PERMISSIONS),
        custom_title=title,
        until_date=until_date,
    )


def _switches(entry: dict[str, Any], name: str, known: tuple[str, ...]) -> dict[str, bool]:
    given = entry.get(name) or {}
    if not isinstance(given, dict) or not given.keys() <= set(known):
        raise Refused(f"{name} must be some of: {', '.join(known)}")
    return {switch: bool(on) for switch, on in given.items()}
