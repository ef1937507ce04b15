"""The presses that many stories share, as people make them: by the words on the buttons."""

import re

from domain.ads.model import Ad
from tests.journeys.stage import Stage
from tests.support.person import Person
from tests.support.screens import Json, labels

UNCHANGED = "message is not modified"
"""What Telegram says to a card that is right already: belongs to every story in which somebody presses twice."""


async def take(stage: Stage, buyer: Person, ad: Ad, *, amount: str) -> str:
    """From the ad's link to a live order; its code."""
    await buyer.start(f"ad-{ad.code}")
    await press(stage, buyer, "Buy")
    await say(stage, buyer, amount)
    await press(stage, buyer, "✅ Confirm")
    return code_on(await buyer.last())


async def order_of(stage: Stage, buyer: Person, merchant: Person, *, amount: str = "150") -> str:
    """A fresh ad and a live order on it; the order's code."""
    return await take(stage, buyer, await stage.ad(merchant), amount=amount)


async def paid_order(stage: Stage, buyer: Person, merchant: Person) -> str:
    """As `order_of`, and the buyer has said that they paid."""
    code = await order_of(stage, buyer, merchant)
    await pay(stage, buyer)
    return code


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


async def breathe(stage: Stage) -> None:
    """People pause now and then; the desk admits fifteen presses at once and five a second after that."""
    await stage.sandbox.settle(quiet_ms=1_500)


async def say(stage: Stage, person: Person, text: str) -> None:
    """One message, worked off."""
    await person.send(text)
    await stage.rest()


def code_on(message: Json) -> str:
    """The order's code on a card."""
    found = re.search(r"#([0-9A-Z]{6})", message["text"] or message["caption"] or "")
    assert found, f"no order code on {message['text'] or message['caption']!r} with {labels(message)}"
    return found[1]
