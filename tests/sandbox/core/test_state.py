"""The world survives a restart in its state file."""

import json
from pathlib import Path

import aiohttp
import pytest

from bot.sandbox.server import Sandbox
from bot.sandbox.world import Chat, Content, User, World, snapshot
from tests.sandbox.core.caller import TOKEN, Caller, png
from tests.sandbox.core.test_updates import says
from tests.sandbox.core.test_webhook import until


async def test_everything_is_there_after_a_restart(session: aiohttp.ClientSession, tmp_path: Path) -> None:
    state_file = tmp_path / "world.json"
    first = Sandbox(tokens=[TOKEN], state_file=state_file)
    bot = Caller(session, await first.start())
    person = first.world.add_user(User(2**33, "Bea", started=True))
    photo = await bot.upload("sendPhoto", {"photo": ("p.png", png())}, chat_id=person.id)
    says(first.world, person, "hello")
    await first.stop()

    second = Sandbox(tokens=[TOKEN], state_file=state_file)
    bot = Caller(session, await second.start())
    (update,) = await bot.ok("getUpdates")
    again = await bot.ok("sendPhoto", chat_id=person.id, photo=photo["result"]["photo"][-1]["file_id"])
    await second.stop()

    assert update["message"]["text"] == "hello"
    assert again["message_id"] == update["message"]["message_id"] + 1


async def test_the_world_is_saved_while_it_runs(tmp_path: Path) -> None:
    state_file = tmp_path / "world.json"
    sandbox = Sandbox(tokens=[TOKEN], state_file=state_file)
    sandbox.save_every_seconds = 0.01
    await sandbox.start()

    sandbox.world.add_user(User(2**33, "Bea", started=True))
    await until(state_file.exists)
    saved = json.loads(state_file.read_text("utf-8"))
    await sandbox.stop()

    assert [user["first_name"] for user in saved["users"]] == ["otcdesk", "Bea"]


def test_a_snapshot_is_plain_json_and_loses_nothing(world: World, cases: Chat, buyer: User) -> None:
    world.post(cases, buyer.id, Content(text="hi"), reactions={buyer.id: ["👍"]}, reply_to_id=1)
    world.queries.open_callback(buyer.id, "x", world.clock.now_ms(), chat_id=cases.id, message_id=2)
    saved = snapshot.save(world)
    other = World()

    snapshot.load(other, json.loads(json.dumps(saved)))

    assert snapshot.save(other) == saved
    assert other.messages.last(cases.id) == world.messages.last(cases.id)


def test_a_snapshot_of_another_version_is_refused(world: World) -> None:
    with pytest.raises(ValueError, match="version"):
        snapshot.load(world, {"version": 99})


def test_clearing_keeps_the_bot_and_its_webhook(world: World, buyer: User) -> None:
    world.profile.webhook.url = "http://127.0.0.1/hook"
    bot_id = world.bot.id

    snapshot.clear(world)

    assert (world.bot.id, world.profile.webhook.url) == (bot_id, "http://127.0.0.1/hook")
    assert world.users.people() == []


def test_messages_said_before_the_token_was_known_are_adopted() -> None:
    world = World()
    person = world.add_user(User(5, "Bea", started=True))
    message = world.post(world.chat(person.id), world.bot.id, Content(text="hi"))

    world.adopt_bot_id(77)

    assert message.sender_id == world.bot.id == 77


def test_a_connected_bot_keeps_its_id_and_webhook(world: World, buyer: User) -> None:
    saved = snapshot.save(World())
    world.profile.webhook.url = "http://127.0.0.1/hook"

    snapshot.load(world, saved)

    assert world.bot.id == int(TOKEN.partition(":")[0])
    assert world.profile.webhook.url == "http://127.0.0.1/hook"
