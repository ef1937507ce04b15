"""A Telegram of one's own on this machine: `otcdesk sandbox`."""

import asyncio
import signal
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Final

import typer

PORT: Final = 8081


def sandbox(
    port: Annotated[int, typer.Option(min=0, max=65535, help="Where to listen; 0 takes a free port.")] = PORT,
    token: Annotated[list[str] | None, typer.Option(help="A token bots may use; any is welcome without it.")] = None,
    limits: Annotated[bool, typer.Option("--limits", help="Keep bots to Telegram's pace.")] = False,
    state: Annotated[Path | None, typer.Option(metavar="FILE", help="Keep the world here between runs.")] = None,
) -> None:
    """Run a local Telegram: the Bot API for bots, a chat page for people."""
    asyncio.run(_open(port, token or (), limits=limits, state=state))


async def _open(port: int, tokens: Sequence[str], *, limits: bool, state: Path | None) -> None:
    from bot.sandbox.server import Sandbox, UnreadableWorld
    from bot.settings import Dangerous

    try:
        local = Sandbox(tokens=tokens, limits=limits, state_file=state)
    except UnreadableWorld as error:
        raise Dangerous(str(error)) from None
    stop = _stop_signal()
    url = await local.start(port=port)
    try:
        print(f"The sandbox is open at {url}/ ; bots reach it with OTCDESK_TELEGRAM_API={url}", flush=True)
        await stop.wait()
    finally:
        await local.stop()


def _stop_signal() -> asyncio.Event:
    """Ctrl-C is how a sandbox is meant to end, so it is no failure."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop
