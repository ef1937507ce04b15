"""Somebody in front of the app: presses, sends, sees; waits by settle and never by sleep."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import aiohttp

from tests.support.refused import SandboxRefused
from tests.support.screens import Json, Rows, drawn, holds

if TYPE_CHECKING:
    from tests.support.sandbox import SandboxClient

SEES_WITHIN_SECONDS = 10.0


class Person:
    """Somebody with an app open on one chat: the private one with the bot, or another by `within`."""

    def __init__(self, sandbox: SandboxClient, id_: int, name: str, place: Json | None = None) -> None:
        self.sandbox = sandbox
        self.id = id_
        self.name = name
        self.place = place or {}
        self.last_press: str | None = None

    def within(self, chat: int, thread: int | None = None) -> Person:
        """The same person, looking at a group, a topic of it, or a channel."""
        place = {"chat": chat} | ({"thread": thread} if thread is not None else {})
        return Person(self.sandbox, self.id, self.name, place)

    async def start(self, payload: str | None = None) -> Json:
        """Opens the bot, by a deep link if there is a payload."""
        return await self.act("start", payload=payload)

    async def send(self, text: str, **details: Any) -> Json:
        """A text; `details` may be reply_to or entities."""
        return await self.act("send", text=text, **details)

    async def send_photo(self, content: bytes, caption: str | None = None) -> Json:
        """A picture."""
        return await self._upload([("photo", "photo.jpg", content)], caption)

    async def send_document(self, content: bytes, name: str = "file.pdf", caption: str | None = None) -> Json:
        """A file."""
        return await self._upload([("document", name, content)], caption)

    async def send_voice(self, content: bytes) -> Json:
        """A voice message."""
        return await self._upload([("voice", "voice.ogg", content)], None)

    async def send_album(self, pictures: Sequence[bytes], caption: str | None = None) -> Json:
        """Several pictures as one album."""
        return await self._upload([("album", f"{n}.jpg", content) for n, content in enumerate(pictures)], caption)

    async def press(self, label: str, **details: Any) -> Json:
        """The newest inline button with that label, else the key of the bot's keyboard."""
        try:
            pressed = await self.act("press", label=label, **details)
        except SandboxRefused as refused:
            if refused.status != 404 or details or label not in await self._keys():
                raise
            return await self.send(label)
        self.last_press = pressed["callback_query_id"]
        return pressed

    async def press_data(self, message_id: int, data: str) -> Json:
        """A forged press: any data under any message there ever was."""
        pressed = await self.act("press", message_id=message_id, data=data)
        self.last_press = pressed["callback_query_id"]
        return pressed

    async def answer(self, *, within_seconds: float = SEES_WITHIN_SECONDS) -> Json:
        """What the bot said to the last press; waits for it."""
        assert self.last_press is not None, f"{self.name} has not pressed anything"
        deadline = asyncio.get_running_loop().time() + within_seconds
        while True:
            found: Json = await self.sandbox.get(f"/sim/answers/{self.last_press}")
            if found["answered"]:
                return found
            assert asyncio.get_running_loop().time() < deadline, f"the bot left {self.name}'s press unanswered"
            await self._pause()

    async def sees(
        self,
        text: str | None = None,
        buttons: Rows | None = None,
        *,
        within_seconds: float = SEES_WITHIN_SECONDS,
    ) -> Json:
        """The newest message holding `text` with exactly these rows of labels; waits until it is on the screen."""
        deadline = asyncio.get_running_loop().time() + within_seconds
        while True:
            await self._pause()
            messages = await self.messages()
            for message in reversed(messages):
                if holds(message, text, buttons):
                    return message
            assert asyncio.get_running_loop().time() < deadline, (
                f"{self.name} does not see {text!r} with {buttons!r}, but:\n{drawn(messages)}"
            )

    async def screen(self) -> Json:
        """The whole chat as this person sees it now."""
        found: Json = await self.sandbox.get(f"/sim/as/{self.id}/chats/{self.place.get('chat', self.id)}")
        return found

    async def messages(self) -> list[Json]:
        """What is on the screen, oldest first; of one topic where one is open."""
        shown: list[Json] = (await self.screen())["messages"]
        thread = self.place.get("thread")
        return shown if thread is None else [message for message in shown if message["thread"] == thread]

    async def last(self) -> Json:
        """The bot's newest message."""
        for message in reversed(await self.messages()):
            if message["from"] is not None and message["from"]["is_bot"] and message["service"] is None:
                return message
        raise AssertionError(f"the bot has written nothing to {self.name}")

    async def block(self) -> Json:
        """Stops the bot."""
        return await self.act("block")

    async def unblock(self) -> Json:
        """Lets the bot back in."""
        return await self.act("unblock")

    async def edit(self, message_id: int, text: str) -> Json:
        """Changes an own message."""
        return await self.act("edit", message_id=message_id, text=text)

    async def delete(self, message_id: int) -> Json:
        """Deletes a message for everybody."""
        return await self.act("delete", message_id=message_id)

    async def react(self, message_id: int, emoji: str | None) -> Json:
        """Sets the own reaction, or takes it away."""
        return await self.act("react", message_id=message_id, emoji=emoji)

    async def forward(self, message_id: int, *, from_chat: int | str = "bot") -> Json:
        """Forwards a message into this chat."""
        return await self.act("forward", message_id=message_id, from_chat=from_chat)

    async def share_contact(self) -> Json:
        """Answers a `request_contact` key."""
        return await self.act("contact")

    async def tap_url(self, label: str, **details: Any) -> Json:
        """What a link button would open."""
        return await self.act("tap-url", label=label, **details)

    async def copied(self, label: str, **details: Any) -> str:
        """What a copy button puts on the clipboard."""
        return str((await self.act("copy", label=label, **details))["text"])

    async def inline(self, query: str) -> list[Json]:
        """The results the bot offers for `@bot query` in this chat."""
        found: list[Json] = (await self.act("inline", query=query))["results"]
        return found

    async def choose(self, result_id: str) -> Json:
        """Sends one of the results."""
        return await self.act("inline/choose", id=result_id)

    async def act(self, verb: str, **body: Any) -> Json:
        """Any action of this person in the open chat."""
        given = {name: value for name, value in body.items() if value is not None or name == "emoji"}
        done: Json = await self.sandbox.post(f"/sim/as/{self.id}/{verb}", {**self.place, **given})
        return done

    async def _upload(self, files: Sequence[tuple[str, str, bytes]], caption: str | None) -> Json:
        form = aiohttp.FormData()
        for name, value in ({**self.place, "caption": caption}).items():
            if value is not None:
                form.add_field(name, str(value))
        for field, file_name, content in files:
            form.add_field(field, io.BytesIO(content), filename=file_name)
        sent: Json = await self.sandbox.request("POST", f"/sim/as/{self.id}/send", data=form)
        return sent

    async def _keys(self) -> list[str]:
        keyboard = (await self.screen())["reply_keyboard"] or {}
        return [key["text"] for row in keyboard.get("keyboard", []) for key in row]

    async def _pause(self) -> None:
        """One settle is the beat of every wait; a bot that is still busy is simply waited for again."""
        try:
            await self.sandbox.settle(timeout_ms=1_000)
        except SandboxRefused as refused:
            if refused.status != 408:
                raise
