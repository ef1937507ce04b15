"""People and the sandbox as a test drives them, over HTTP alone: press, send, see, wait by settle."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

REQUEST_SECONDS = 130
SEES_WITHIN_SECONDS = 10.0
QUIET_MS = 60

Json = dict[str, Any]
Rows = Sequence[Sequence[str]]


class SandboxRefused(Exception):
    """The sandbox said a person can't do that; `status` is its HTTP status."""

    def __init__(self, status: int, text: str) -> None:
        super().__init__(f"{status}: {text}")
        self.status = status
        self.text = text


class SandboxClient:
    """One sandbox. `async with SandboxClient.at(url) as sandbox: …`"""

    def __init__(self, base_url: str, session: aiohttp.ClientSession) -> None:
        self.base_url = base_url
        self.session = session

    @classmethod
    @asynccontextmanager
    async def at(cls, base_url: str) -> AsyncIterator[SandboxClient]:
        timeout = aiohttp.ClientTimeout(total=REQUEST_SECONDS)
        async with aiohttp.ClientSession(timeout=timeout) as session:
            yield cls(base_url, session)

    async def person(self, persona: str, **details: Any) -> Person:
        """A new or known person; `details` are id, first_name, last_name, username, language_code."""
        made = await self.post("/sim/users", {"persona": persona, **details})
        return Person(self, made["id"], details.get("first_name") or persona)

    async def chat(
        self,
        type_: str,
        title: str,
        members: Sequence[tuple[Person | str, str]] = (),
        *,
        is_forum: bool = False,
    ) -> int:
        """A group, supergroup or channel with (person or "bot", status) pairs; returns its id."""
        listed = [
            {"user": member if isinstance(member, str) else member.id, "status": status} for member, status in members
        ]
        body = {"type": type_, "title": title, "is_forum": is_forum, "members": listed}
        made = await self.post("/sim/chats", body)
        return int(made["id"])

    async def set_member(self, chat: int, member: Person | str, status: str) -> Json:
        """Join, promote, demote, kick or leave."""
        user = member if isinstance(member, str) else member.id
        done: Json = await self.post(f"/sim/chats/{chat}/members", {"user": user, "status": status})
        return done

    async def settle(self, *, quiet_ms: int = QUIET_MS, timeout_ms: int = 10_000) -> None:
        """Until the bot has nothing left to do."""
        await self.post("/sim/settle", {"quiet_ms": quiet_ms, "timeout_ms": timeout_ms})

    async def faults(self, kind: str, **rule: Any) -> Json:
        """Bad luck of that kind; `rule` narrows it by method, chat, nth, probability, seed, times."""
        added: Json = await self.post("/sim/faults", {"kind": kind, **rule})
        return added

    async def clear_faults(self) -> None:
        """Fair weather again."""
        await self.request("DELETE", "/sim/faults")

    async def calls(self, method: str | None = None, *, since: int = 0) -> list[Json]:
        """Bot API calls so far, of one method if named."""
        found = await self.get(f"/sim/calls?since={since}")
        return [call for call in found if method in {None, call["method"]}]

    async def refused_calls(self) -> list[Json]:
        """Calls that Telegram would have answered with an error."""
        return [call for call in await self.calls() if call["status"] is not None and call["status"] >= 400]

    async def answers(self) -> list[Json]:
        """Every press and what the bot said to it."""
        found: list[Json] = await self.get("/sim/answers")
        return found

    async def unanswered_callbacks(self) -> list[Json]:
        """Presses whose spinner still turns."""
        return [press for press in await self.answers() if not press["answered"]]

    async def updates(self, *, since: int = 0) -> list[Json]:
        """Updates as they were queued."""
        found: list[Json] = await self.get(f"/sim/updates?since={since}")
        return found

    async def inject(self, update: Json) -> int:
        """A raw update, forged or repeated."""
        return int((await self.post("/sim/updates", {"update": update}))["update_id"])

    async def advance(self, seconds: int) -> None:
        """Moves the sandbox's clock."""
        await self.post("/sim/clock", {"advance_seconds": seconds})

    async def state(self) -> Json:
        """Who and what there is."""
        found: Json = await self.get("/sim/state")
        return found

    async def reset(self) -> None:
        """An empty Telegram with the same bot."""
        await self.post("/sim/reset")

    async def file(self, file_id: str) -> bytes:
        """The bytes behind a file on somebody's screen."""
        async with self.session.get(f"{self.base_url}/sim/files/{file_id}") as response:
            if response.status >= 400:
                raise SandboxRefused(response.status, await response.text())
            return await response.read()

    async def get(self, path: str) -> Any:
        """A GET of the people's side."""
        return await self.request("GET", path)

    async def post(self, path: str, body: Json | None = None) -> Any:
        """A POST of the people's side."""
        return await self.request("POST", path, json=body or {})

    async def request(self, method: str, path: str, **options: Any) -> Any:
        """Any call of the people's side; raises `SandboxRefused`."""
        async with self.session.request(method, self.base_url + path, **options) as response:
            answer = await response.json()
        if response.status >= 400:
            raise SandboxRefused(response.status, answer["error"])
        return answer


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
                if _holds(message, text, buttons):
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


def labels(message: Json) -> list[list[str]]:
    """The rows of a message's buttons by their texts."""
    return [[button["text"] for button in row] for row in message["keyboard"]]


def drawn(messages: Sequence[Json]) -> str:
    """A screen in plain letters, for failing tests."""
    return "\n".join(_drawn(message) for message in messages[-12:]) or "(an empty screen)"


def _drawn(message: Json) -> str:
    service = message["service"]
    who = (message["from"] or {}).get("name", "channel")
    words = service["text"] if service else message["text"] or message["caption"] or "(no text)"
    rows = "".join(f"\n    [{'] ['.join(row)}]" for row in labels(message))
    return f"#{message['message_id']} {who}: {words}{rows}"


def _holds(message: Json, text: str | None, buttons: Rows | None) -> bool:
    words = message["text"] or message["caption"] or ""
    if text is not None and text not in words:
        return False
    return buttons is None or labels(message) == [list(row) for row in buttons]
