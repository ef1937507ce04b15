"""What the way in costs without bytes and database: the whole router tree, for a message that no earlier branch wants,
against a dispatcher with one handler. Both answer with one message."""

import asyncio
import time
from statistics import median
from typing import Any, Final, cast

from aiogram import Bot, Dispatcher
from aiogram.types import Update

from bot.serving import settle_memory
from domain.kernel.ids import UserId
from domain.kernel.moments import Instant
from domain.operations.rules import DEFAULTS
from domain.users.model import User
from handlers.routing import build_router
from handlers.texts import Translations
from tests.benchmarks.canned import TOKEN, CannedSession
from tests.benchmarks.echo import Echo
from tests.benchmarks.ratio import Ratio

UPDATES: Final = 400
ROUNDS: Final = 9
GOAL: Final = 4.0
PEOPLE: Final = 1_000
"""So many take turns that nobody is too fast."""


def measure() -> list[Ratio]:
    """Both take turns in one process."""
    return [Ratio("whole router tree, against a one-handler echo", asyncio.run(_ratio()), GOAL, at_most=True)]


async def _ratio() -> float:
    bot = Bot(TOKEN, session=CannedSession())
    tree = Dispatcher(disable_fsm=True, texts=Translations.load(), vault=None, uploads=None, desk=_KnownPeople())
    tree.include_router(build_router())
    echo = Echo().dispatcher
    messages = [_message(person, bot) for person in range(1, PEOPLE + 1)]
    await _cpu_seconds(tree, bot, messages)
    settle_memory()
    rounds = []
    for number in range(ROUNDS):
        some = [messages[(number * UPDATES + place) % PEOPLE] for place in range(UPDATES)]
        baseline = await _cpu_seconds(echo, bot, some)
        rounds.append(await _cpu_seconds(tree, bot, some) / baseline)
        await asyncio.sleep(1)
    return median(rounds)


async def _cpu_seconds(dispatcher: Dispatcher, bot: Bot, messages: list[Update]) -> float:
    calls = cast("CannedSession", bot.session).telegram.calls
    begun = time.process_time()
    for message in messages:
        await dispatcher.feed_update(bot, message)
    spent = time.process_time() - begun
    assert cast("CannedSession", bot.session).telegram.calls == calls + len(messages), "somebody got no answer"
    return spent


def _message(person: int, bot: Bot) -> Update:
    """A command that does not exist."""
    chat = {"id": person, "type": "private", "first_name": "Ada"}
    sender = {"id": person, "is_bot": False, "first_name": "Ada"}
    said = {"message_id": 1, "date": 1_790_000_000, "chat": chat, "from": sender, "text": "/nonsense"}
    return Update.model_validate({"update_id": person, "message": said}, context={"bot": bot})


class _KnownPeople:
    """Stands where the gate stands and knows everybody, because reading is measured elsewhere."""

    async def read(self, query: Any, user: UserId) -> Any:
        return User(user, user, "Ada", "en", False, None, Instant(0)), None, Instant(0), DEFAULTS
