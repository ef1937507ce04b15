"""The one reaction a bot may leave under a message."""

from typing import Any

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.targets import message_named, readable_chat

_LISTED = (
    "❤ 👍 👎 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 🤡 🥱 🥴 😍 🐳 ❤‍🔥 🌚 🌭 💯 🤣 ⚡ 🍌 🏆 💔 🤨 😐 "
    "🍓 🍾 💋 🖕 😈 😴 😭 🤓 👻 👨‍💻 👀 🎃 🙈 😇 😨 🤝 ✍ 🤗 🫡 🎅 🎄 ☃ 💅 🤪 🗿 🆒 💘 🙉 🦄 😘 💊 🙊 😎 👾 "
    "🤷‍♂ 🤷 🤷‍♀ 😡"
)
REACTION_EMOJI = frozenset(_LISTED.split())


async def set_message_reaction(context: Context, params: Params) -> bool:
    """Setting replaces; an empty list takes the reaction away."""
    chat = readable_chat(context.world, params)
    message = message_named(context.world, chat, params, "react")
    given = params.array("reaction", called="ReactionType") or []
    if len(given) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    emoji = [_emoji(item) for item in given]
    message.reactions.pop(context.world.bot.id, None)
    if emoji:
        message.reactions[context.world.bot.id] = emoji
    context.world.changed({"type": "edit", "chat": chat.id, "message_id": message.message_id})
    return True


def _emoji(given: Any) -> str:
    emoji = given.get("emoji") if isinstance(given, dict) and given.get("type") == "emoji" else None
    if not isinstance(emoji, str) or emoji.replace("\ufe0f", "") not in REACTION_EMOJI:
        raise bad_request("REACTION_INVALID")
    return emoji


METHODS: dict[str, Method] = {"setMessageReaction": set_message_reaction}
