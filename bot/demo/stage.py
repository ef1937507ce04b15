"""Puts the demo's people, the moderators' forum and the market channel into the sandbox, through its front door."""

from typing import Any, Final

import aiohttp

from bot.demo.cast import EVERYBODY, MARKET_CHANNEL, MODERATOR_GROUP, MODERATORS, Person

_TIMEOUT: Final = aiohttp.ClientTimeout(total=30)


class Stage:
    """Speaks to the sandbox's `/sim` as any other tool would."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        self._url = url
        self._session = session

    async def set_up(self) -> None:
        """Everybody who is not there yet enters; everybody who has not yet done so starts the bot."""
        there = {user["id"] for user in (await self._get("/sim/state"))["users"]}
        for person in EVERYBODY:
            if person.id not in there:
                await self._enter(person)
        await self._open_rooms()
        for person in EVERYBODY:
            if not (await self._get(f"/sim/as/{person.id}/chats/{person.id}"))["started"]:
                await self._post(f"/sim/as/{person.id}/start", {})
        await self._post("/sim/settle", {"quiet_ms": 150, "timeout_ms": 20_000})

    async def read_everything(self) -> None:
        """Nobody begins with unread messages."""
        for person in EVERYBODY:
            await self._post(f"/sim/as/{person.id}/read", {"chat": person.id})

    async def _enter(self, person: Person) -> None:
        user = {
            "id": person.id,
            "first_name": person.first_name,
            "username": person.username,
            "language_code": person.language,
            "persona": person.persona,
        }
        await self._post("/sim/users", {name: value for name, value in user.items() if value is not None})

    async def _open_rooms(self) -> None:
        there = {chat["id"] for chat in (await self._get("/sim/state"))["chats"]}
        bot = {"user": "bot", "status": "administrator"}
        if MODERATOR_GROUP not in there:
            members = [bot, *({"user": m.id, "status": "administrator"} for m in MODERATORS)]
            forum = {"id": MODERATOR_GROUP, "type": "supergroup", "title": "otcdesk moderators", "is_forum": True}
            await self._post("/sim/chats", forum | {"members": members})
        if MARKET_CHANNEL not in there:
            members = [bot, *({"user": person.id, "status": "member"} for person in EVERYBODY)]
            channel = {"id": MARKET_CHANNEL, "type": "channel", "title": "otcdesk market"}
            await self._post("/sim/chats", channel | {"members": members})

    async def _get(self, path: str) -> dict[str, Any]:
        async with self._session.get(self._url + path, timeout=_TIMEOUT) as response:
            return await _answer(response)

    async def _post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        async with self._session.post(self._url + path, json=body, timeout=_TIMEOUT) as response:
            return await _answer(response)


async def _answer(response: aiohttp.ClientResponse) -> dict[str, Any]:
    answer: dict[str, Any] = await response.json()
    if response.status != 200:
        raise RuntimeError(f"the sandbox refused {response.url.path}: {answer.get('error')}")
    return answer
