"""The presses that many stories share, as people make them: by the words on the buttons."""

import re

from domain.ads.model import Ad
from tests.journeys.stage import Stage
from tests.support.person import Person
from tests.support.screens import Json, labels


async def take(stage: Stage, buyer: Person, ad: Ad, *, amount: str) -> str:
    """From the ad's link to a live order; its code."""
    await buyer.start(f"ad-{ad.code}")
    await press(stage, buyer, "Buy")
    await say(stage, buyer, amount)
    await press(stage, buyer, "✅ Confirm")
    return code_on(await buyer.last())


async def pay(stage: Stage, buyer: Person) -> None:
    await press(stage, buyer, "✅ I have paid")


async def release(stage: Stage, seller: Person) -> None:
    """Both steps."""
    await press(stage, seller, "🔓 Release")
    await press(stage, seller, "🔓 The money is there: release")


async def press(stage: Stage, person: Person, label: str) -> Json:
    """One press, answered and worked off; what the bot said to it."""
    await stage.rest()
    await person.press(label)
    answer = await person.answer()
    await stage.rest()
    return answer


async def say(stage: Stage, person: Person, text: str) -> None:
    """One message, worked off."""
    await person.send(text)
    await stage.rest()


def code_on(message: Json) -> str:
    """The order's code on a card."""
    found = re.search(r"#([0-9A-Z]{6})", message["text"] or message["caption"] or "")
    assert found, f"no order code on {message['text'] or message['caption']!r} with {labels(message)}"
    return found[1]
