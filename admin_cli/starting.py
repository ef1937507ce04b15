"""The commands that start the bot: by polling, by webhook, or as a demo with its own Telegram."""

import asyncio
from pathlib import Path
from typing import Annotated, Final

import typer

DEMO_PORT: Final = 8081
Port = Annotated[int, typer.Option(min=1, max=65535, help="Where the page opens on this machine.")]
Data = Annotated[Path | None, typer.Option(metavar="DIR", help="Keep everything here; a second start continues.")]

# The bot is imported when its command runs: aiogram costs three seconds, which no other command should pay.


def demo(port: Port = DEMO_PORT, data: Data = None) -> None:
    """Play a trade in the browser: sandbox, bot and a seeded market. Needs no token."""
    from bot.demo.play import play

    play(port, data)


def run() -> None:
    """Run the bot by polling Telegram, until Ctrl-C."""
    from bot.logs import start_logging
    from bot.serving import poll
    from bot.settings import Settings

    start_logging("INFO")
    asyncio.run(poll(Settings()))


def serve() -> None:
    """Run the bot behind a webhook, until Ctrl-C. Any number of these share one PostgreSQL."""
    from bot.logs import start_logging
    from bot.serving import serve as listen
    from bot.settings import Settings

    start_logging("INFO")
    asyncio.run(listen(Settings()))
