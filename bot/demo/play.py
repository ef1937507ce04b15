"""Starts the sandbox and the real bot side by side, sets the stage and waits for Ctrl-C."""

import asyncio
import errno
import tempfile
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

import aiohttp
from pydantic import SecretStr

from bot.demo.cast import MARKET_CHANNEL, MODERATOR_GROUP
from bot.demo.seed import introduce, seed
from bot.demo.stage import Stage
from bot.logs import start_logging
from bot.sandbox.server import Sandbox, UnreadableWorld
from bot.serving import polling, running, stopped
from bot.settings import Dangerous, Settings

TOKEN: Final = "1000001:only-for-the-sandbox-of-the-demo-00"  # noqa: S105 - opens nothing but the sandbox
HOST: Final = "127.0.0.1"
HINT: Final = "Buyer: press Buy, choose an ad of Amina Exchange and take it. Then follow both cards."


def play(port: int, data: Path | None) -> None:
    """Blocks until it is stopped. Without a folder everything is gone afterwards.

    Raises `Dangerous` when the port is taken or the folder can't be used.
    """
    start_logging("WARNING")
    if data is not None:
        asyncio.run(_play(port, data))
        return
    with tempfile.TemporaryDirectory(prefix="otcdesk-demo-") as folder:
        asyncio.run(_play(port, Path(folder)))


async def _play(port: int, folder: Path) -> None:
    desk_folder = folder / "desk"
    settings = Settings(
        bot_token=SecretStr(TOKEN),
        telegram_api=f"http://{HOST}:{port}",
        data_dir=desk_folder,
        database_url=SecretStr(f"sqlite+aiosqlite:///{desk_folder / 'otcdesk.sqlite'}"),
        moderator_group=MODERATOR_GROUP,
        market_channel=MARKET_CHANNEL,
    )
    try:
        sandbox = Sandbox(
            tokens=(TOKEN,), bot_username="otcdesk_bot", bot_name="otcdesk", state_file=folder / "telegram.json"
        )
    except UnreadableWorld as error:
        raise Dangerous(str(error)) from None
    try:
        url = await sandbox.start(HOST, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Dangerous(f"port {port} is in use: choose another with --port") from None
        raise
    try:
        async with running(settings) as parts, polling(parts), aiohttp.ClientSession() as session:
            stage = Stage(url, session)
            await introduce(parts.gate)
            await stage.set_up()
            await seed(parts.gate)
            parts.outbox.wake()
            await stage.read_everything()
            question = urlencode({"as": "buyer,merchant", "hint": HINT}, safe=",")
            print(f"\n  otcdesk is open at {url}/?{question}\n\n  Ctrl-C ends it.", flush=True)  # noqa: T201
            await stopped()
    finally:
        await sandbox.stop()
