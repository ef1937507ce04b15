"""The sandbox as a test drives it, over HTTP alone: people, faults, the clock and what the bot did."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any

import aiohttp

from tests.support.person import Person
from tests.support.refused import SandboxRefused
from tests.support.screens import Json, labels

REQUEST_SECONDS = 130
QUIET_MS = 60

__all__ = ["Json", "Person", "SandboxClient", "SandboxRefused", "labels"]


class SandboxClient:
    """One sandbox. `async with SandboxClient.at(url) as sandbox: …`"""

    def __init__(self, base_url: str, session: aiohttp.ClientSession) -> None:
        self.base_url = base_url
        self.session = session
        self.quiet_ms = QUIET_MS

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

    async def settle(self, *, quiet_ms: int | None = None, timeout_ms: int = 10_000) -> None:
        """Until the bot has nothing left to do."""
        quiet = self.quiet_ms if quiet_ms is None else quiet_ms
        await self.post("/sim/settle", {"quiet_ms": quiet, "timeout_ms": timeout_ms})

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
