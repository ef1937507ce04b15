"""The hand behind the scenes: faults, the clock, forged updates, a fresh start, and saved worlds."""

from __future__ import annotations

from typing import Any

from bot.sandbox.sim.asked import Asked, Refused
from bot.sandbox.sim.screens import bot_card
from bot.sandbox.world import snapshot
from bot.sandbox.world.profile import commands_key

LONGEST_STEP_SECONDS = 10 * 366 * 86_400

Json = dict[str, Any]


async def state(asked: Asked) -> Json:
    """Who and what there is; with `full=1` a snapshot to be given back later."""
    world = asked.world
    if asked.query.get("full"):
        return snapshot.save(world)
    commands = world.profile.commands.get(commands_key({}, ""), [])
    return {
        "now": world.clock.now(),
        "bot": bot_card(world, None) | {"commands": commands},
        "users": [_person(user) for user in world.users.people()],
        "chats": [_chat(chat) for chat in world.chats.all() if chat.type.value != "private"],
        "faults": [rule.payload() for rule in asked.stage.faults.rules],
        "limits": asked.stage.limits,
        "pending_updates": len(world.updates.pending),
        "webhook": world.profile.webhook.url,
    }


async def restore(asked: Asked) -> Json:
    """Replaces the world by a snapshot; faults end with the old one."""
    try:
        snapshot.load(asked.world, asked.body)
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(f"this is no snapshot of a sandbox: {error}") from None
    asked.stage.faults.clear()
    return {"ok": True}


async def reset(asked: Asked) -> Json:
    """An empty Telegram with the same bot."""
    snapshot.clear(asked.world)
    asked.stage.faults.clear()
    return {"ok": True}


async def inject(asked: Asked) -> Json:
    """Queues a raw update: a repeated id, an id that jumps, a sender nobody knows."""
    update = asked.body.get("update")
    if not isinstance(update, dict):
        raise Refused("update must be an object")
    try:
        return {"update_id": asked.world.updates.inject(update)}
    except (TypeError, ValueError, AttributeError):
        raise Refused("update_id must be a whole number") from None


async def add_fault(asked: Asked) -> Json:
    """A rule by its kind; see `bot.sandbox.faults`."""
    wanted = dict(asked.body)
    if wanted.get("chat") is not None:
        wanted["chat"] = asked.any_chat(wanted["chat"]).id
    return asked.stage.faults.add(wanted).payload()


async def clear_faults(asked: Asked) -> Json:
    """Fair weather again."""
    asked.stage.faults.clear()
    return {"ok": True}


async def advance(asked: Asked) -> Json:
    """Moves the sandbox's clock; backwards too, for clocks that were wrong."""
    world = asked.world
    seconds = asked.integer("advance_seconds")
    if abs(seconds) > LONGEST_STEP_SECONDS:
        raise Refused(f"the clock moves at most {LONGEST_STEP_SECONDS} seconds at once")
    world.clock.advance(seconds)
    world.changed({"type": "clock"})
    return {"now": world.clock.now()}


def _person(user: Any) -> Json:
    names = ("id", "first_name", "last_name", "username", "language_code", "persona", "is_bot")
    return {name: getattr(user, name) for name in names} | {"started": user.started, "blocked": user.blocked}


def _chat(chat: Any) -> Json:
    members = [{"user": member.user_id, "status": member.status.value} for member in chat.members.values()]
    return {
        "id": chat.id,
        "type": chat.type.value,
        "title": chat.title,
        "username": chat.username,
        "is_forum": chat.is_forum,
        "members": members,
    }
