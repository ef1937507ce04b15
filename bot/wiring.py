"""The composition root: every part of the running desk, put together on one page."""

import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from aiogram import Bot, Dispatcher
from aiogram.client.default import DefaultBotProperties
from aiogram.client.telegram import TelegramAPIServer
from aiogram.enums import ParseMode
from aiogram.types import Update

from bot.gate import open_gate
from bot.gateways.telegram import TelegramSession
from bot.gateways.uploads import TelegramUploads
from bot.gateways.vault import SealedVault
from bot.housekeeping import Housekeeping
from bot.inbox import Inbox
from bot.press_desk import PressDesk, redraw_desk
from bot.schedule import Job
from bot.settings import Settings
from bot.unread import without_unread
from bot.workers.deadlines import DeadlineWorker
from bot.workers.outbox import OutboxWorker
from handlers.courier import Courier
from handlers.routing import build_router
from handlers.texts import Translations
from storage.engine import Desk as Gate
from storage.engine.selftest import self_test
from storage.inbox import Claimed
from storage.revision import is_current
from storage.takeover import take_over
from storage.work import StorageWork


@dataclass(frozen=True, slots=True)
class Parts:
    """The running desk, for whoever starts and stops it."""

    settings: Settings
    gate: Gate[StorageWork]
    bot: Bot
    texts: Translations
    vault: SealedVault
    inbox: Inbox
    outbox: OutboxWorker
    jobs: tuple[Job, ...]

    async def close(self) -> None:
        """Lets go of everything in the reverse order of its making."""
        await self.vault.close()
        await self.bot.session.close()
        await self.gate.close()


async def assemble(settings: Settings) -> Parts:
    """Migrates, tests the ground it stands on, and builds every part; nothing runs yet."""
    gate = await _ready_gate(settings)
    bot = build_bot(settings)
    texts = Translations.load()
    vault = SealedVault(Path(settings.data_dir) / "evidence")
    owner = f"worker:{secrets.token_hex(6)}"
    outbox = OutboxWorker(gate, bot, Courier(gate, texts, vault), owner=owner)
    dispatcher = Dispatcher(disable_fsm=True, texts=texts, vault=vault, uploads=TelegramUploads(bot))
    dispatcher.include_router(build_router())

    async def handle(claimed: Claimed, update: dict[str, Any]) -> None:
        desk, redraw = PressDesk(gate, claimed, outbox.wake), redraw_desk(gate, claimed, outbox.wake)
        event = Update.model_validate(without_unread(update), context={"bot": bot})
        await dispatcher.feed_update(bot, event, desk=desk, redraw=redraw)

    inbox = Inbox(gate, bot_id=bot.id, owner=owner, handle=handle)
    deadlines = DeadlineWorker(gate, owner=owner, wake=outbox.wake)
    housekeeping = Housekeeping(gate)
    jobs = (
        Job("deadlines", 1, deadlines.tick),
        Job("inbox", 1, inbox.sweep),
        Job("outbox", 1, outbox.look),
        Job("roll-up", 300, housekeeping.roll_up),
        Job("clean-up", 3600, housekeeping.clean_up),
        Job("self-audit", 60, housekeeping.audit),
    )
    return Parts(settings, gate, bot, texts, vault, inbox, outbox, jobs)


async def _ready_gate(settings: Settings) -> Gate[StorageWork]:
    gate = await open_gate(settings, exclusive=True)
    try:
        if not await is_current(gate):
            # Alembic weighs twelve megabytes, which no start but the first of a version should carry.
            from storage.migrations import migrate

            await migrate(settings.database)
        await self_test(settings.database)
        await gate.write(take_over)
    except BaseException:
        await gate.close()
        raise
    return gate


def build_bot(settings: Settings) -> Bot:
    """The Bot API client: HTML everywhere, no link previews, against whichever server the settings name."""
    return Bot(
        settings.bot_token.get_secret_value(),
        session=TelegramSession(api=TelegramAPIServer.from_base(settings.telegram_api)),
        default=DefaultBotProperties(parse_mode=ParseMode.HTML, link_preview_is_disabled=True),
    )
