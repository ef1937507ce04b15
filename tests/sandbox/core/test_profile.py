"""What the bot says of itself: commands by scope and language, texts within their limits."""

from typing import Any

import pytest

from bot.sandbox.world import User, World
from bot.sandbox.world.profile import visible_commands
from tests.sandbox.core.caller import BAD, Caller


def command(name: str = "start", description: str = "Open") -> dict[str, str]:
    return {"command": name, "description": description}


@pytest.mark.parametrize(
    ("commands", "description"),
    [
        ([command("Start")], "BOT_COMMAND_INVALID"),
        ([command("a" * 33)], "BOT_COMMAND_INVALID"),
        ([command(description=" ")], "command description must be non-empty"),
        ([command(description="x" * 257)], "BOT_COMMAND_DESCRIPTION_INVALID"),
        ([command()] * 101, "BOT_COMMANDS_TOO_MUCH"),
    ],
)
async def test_commands_are_checked(bot: Caller, commands: list[Any], description: str) -> None:
    assert await bot.refused("setMyCommands", commands=commands) == BAD + description


async def test_the_narrowest_scope_in_the_persons_language_wins(bot: Caller, world: World, buyer: User) -> None:
    own = {"type": "chat", "chat_id": buyer.id}
    await bot.ok("setMyCommands", commands=[command("general")])
    await bot.ok("setMyCommands", commands=[command("private")], scope={"type": "all_private_chats"})
    await bot.ok("setMyCommands", commands=[command("prive")], scope=own, language_code="fr")

    def seen(language_code: str | None) -> list[str]:
        shown = visible_commands(
            world.profile,
            chat_id=buyer.id,
            chat_type="private",
            user_id=buyer.id,
            is_admin=False,
            language_code=language_code,
        )
        return [entry["command"] for entry in shown]

    assert seen("fr") == ["prive"]
    assert seen("en") == ["private"]


async def test_scopes_name_real_chats(bot: Caller) -> None:
    unknown = await bot.refused("setMyCommands", commands=[], scope={"type": "chat", "chat_id": 99})
    strange = await bot.refused("setMyCommands", commands=[], scope={"type": "planet"})

    assert unknown == BAD + "chat not found"
    assert strange == BAD + "can't parse BotCommandScope: unsupported type specified"


@pytest.mark.parametrize(
    ("method", "field", "limit"),
    [
        ("setMyName", "name", 64),
        ("setMyDescription", "description", 512),
        ("setMyShortDescription", "short_description", 120),
    ],
)
async def test_texts_are_bounded(bot: Caller, method: str, field: str, limit: int) -> None:
    await bot.ok(method, **{field: "x" * limit})

    refusal = await bot.refused(method, **{field: "x" * (limit + 1)})

    assert refusal.startswith(BAD)


async def test_a_chats_menu_button_overrides_the_default(bot: Caller, buyer: User) -> None:
    web_app = {"type": "web_app", "text": "Desk", "web_app": {"url": "https://desk.example"}}
    await bot.ok("setChatMenuButton", chat_id=buyer.id, menu_button=web_app)

    own = await bot.ok("getChatMenuButton", chat_id=buyer.id)
    default = await bot.ok("getChatMenuButton")
    insecure = await bot.refused("setChatMenuButton", menu_button=web_app | {"web_app": {"url": "http://desk.example"}})

    assert (own["type"], default["type"]) == ("web_app", "commands")
    assert insecure == BAD + "BUTTON_URL_INVALID"
