"""Messages with every version they ever had; what is deleted stays for the developer's eyes only."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

MESSAGES_KEPT_PER_CHAT = 20_000

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Media:
    """A file as shown in a message. `kind` is photo, document, video, audio, voice or animation."""

    kind: str
    file_key: str
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class Content:
    """One version of a message; `service` holds a service message's payload fields, e.g. `pinned_message`."""

    text: str | None = None
    entities: list[Json] = field(default_factory=list)
    media: Media | None = None
    caption: str | None = None
    caption_entities: list[Json] = field(default_factory=list)
    show_caption_above_media: bool = False
    keyboard: Json | None = None
    link_preview_options: Json | None = None
    service: Json | None = None
    contact: Json | None = None


@dataclass(slots=True)
class Message:
    """`sender_id` is None for a channel's posts; `reply_keyboard` is any non-inline markup it carried.

    `hides_payload`: a deep link's `/start payload`, of which the person sees `/start` alone.
    """

    chat_id: int
    message_id: int
    date: int
    sender_id: int | None
    revisions: list[Content]
    edit_date: int | None = None
    thread_id: int | None = None
    reply_to_id: int | None = None
    quote: Json | None = None
    media_group_id: str | None = None
    forward_origin: Json | None = None
    via_bot_id: int | None = None
    inline_message_id: str | None = None
    reply_keyboard: Json | None = None
    reactions: dict[int, list[str]] = field(default_factory=dict)
    protected: bool = False
    silent: bool = False
    effect_id: str | None = None
    hides_payload: bool = False
    views: int | None = None
    deleted_at: int | None = None

    @property
    def content(self) -> Content:
        return self.revisions[-1]

    @property
    def deleted(self) -> bool:
        return self.deleted_at is not None


class Messages:
    def __init__(self) -> None:
        self.by_chat: dict[int, dict[int, Message]] = {}
        self.by_inline_id: dict[str, Message] = {}

    def add(self, message: Message) -> Message:
        chat = self.by_chat.setdefault(message.chat_id, {})
        chat[message.message_id] = message
        if message.inline_message_id is not None:
            self.by_inline_id[message.inline_message_id] = message
        if len(chat) > MESSAGES_KEPT_PER_CHAT:
            dropped = chat.pop(next(iter(chat)))
            self.by_inline_id.pop(dropped.inline_message_id or "", None)
        return message

    def get(self, chat_id: int, message_id: int) -> Message | None:
        """The message as people see it: gone once it is deleted."""
        found = self.get_any(chat_id, message_id)
        return None if found is None or found.deleted else found

    def get_any(self, chat_id: int, message_id: int) -> Message | None:
        """Deleted ones too, with all their versions."""
        return self.by_chat.get(chat_id, {}).get(message_id)

    def get_inline(self, inline_message_id: str) -> Message | None:
        found = self.by_inline_id.get(inline_message_id)
        return None if found is None or found.deleted else found

    def in_chat(self, chat_id: int) -> Iterator[Message]:
        """Oldest first, deleted ones included."""
        return iter(self.by_chat.get(chat_id, {}).values())

    def newest_first(self, chat_id: int) -> Iterator[Message]:
        """Deleted ones included; whoever needs few of them need not read all."""
        return reversed(self.by_chat.get(chat_id, {}).values())

    def last(self, chat_id: int) -> Message | None:
        for message in self.newest_first(chat_id):
            if not message.deleted:
                return message
        return None
