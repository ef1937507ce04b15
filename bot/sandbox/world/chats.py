"""Chats with their members, topics and pins: who is where, and with which rights."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

GENERAL_TOPIC_ID = 1


class ChatType(StrEnum):
    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


class Status(StrEnum):
    CREATOR = "creator"
    ADMINISTRATOR = "administrator"
    MEMBER = "member"
    RESTRICTED = "restricted"
    LEFT = "left"
    KICKED = "kicked"


ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_post_messages",
    "can_edit_messages",
    "can_pin_messages",
    "can_manage_topics",
    "can_send_welcome_messages",
)
PERMISSIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
    "can_edit_tag",
    "can_react_to_messages",
)


@dataclass(slots=True)
class Member:
    """`rights` are an administrator's, `permissions` a restricted member's; what is absent is granted."""

    user_id: int
    status: Status = Status.MEMBER
    rights: dict[str, bool] = field(default_factory=dict)
    permissions: dict[str, bool] = field(default_factory=dict)
    custom_title: str | None = None
    until_date: int = 0
    is_member: bool = True

    @property
    def is_present(self) -> bool:
        if self.status is Status.RESTRICTED:
            return self.is_member
        return self.status not in (Status.LEFT, Status.KICKED)

    @property
    def is_admin(self) -> bool:
        return self.status in (Status.CREATOR, Status.ADMINISTRATOR)

    def has_right(self, right: str) -> bool:
        if self.status is Status.CREATOR:
            return True
        return self.status is Status.ADMINISTRATOR and self.rights.get(right, True)


@dataclass(slots=True)
class Topic:
    """A forum topic; its id is the id of the service message that opened it."""

    id: int
    name: str
    icon_color: int = 0x6FB9F0
    icon_custom_emoji_id: str | None = None
    closed: bool = False
    hidden: bool = False
    deleted: bool = False


@dataclass(slots=True)
class Chat:
    id: int
    type: ChatType
    title: str | None = None
    username: str | None = None
    description: str | None = None
    is_forum: bool = False
    members: dict[int, Member] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    pinned: list[int] = field(default_factory=list)
    permissions: dict[str, bool] = field(default_factory=dict)
    invite_links: list[dict[str, Any]] = field(default_factory=list)
    migrated_to: int | None = None
    last_message_id: int = 0
    read_up_to: dict[int, int] = field(default_factory=dict)

    @property
    def is_group(self) -> bool:
        return self.type in (ChatType.GROUP, ChatType.SUPERGROUP)

    def member(self, user_id: int) -> Member:
        """What Telegram says of anyone: who was never here has left."""
        return self.members.get(user_id) or Member(user_id, Status.LEFT)

    def present(self) -> list[Member]:
        return [member for member in self.members.values() if member.is_present]

    def topic(self, thread_id: int) -> Topic | None:
        found = self.topics.get(thread_id)
        return None if found is None or found.deleted else found


class Chats:
    def __init__(self) -> None:
        self.by_id: dict[int, Chat] = {}

    def all(self) -> list[Chat]:
        return list(self.by_id.values())

    def add(self, chat: Chat) -> Chat:
        self.by_id[chat.id] = chat
        return chat

    def get(self, chat_id: int) -> Chat | None:
        return self.by_id.get(chat_id)

    def by_username(self, username: str) -> Chat | None:
        wanted = username.removeprefix("@").lower()
        for chat in self.by_id.values():
            if chat.username is not None and chat.username.lower() == wanted:
                return chat
        return None

    def of_member(self, user_id: int) -> list[Chat]:
        """Groups and channels a person is in; private chats are not asked for here."""
        return [chat for chat in self.by_id.values() if chat.member(user_id).is_present]

    def free_id(self, type_: ChatType) -> int:
        """Group ids are negative; those of supergroups and channels begin with -100."""
        below = -1001000000000 if type_ in (ChatType.SUPERGROUP, ChatType.CHANNEL) else -4000000
        candidate = below - 1
        while candidate in self.by_id:
            candidate -= 1
        return candidate
