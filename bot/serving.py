"""Runs the assembled desk through one of its two doors until somebody stops it."""

import asyncio
import contextlib
import gc
import signal
from collections.abc import AsyncIterator
from typing import Final
from urllib.parse import urlsplit

from aiohttp import web

from bot.polling import Polling
from bot.schedule import build_schedule
from bot.settings import Settings, check_bot, check_webhook, prepare_folder
from bot.webhook import build_app
from bot.wiring import Parts, assemble
from handlers.commands import publish_commands
from handlers.routing import ALLOWED_UPDATES

DRAIN_SECONDS: Final = 10


async def poll(settings: Settings) -> None:
    """`otcdesk run`: polls until SIGINT or SIGTERM."""
    check_bot(settings)
    async with running(settings) as parts, polling(parts):
        await stopped()


async def serve(settings: Settings) -> None:
    """`otcdesk serve`: listens for Telegram's calls until SIGINT or SIGTERM."""
    check_bot(settings)
    check_webhook(settings)
    async with running(settings) as parts, listening(parts):
        await stopped()


@contextlib.asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Parts]:
    """The desk with its workers and schedule, but no door open yet; everything ends in order on the way out."""
    prepare_folder(settings)
    parts = await assemble(settings)
    try:
        await publish_commands(parts.bot, parts.texts)
        sender = asyncio.create_task(parts.outbox.run())
        scheduler = build_schedule(parts.jobs)
        scheduler.start()
        settle_memory()
        try:
            yield parts
        finally:
            scheduler.shutdown(wait=False)
            await parts.inbox.drain(DRAIN_SECONDS)
            await ended(sender)
    finally:
        await parts.close()


@contextlib.asynccontextmanager
async def polling(parts: Parts) -> AsyncIterator[None]:
    """The polling door, open."""
    poller = asyncio.create_task(Polling(parts.bot, parts.inbox).run())
    try:
        yield
    finally:
        await ended(poller)


@contextlib.asynccontextmanager
async def listening(parts: Parts) -> AsyncIterator[None]:
    """The webhook door, open: Telegram is told the address once somebody listens there."""
    settings = parts.settings
    secret = settings.webhook_secret.get_secret_value()
    path = urlsplit(settings.webhook_url).path or "/"

    async def is_well() -> bool:
        return await parts.gate.read(lambda work: work.now > 0)

    runner = web.AppRunner(build_app(parts.inbox, path=path, secret=secret, is_well=is_well))
    await runner.setup()
    try:
        host, port = settings.webhook_listen.rsplit(":", 1)
        await web.TCPSite(runner, host, int(port), reuse_port=True).start()
        await parts.bot.set_webhook(settings.webhook_url, secret_token=secret, allowed_updates=list(ALLOWED_UPDATES))
        yield
    finally:
        await runner.cleanup()


async def stopped() -> None:
    """Returns at the first SIGINT or SIGTERM."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()


async def ended(task: asyncio.Task[None]) -> None:
    """Cancels a worker and waits for its end."""
    task.cancel()
    with contextlib.suppress(asyncio.CancelledError):
        await task


def settle_memory() -> None:
    """What was imported lives for ever: without this, a third to a half of the CPU goes into walking over it again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)
