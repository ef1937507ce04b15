"""Which chat, topic and message a call means, and whether the bot may act there."""

from itertools import pairwise

from bot.sandbox.botapi.errors import ApiError, bad_request, forbidden
from bot.sandbox.botapi.params import Params
from bot.sandbox.world import Chat, ChatType, Message, Status, Topic, World
from bot.sandbox.world.chats import GENERAL_TOPIC_ID
from bot.sandbox.world.membership import lapse


def chat_named(world: World, params: Params, name: str = "chat_id") -> Chat:
    """The chat a parameter names, whatever the bot's standing in it; a migrated group tells its new id."""
    if not params.has(name):
        raise bad_request(f"{name} is empty")
    chat = _find(world, params.text(name).strip())
    if chat is None:
        raise bad_request("chat not found")
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", {"migrate_to_chat_id": chat.migrated_to})
    return chat


def readable_chat(world: World, params: Params, name: str = "chat_id") -> Chat:
    """A chat the bot is in; a person it never met does not exist for it."""
    chat = chat_named(world, params, name)
    if chat.type is ChatType.PRIVATE:
        if not world.user(chat.id).started:
            raise bad_request("chat not found")
        return chat
    lapse(world, chat)
    own = chat.member(world.bot.id)
    if own.status is Status.KICKED:
        raise forbidden(f"bot was kicked from the {chat.type} chat")
    if not own.is_present:
        raise forbidden(f"bot is not a member of the {chat.type} chat")
    return chat


def writable_chat(world: World, params: Params) -> Chat:
    """A chat the bot may send to; the texts are those bots match on."""
    chat = chat_named(world, params)
    if chat.type is ChatType.PRIVATE:
        _require_open_private_chat(world, chat)
        return chat
    readable_chat(world, params)
    own = chat.member(world.bot.id)
    if chat.type is ChatType.CHANNEL and not own.has_right("can_post_messages"):
        raise bad_request("need administrator rights in the channel chat")
    if own.status is Status.RESTRICTED and not own.permissions.get("can_send_messages", True):
        raise bad_request("have no rights to send a message")
    if own.status is Status.MEMBER and not chat.permissions.get("can_send_messages", True):
        raise bad_request("have no rights to send a message")
    return chat


def require_permission(world: World, chat: Chat, permission: str, to_do: str) -> None:
    """What ordinary members of a group may be denied, e.g. sending photos."""
    own = chat.member(world.bot.id)
    if own.is_admin or not chat.is_group:
        return
    denied = own.permissions if own.status is Status.RESTRICTED else chat.permissions
    if not denied.get(permission, True):
        raise bad_request(f"not enough rights to {to_do}")


def require_right(world: World, chat: Chat, right: str, to_do: str) -> None:
    """An administrator's right, e.g. `can_restrict_members`."""
    if not chat.member(world.bot.id).has_right(right):
        raise bad_request(f"not enough rights to {to_do}")


def forum_named(world: World, params: Params) -> Chat:
    chat = readable_chat(world, params)
    if not chat.is_forum:
        raise bad_request("the chat is not a forum")
    return chat


def topic_named(chat: Chat, params: Params) -> Topic:
    topic = chat.topic(params.integer("message_thread_id"))
    if topic is None:
        raise bad_request("message thread not found")
    return topic


def thread_to_write(world: World, chat: Chat, params: Params) -> int | None:
    """General has no thread id; a closed topic takes messages from those who manage topics only."""
    thread_id = params.integer("message_thread_id")
    if thread_id == 0:
        return None
    topic = None if thread_id == GENERAL_TOPIC_ID else chat.topic(thread_id)
    if topic is None or not chat.is_forum:
        raise bad_request("message thread not found")
    require_open(world, chat, topic)
    return thread_id


def require_open(world: World, chat: Chat, topic: Topic) -> None:
    if topic.closed and not chat.member(world.bot.id).has_right("can_manage_topics"):
        raise ApiError(400, "Bad Request: TOPIC_CLOSED")


def message_named(world: World, chat: Chat, params: Params, to_do: str, name: str = "message_id") -> Message:
    """`to_do` names the missing message in the refusal, e.g. "edit" in "message to edit not found"."""
    message = world.messages.get(chat.id, params.integer(name))
    if message is None:
        raise bad_request(f"message to {to_do} not found")
    return message


def message_ids(params: Params, *, increasing: bool) -> list[int]:
    """The up to a hundred ids of deleteMessages, copyMessages and forwardMessages."""
    given = params.array("message_ids", called="message identifiers")
    if not given:
        raise bad_request("message identifiers are not specified")
    if len(given) > 100:
        raise bad_request("too many message identifiers specified")
    try:
        ids = [int(item) for item in given]
    except (TypeError, ValueError):
        raise bad_request("invalid message identifier specified") from None
    if increasing and any(later <= earlier for earlier, later in pairwise(ids)):
        raise bad_request("message identifiers must be in a strictly increasing order")
    return ids


def user_named(params: Params) -> int:
    user_id = params.integer("user_id")
    if user_id <= 0:
        raise bad_request("invalid user_id specified")
    return user_id


def _find(world: World, reference: str) -> Chat | None:
    if reference.startswith("@"):
        return world.chats.by_username(reference)
    try:
        return world.chats.get(int(reference))
    except ValueError:
        return None


def _require_open_private_chat(world: World, chat: Chat) -> None:
    person = world.user(chat.id)
    if person.deactivated:
        raise forbidden("user is deactivated")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")
