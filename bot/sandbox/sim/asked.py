"""One request of the people's side: who asks, about which chat, with which words and files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from aiohttp import BodyPartReader, web

from bot.sandbox.faults import Faults
from bot.sandbox.world import Chat, Message, User, World

UPLOAD_BYTES_MAX = 50 * 1024 * 1024
UPLOADS_MAX = 10
FIELD_BYTES_MAX = 64 * 1024
REFERENCE_CHARACTERS_MAX = 64
BODY_BYTES_MAX = 200 * 1024 * 1024
"""A whole snapshot with its files may come in by `/sim/state`."""


class Refused(Exception):
    """The answer `{"error": …}` with a 4xx status."""

    def __init__(self, text: str, status: int = 400) -> None:
        super().__init__(text)
        self.text = text
        self.status = status


class Stage(Protocol):
    """What the people's side needs of the sandbox."""

    @property
    def world(self) -> World: ...

    @property
    def faults(self) -> Faults: ...

    @property
    def limits(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Upload:
    """A file a person picked."""

    field: str
    file_name: str | None
    mime_type: str | None
    content: bytes


@dataclass(frozen=True, slots=True)
class Asked:
    """The request, read whole."""

    stage: Stage
    path: Mapping[str, str]
    query: Mapping[str, str]
    body: dict[str, Any]
    uploads: list[Upload] = field(default_factory=list)

    @property
    def world(self) -> World:
        return self.stage.world

    def person(self) -> User:
        """Whoever `{user}` in the path means: by id, username or persona."""
        found = self.somebody(self.path["user"])
        if found.is_bot:
            raise Refused("the bot is nobody to be played")
        return found

    def somebody(self, reference: object) -> User:
        """A person by id, username or persona; "bot" is the bot."""
        if reference == "bot":
            return self.world.bot
        found = self.world.users.find(_reference(reference))
        if found is None:
            raise Refused(f"nobody is known as {reference!r}", 404)
        return found

    def chat_of(self, person: User, reference: object = None) -> Chat:
        """A chat on this person's list; without a reference the private one with the bot."""
        wanted = self.body.get("chat") if reference is None else reference
        bot = self.world.bot
        if str(wanted or "bot") in {"bot", str(bot.id), str(person.id), f"@{bot.username}", bot.username}:
            return self.world.chat(person.id)
        chat = self._chat(wanted)
        if chat.id > 0 or not chat.member(person.id).is_present:
            raise Refused(f"{person.full_name} is not in the chat {wanted}", 403)
        return chat

    def any_chat(self, reference: object) -> Chat:
        """Any chat by id, username or, where it is private, its person's persona."""
        person = self.world.users.find(_reference(reference))
        return self.world.chat(person.id) if person and not person.is_bot else self._chat(reference)

    def message_in(self, chat: Chat, name: str = "message_id") -> Message:
        """A message that is on the screen."""
        message = self.world.messages.get(chat.id, self.integer(name))
        if message is None:
            raise Refused(f"there is no message {self.integer(name)} in the chat {chat.id}", 404)
        return message

    def text(self, name: str, default: str | None = None) -> str:
        """A field that must be text."""
        value = self.body.get(name, default)
        if value is None:
            raise Refused(f"{name} is missing")
        if not isinstance(value, str):
            raise Refused(f"{name} must be text")
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            raise Refused(f"{name} must be encoded in UTF-8")
        return value

    def optional_text(self, name: str) -> str | None:
        """A field that may be left out."""
        return None if self.body.get(name) is None else self.text(name)

    def integer(self, name: str) -> int:
        """A whole number, written as one or as digits."""
        value = self.optional_integer(name)
        if value is None:
            raise Refused(f"{name} is missing")
        return value

    def optional_integer(self, name: str) -> int | None:
        """A whole number that may be left out."""
        return _integer(name, self.body.get(name))

    def query_integer(self, name: str, default: int = 0) -> int:
        """A whole number behind the question mark."""
        found = _integer(name, self.query.get(name))
        return default if found is None else found

    def _chat(self, reference: object) -> Chat:
        text = _reference(reference)
        chats = self.world.chats
        found = chats.get(int(text)) if text.removeprefix("-").isdecimal() else chats.by_username(text)
        if found is None:
            raise Refused(f"there is no chat {reference}", 404)
        return found


async def read(stage: Stage, request: web.Request) -> Asked:
    """Read a request's JSON or form; raises `Refused`."""
    if request.content_type == "multipart/form-data":
        body, uploads = await _form(request)
    else:
        body, uploads = await _json(request), []
    return Asked(stage, request.match_info, request.query, body, uploads)


async def _json(request: web.Request) -> dict[str, Any]:
    raw = await request.content.read(BODY_BYTES_MAX + 1) if request.can_read_body else b""
    while raw and not request.content.at_eof():
        raw += await request.content.read(BODY_BYTES_MAX + 1 - len(raw))
        if len(raw) > BODY_BYTES_MAX:
            raise Refused("the request is too big", 413)
    try:
        body = json.loads(raw or b"{}")
    except ValueError:
        raise Refused("the request is no JSON") from None
    if not isinstance(body, dict):
        raise Refused("the request must be a JSON object")
    return body


async def _form(request: web.Request) -> tuple[dict[str, Any], list[Upload]]:
    body: dict[str, Any] = {}
    uploads: list[Upload] = []
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            raise Refused("forms within forms are not read")
        if part.filename is None:
            body[part.name] = (await _content(part, FIELD_BYTES_MAX)).decode(errors="replace")
            continue
        content = await _content(part, UPLOAD_BYTES_MAX)
        uploads.append(Upload(part.name, part.filename, part.headers.get("Content-Type"), content))
        if len(uploads) > UPLOADS_MAX:
            raise Refused(f"at most {UPLOADS_MAX} files can be sent at once")
    return body, uploads


async def _content(part: BodyPartReader, limit: int) -> bytes:
    content = bytearray()
    while chunk := await part.read_chunk():
        content += chunk
        if len(content) > limit:
            raise Refused("the file is too big", 413)
    return bytes(content)


def _reference(value: object) -> str:
    """However somebody is named: no name or id of Telegram is longer."""
    text = str(value)
    if len(text) > REFERENCE_CHARACTERS_MAX:
        raise Refused("nobody is known by such a long name", 404)
    return text


def _integer(name: str, value: object) -> int | None:
    if value is None or value == "":
        return None
    try:
        return int(str(value))
    except ValueError:
        raise Refused(f"{name} must be a whole number") from None
