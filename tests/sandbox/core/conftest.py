"""A running sandbox, a bot that calls it by HTTP, and the chats it meets there."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.sandbox.server import Sandbox
from bot.sandbox.world import Chat, ChatType, Member, Status, User, World
from tests.sandbox.core.caller import TOKEN, Caller

BUYER_ID = 2**33 + 7
SELLER_ID = 1_000_002


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    running = Sandbox(tokens=[TOKEN])
    await running.start()
    yield running
    await running.stop()


@pytest.fixture
def world(sandbox: Sandbox) -> World:
    return sandbox.world


@pytest.fixture
async def session() -> AsyncIterator[aiohttp.ClientSession]:
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as opened:
        yield opened


@pytest.fixture
def bot(sandbox: Sandbox, session: aiohttp.ClientSession) -> Caller:
    return Caller(session, sandbox.base_url)


@pytest.fixture
def buyer(world: World) -> User:
    """Someone who has started the bot."""
    return world.add_user(User(BUYER_ID, "Bea", username="bea", language_code="en", started=True))


@pytest.fixture
def seller(world: World) -> User:
    return world.add_user(User(SELLER_ID, "Sal", started=True))


@pytest.fixture
def group(world: World, buyer: User, seller: User) -> Chat:
    """A supergroup where the bot is an ordinary member and the seller the owner."""
    members = {
        world.bot.id: Member(world.bot.id),
        buyer.id: Member(buyer.id),
        seller.id: Member(seller.id, Status.CREATOR),
    }
    return world.add_chat(Chat(-1001000000001, ChatType.SUPERGROUP, "Desk", members=members))


@pytest.fixture
def cases(world: World, buyer: User, seller: User) -> Chat:
    """A group with topics that the bot administers."""
    members = {
        world.bot.id: Member(world.bot.id, Status.ADMINISTRATOR),
        buyer.id: Member(buyer.id),
        seller.id: Member(seller.id, Status.CREATOR),
    }
    return world.add_chat(Chat(-1001000000002, ChatType.SUPERGROUP, "Cases", is_forum=True, members=members))


@pytest.fixture
def channel(world: World) -> Chat:
    """A channel the bot may post to."""
    members = {world.bot.id: Member(world.bot.id, Status.ADMINISTRATOR)}
    return world.add_chat(Chat(-1001000000003, ChatType.CHANNEL, "News", username="desk_news", members=members))
