"""The whole little Telegram: one bot, its people, chats and messages, and everyone who watches it change."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from bot.sandbox.world.calls import Calls
from bot.sandbox.world.chats import Chat, Chats, ChatType
from bot.sandbox.world.clock import Clock
from bot.sandbox.world.files import Files, StoredFile
from bot.sandbox.world.messages import Content, Message, Messages
from bot.sandbox.world.payloads import message_payload
from bot.sandbox.world.privacy import bot_sees
from bot.sandbox.world.profile import Profile
from bot.sandbox.world.queries import Queries
from bot.sandbox.world.updates import Updates
from bot.sandbox.world.users import User, Users

DEFAULT_BOT_ID = 7_000_000_001
FIRST_PERSON_ID = 1_000_001

Listener = Callable[[dict[str, Any]], None]


class World:
    def __init__(self, *, bot_username: str = "otcdesk_bot", bot_name: str = "otcdesk") -> None:
        self.listeners: list[Listener] = []
        self.clock = Clock()
        self.users = Users()
        self.chats = Chats()
        self.messages = Messages()
        self.files = Files()
        self.queries = Queries()
        self.calls = Calls()
        self.profile = Profile()
        self.updates = Updates(self.clock.now_ms, self.changed)
        self.shared_message_counter = 0
        self.albums_made = 0
        self.actions: dict[tuple[int, int | None], tuple[str, int]] = {}
        self.bot = self.users.add(User(DEFAULT_BOT_ID, bot_name, username=bot_username, is_bot=True))

    def changed(self, event: dict[str, Any]) -> None:
        """Tell the watchers (event stream, long polls, settle, saving) what just became visible."""
        for listener in tuple(self.listeners):
            listener(event)

    def user(self, user_id: int) -> User:
        """Any account by id; one nobody introduced (a forged sender) is a nameless stranger."""
        return self.users.get(user_id) or User(user_id, "Deleted Account")

    def chat(self, chat_id: int) -> Chat:
        return self.chats.by_id[chat_id]

    def file(self, key: str) -> StoredFile:
        return self.files.by_key[key]

    def add_user(self, user: User) -> User:
        """A person arrives, and with them the private chat they may open with the bot."""
        self.users.add(user)
        if not user.is_bot and user.id not in self.chats.by_id:
            self.chats.add(Chat(user.id, ChatType.PRIVATE))
        self.changed({"type": "chat", "chat": user.id, "user": user.id})
        return user

    def add_chat(self, chat: Chat) -> Chat:
        """Message 1 of a supergroup or channel is the line that says it was created; bots never see it."""
        if chat.type in (ChatType.SUPERGROUP, ChatType.CHANNEL):
            chat.last_message_id = max(chat.last_message_id, 1)
        self.chats.add(chat)
        self.changed({"type": "chat", "chat": chat.id})
        return chat

    def adopt_bot_id(self, bot_id: int) -> None:
        """The token names the bot's id; whatever was said before it was known is put under it."""
        previous = self.bot.id
        if bot_id == previous:
            return
        del self.users.by_id[previous]
        self.bot.id = bot_id
        self.users.add(self.bot)
        for chat in self.chats.all():
            member = chat.members.pop(previous, None)
            if member is not None:
                member.user_id = bot_id
                chat.members[bot_id] = member
            for message in self.messages.in_chat(chat.id):
                message.sender_id = bot_id if message.sender_id == previous else message.sender_id
                message.via_bot_id = bot_id if message.via_bot_id == previous else message.via_bot_id

    def next_message_id(self, chat: Chat) -> int:
        """Private chats and small groups share one counter; supergroups and channels count for themselves."""
        if chat.type in (ChatType.PRIVATE, ChatType.GROUP):
            self.shared_message_counter += 1
            return self.shared_message_counter
        chat.last_message_id += 1
        return chat.last_message_id

    def fresh_album_id(self) -> int:
        self.albums_made += 1
        return 13_000_000_000_000_000 + self.albums_made

    def post(self, chat: Chat, sender_id: int | None, content: Content, **details: Any) -> Message:
        """Put a message into a chat; `details` are further `Message` fields. `announce` queues its update."""
        message = Message(chat.id, self.next_message_id(chat), self.clock.now(), sender_id, [content], **details)
        if chat.type is ChatType.CHANNEL and message.views is None:
            message.views = 1
        self.messages.add(message)
        if sender_id == self.bot.id:
            self.actions.pop((chat.id, message.thread_id), None)
        self.changed({"type": "message", "chat": chat.id, "user": sender_id, "message_id": message.message_id})
        return message

    def announce(self, message: Message, *, edited: bool = False) -> int | None:
        """Queue the update for a person's message or edit, if this chat lets the bot see it."""
        chat = self.chat(message.chat_id)
        if not bot_sees(self, chat, message):
            return None
        kind = "channel_post" if chat.type is ChatType.CHANNEL else "message"
        return self.emit(f"edited_{kind}" if edited else kind, message_payload(self, message), chat.id)

    def emit(self, kind: str, body: dict[str, Any], lane: int) -> int | None:
        """Queue any update; `lane` is the chat whose order it keeps. None: the bot does not want the kind."""
        return self.updates.add(kind, body, lane)

    def revise(self, message: Message, content: Content, *, edited: bool = True) -> Message:
        """A new version of a message. Keyboard-only changes pass `edited=False`: they leave no edit mark."""
        message.revisions.append(content)
        if edited:
            message.edit_date = self.clock.now()
        self.changed({"type": "edit", "chat": message.chat_id, "message_id": message.message_id})
        return message

    def erase(self, message: Message) -> None:
        message.deleted_at = self.clock.now()
        chat = self.chat(message.chat_id)
        if message.message_id in chat.pinned:
            chat.pinned.remove(message.message_id)
        self.changed({"type": "delete", "chat": message.chat_id, "message_id": message.message_id})

    def post_service(
        self, chat: Chat, sender_id: int | None, service: dict[str, Any], *, thread_id: int | None = None
    ) -> Message:
        """A grey line: someone joined, a topic was made, a message pinned."""
        message = self.post(chat, sender_id, Content(service=service), thread_id=thread_id)
        self.announce(message)
        return message

    def set_keyboard(self, message: Message, keyboard: dict[str, Any] | None) -> Message:
        return self.revise(message, replace(message.content, keyboard=keyboard), edited=False)

    def show_action(self, chat_id: int, action: str, *, thread_id: int | None = None) -> None:
        """The line under the name ("typing…") for five seconds or until the bot's next message."""
        self.actions[(chat_id, thread_id)] = (action, self.clock.now_ms() + 5_000)
        self.changed({"type": "action", "chat": chat_id, "action": action})
