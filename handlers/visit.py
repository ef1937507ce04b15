"""One update as its handler sees it: who came, in which words, with which form open, through which gate."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from aiogram import Bot
from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery, Message

from domain.forms.model import Draft
from domain.kernel.ids import OrderId, UserId
from domain.kernel.moments import Instant
from domain.notices.ports import Card
from domain.operations.rules import DeskRules
from domain.proofs.ports import Uploads, Vault
from domain.users.model import User
from domain.work import Desk
from handlers.texts import Texts, Translations

Data = TypeVar("Data", bound=CallbackData)


@dataclass(frozen=True, slots=True)
class Visit:
    """Made once per update by the middleware; `now` is when the database was asked who this is."""

    bot: Bot
    desk: Desk
    vault: Vault
    uploads: Uploads
    translations: Translations
    user: User
    draft: Draft | None
    now: Instant
    rules: DeskRules
    is_new: bool = False

    @property
    def texts(self) -> Texts:
        return self.translations.of(self.user.language)

    @property
    def open_draft(self) -> Draft | None:
        """The unfinished form, for as long as forms are kept."""
        draft = self.draft
        return draft if draft is not None and self.now <= draft.touched_at + self.rules.draft_kept_ms else None


@dataclass(frozen=True, slots=True)
class Spot:
    """A message of ours in somebody's private chat. A photo can only change its caption."""

    user: UserId
    message: int
    has_picture: bool = False

    def card(self, order: OrderId) -> Card:
        """This message as the live card of an order."""
        return Card(self.user, order, self.message, self.has_picture)


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed button: the query to answer and the message it hangs on."""

    query: CallbackQuery
    spot: Spot


PressHandler = Callable[[Visit, Pressed, Data], Awaitable[None]]
MessageHandler = Callable[[Visit, Message], Awaitable[None]]


def spot_of(query: CallbackQuery) -> Spot | None:
    """Where the pressed button is; None for messages outside a private chat, which we never sent."""
    message = query.message
    if message is None or message.chat.type != "private":
        return None
    has_picture = isinstance(message, Message) and message.photo is not None
    return Spot(UserId(query.from_user.id), message.message_id, has_picture)


def spot_on(card: Card) -> Spot:
    return Spot(card.user, card.message, card.has_picture)
