"""Takes a verb's question or command through the gate, beside a desk that may be serving at the same time."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Concatenate, ParamSpec, TypeVar

from bot.gate import open_gate
from bot.settings import Dangerous, Settings
from storage.engine import Desk as Gate
from storage.engine.opening import parse_url, sqlite_path
from storage.work import StorageWork

P = ParamSpec("P")
R = TypeVar("R")


def write(use_case: Callable[Concatenate[StorageWork, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    """One command in one transaction; once begun, Ctrl-C lets it end whole."""
    return asyncio.run(_through(lambda gate: gate.write(use_case, *args, **kwargs)))


def read(query: Callable[Concatenate[StorageWork, P], R], *args: P.args, **kwargs: P.kwargs) -> R:
    """One question, all of it answered from the same moment."""
    return asyncio.run(_through(lambda gate: gate.read_snapshot(query, *args, **kwargs)))


async def _through(ask: Callable[[Gate[StorageWork]], Awaitable[R]]) -> R:
    settings = Settings()
    _refuse_missing(settings)
    gate = await open_gate(settings, exclusive=False)
    try:
        return await ask(gate)
    finally:
        await gate.close()


def _refuse_missing(settings: Settings) -> None:
    """Opening would make an empty file, and whoever mistyped the folder would think that the money is gone."""
    address = parse_url(settings.database)
    if address.get_backend_name() == "sqlite" and not sqlite_path(address).exists():
        raise Dangerous(f"there is no database at {sqlite_path(address)}: run `otcdesk admin migrate` to make it")
