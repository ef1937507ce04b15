"""A merchant, a buyer and the ad between them; each step waits until the desk has come to rest."""

from dataclasses import dataclass

from domain.ads.model import Ad
from tests.journeys.stage import Stage
from tests.support.person import Person
from tests.support.pictures import receipt
from tests.support.screens import Json, labels


@dataclass
class Talk:
    """Who talks, and how they get to the point a story begins at."""

    stage: Stage
    merchant: Person
    buyer: Person
    ad: Ad

    async def press(self, person: Person, *path: str) -> str:
        """Presses one label after the other; the last answer's text."""
        for label in path:
            await self.stage.rest()
            await person.press(label)
        await self.stage.rest()
        return str((await person.answer())["text"] or "")

    async def press_key(self, person: Person, label: str) -> None:
        """One of the two keys under the input field, which only writes its name."""
        await self.say(person, label)

    async def say(self, person: Person, *words: str) -> None:
        for text in words:
            await person.send(text)
            await self.stage.rest()

    async def show(self, person: Person, picture: bytes | None = None) -> None:
        """Sends a picture."""
        await person.send_photo(picture or receipt())
        await self.stage.rest()

    async def take(self, amount: str = "100 EUR") -> None:
        """The buyer's way to a fresh order card."""
        await self.say(self.buyer, "/buy")
        await self.press(self.buyer, "1 · 0.95 EUR", "Buy", amount, "✅ Confirm")

    async def paid(self) -> None:
        """As `take`, and the buyer has given their word."""
        await self.take()
        await self.show(self.buyer)
        await self.press(self.buyer, "✅ I have paid")

    async def last(self, person: Person) -> str:
        """What the bot's newest message says."""
        await self.stage.rest()
        return words(await person.last())

    async def found(self, person: Person, text: str) -> Json:
        """The newest message with this text."""
        await self.stage.rest()
        return next(message for message in reversed(await person.messages()) if text in words(message))

    async def calls(self, since: int = 0) -> list[str]:
        """The methods the bot called, but for waiting."""
        return [call["method"] for call in (await self.stage.sandbox.calls())[since:] if call["method"] != "getUpdates"]


def words(message: Json) -> str:
    return str(message["text"] or message["caption"] or "")


def has(message: Json, label: str) -> bool:
    """Whether one of its buttons bears this label."""
    return any(label in row for row in labels(message))
