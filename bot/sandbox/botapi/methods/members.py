"""Banning, unbanning and restricting members."""

from bot.sandbox.botapi.context import Context, Method
from bot.sandbox.botapi.errors import bad_request
from bot.sandbox.botapi.params import Params
from bot.sandbox.botapi.targets import readable_chat, require_right, user_named
from bot.sandbox.world import Chat, ChatType, Member, Status, World
from bot.sandbox.world.chats import PERMISSIONS
from bot.sandbox.world.membership import set_member

RESTRICTION = "restrict/unrestrict chat member"
FOREVER_BELOW_SECONDS = 30
FOREVER_ABOVE_SECONDS = 366 * 24 * 3600


async def ban_chat_member(context: Context, params: Params) -> bool:
    world = context.world
    chat, member = _target(world, params)
    until_date = _until(world, params)
    banned = Member(member.user_id, Status.KICKED, until_date=until_date)
    set_member(world, chat, banned, actor_id=world.bot.id)
    if params.boolean("revoke_messages"):
        _erase_all_of(world, chat, member.user_id)
    return True


async def unban_chat_member(context: Context, params: Params) -> bool:
    """Without `only_if_banned` a present member is removed as well: they may come back by themselves."""
    world = context.world
    chat, member = _target(world, params)
    is_banned = member.status is Status.KICKED
    if is_banned or (member.is_present and not params.boolean("only_if_banned")):
        set_member(world, chat, Member(member.user_id, Status.LEFT), actor_id=world.bot.id)
    return True


async def restrict_chat_member(context: Context, params: Params) -> bool:
    """Granting everything lifts the restriction."""
    world = context.world
    chat, member = _target(world, params)
    if chat.type is not ChatType.SUPERGROUP:
        raise bad_request("method is available only for supergroups")
    given = params.object("permissions", called="ChatPermissions")
    if given is None:
        raise bad_request("can't parse permissions: object expected")
    flags = Params({name.lower(): value for name, value in given.items()})
    permissions = {name: flags.boolean(name) for name in PERMISSIONS}
    restricted = Member(
        member.user_id,
        Status.RESTRICTED,
        permissions=permissions,
        until_date=_until(world, params),
        is_member=member.is_present,
    )
    lifted = Member(member.user_id, Status.MEMBER if member.is_present else Status.LEFT)
    set_member(world, chat, lifted if all(permissions.values()) else restricted, actor_id=world.bot.id)
    return True


def _target(world: World, params: Params) -> tuple[Chat, Member]:
    chat = readable_chat(world, params)
    if chat.type is ChatType.PRIVATE:
        raise bad_request("chat member status can't be changed in private chats")
    user_id = user_named(params)
    if user_id == world.bot.id:
        raise bad_request("can't restrict self")
    require_right(world, chat, "can_restrict_members", RESTRICTION)
    if user_id not in world.users:
        raise bad_request("PARTICIPANT_ID_INVALID")
    member = chat.member(user_id)
    if member.status is Status.CREATOR:
        raise bad_request("can't remove chat owner")
    if member.status is Status.ADMINISTRATOR:
        raise bad_request("user is an administrator of the chat")
    return chat, member


def _until(world: World, params: Params) -> int:
    """Less than half a minute or more than a year means for ever."""
    until_date = params.integer("until_date")
    lasting_seconds = until_date - world.clock.now()
    return until_date if FOREVER_BELOW_SECONDS <= lasting_seconds <= FOREVER_ABOVE_SECONDS else 0


def _erase_all_of(world: World, chat: Chat, user_id: int) -> None:
    for message in list(world.messages.in_chat(chat.id)):
        if message.sender_id == user_id and not message.deleted:
            world.erase(message)


METHODS: dict[str, Method] = {
    "banChatMember": ban_chat_member,
    "unbanChatMember": unban_chat_member,
    "restrictChatMember": restrict_chat_member,
}
