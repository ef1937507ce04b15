"""Which message means what: commands and keys first, from any step; then pictures, replies and open forms."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from aiogram.types import Message

from domain.kernel.ids import OrderId, UserId
from domain.work import Reading
from handlers import forms
from handlers.ads import mine, post
from handlers.chat import talk
from handlers.home import enter
from handlers.market import browse
from handlers.orders import listing, upload
from handlers.show import post as post_screen
from handlers.switchboard import ScreenOf
from handlers.views.home import notice_screen
from handlers.visit import Visit
from handlers.wallet import look

Command = Callable[[Visit, str], Awaitable[None]]


async def on_message(message: Message, visit: Visit) -> None:
    """One message. Whoever is new is welcomed before anything they sent is looked at."""
    text = message.text or ""
    command, argument = _command(text)
    key = _key(visit, text)
    if command in COMMANDS:
        await COMMANDS[command](visit, argument)
    elif visit.is_new:
        await enter.start(visit, "")
    elif key is not None:
        await key(visit, "")
    elif message.photo or message.document:
        await upload.receive(visit, message)
    elif command:
        await post_screen(visit.bot, visit.user.id, notice_screen(visit.texts, "command-unknown"))
    elif text:
        await _said(visit, message)
    else:
        await post_screen(visit.bot, visit.user.id, notice_screen(visit.texts, "kind-unknown"))


async def _said(visit: Visit, message: Message) -> None:
    """A reply to an order's message goes to its chat, whatever form is open."""
    reply, draft = message.reply_to_message, visit.open_draft
    order = None if reply is None else await visit.desk.read(_order_of, visit.user.id, reply.message_id)
    if order is not None:
        await talk.tell(visit, message, order)
    elif draft is not None:
        await forms.answer(visit, message, draft)
    else:
        await post_screen(visit.bot, visit.user.id, notice_screen(visit.texts, "text-unexpected"))


def _place(screen_of: ScreenOf) -> Command:
    async def show(visit: Visit, argument: str) -> None:
        await post_screen(visit.bot, visit.user.id, await screen_of(visit, None))

    return show


async def _cancel(visit: Visit, argument: str) -> None:
    await forms.cancel_by_word(visit)


async def _new_ad(visit: Visit, argument: str) -> None:
    await post.begin_anew(visit)


async def _active(visit: Visit, argument: str) -> None:
    await listing.post_active(visit)


COMMANDS: Final[Mapping[str, Command]] = {
    "start": enter.start,
    "buy": _place(browse.enter),
    "orders": _place(listing.live_screen),
    "ads": _place(mine.list_screen),
    "newad": _new_ad,
    "wallet": _place(look.balances),
    "language": _place(enter.languages),
    "help": _place(enter.help_page),
    "cancel": _cancel,
}
_KEYS: Final[Mapping[str, Command]] = {"key-home": _place(enter.home), "key-order": _active}


def _command(text: str) -> tuple[str, str]:
    """The name of a command without slash and bot name, and what follows it; two empty texts for none."""
    if not text.startswith("/"):
        return "", ""
    head, _, argument = text[1:].partition(" ")
    return head.partition("@")[0].lower(), argument.strip()


def _key(visit: Visit, text: str) -> Command | None:
    """A key under the input field, in any language it ever had."""
    for key, command in _KEYS.items():
        if text in visit.translations.labels(key):
            return command
    return None


def _order_of(reading: Reading, user: UserId, message: int) -> OrderId | None:
    return reading.cards.order_of(user, message)
