"""Draws one notice of the outbox in its reader's language and sends it."""

from dataclasses import dataclass
from typing import Final, assert_never

from aiogram import Bot

from domain.chat.model import Line
from domain.kernel.ids import OrderId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.notices.model import Notice, NoticeKind
from domain.notices.ports import Card
from domain.notices.use_cases.cards import link_message, remember_card
from domain.orders.ports import OrderView
from domain.proofs.model import Proof
from domain.proofs.ports import Vault
from domain.users.model import User
from domain.work import Desk, Reading
from handlers.show import draw, erase, post
from handlers.texts import Texts, Translations
from handlers.views.chat import line_screen, proof_screen
from handlers.views.order_card import order_card
from handlers.views.orders import taken_screen
from handlers.views.screen import Screen, headed
from handlers.views.wallet import money_screen
from handlers.visit import spot_on

TAKEN: Final = "order-told-taken"
_WITH_PICTURE: Final = frozenset({"order-told-paid", "order-told-late"})
_EFFECTS: Final = {"order-told-released": "5046509860389126442"}
"""Telegram's confetti, once in the life of an order."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """Whom a notice is for, and everything it shows. `card` is their live card of the order, if there is one."""

    reader: User
    view: OrderView
    card: Card | None
    proofs: tuple[Proof, ...]


class Courier:
    """Needs the unfenced gate: it works for the outbox, not for an update."""

    def __init__(self, desk: Desk, texts: Translations, vault: Vault) -> None:
        self._desk = desk
        self._texts = texts
        self._vault = vault

    async def deliver(self, bot: Bot, notice: Notice) -> None:
        """Sends one notice. Raises aiogram's exceptions, but not for what means that it is shown already.

        Raises `Refusal` (not-found) for an order that was never this reader's.
        """
        match notice.kind:
            case NoticeKind.CARD:
                await self._redraw(bot, await self._facts(notice))
            case NoticeKind.ALERT:
                await self._alert(bot, await self._facts(notice), notice.headline)
            case NoticeKind.PROOF:
                await self._proof(bot, await self._facts(notice), notice.subject)
            case NoticeKind.LINE:
                await self._line(bot, notice)
            case NoticeKind.MONEY:
                reader = await self._desk.read(_reader, notice.to)
                await post(bot, notice.to, money_screen(notice.headline, self._texts.of(reader.language)))
            case _:
                assert_never(notice.kind)

    async def _redraw(self, bot: Bot, facts: _Facts) -> None:
        """Whoever has no card yet has nothing that could be out of date."""
        if facts.card is None:
            return
        spot = await draw(bot, spot_on(facts.card), order_card(facts.view, self._words(facts)))
        if spot.message != facts.card.message:
            await self._desk.write(remember_card, spot.card(facts.view.order.id))

    async def _alert(self, bot: Bot, facts: _Facts, headline: str) -> None:
        """News comes as a new card at the bottom and takes the earlier one's place.

        That somebody took an ad asks nothing of its owner, so it is one line of news and no card yet.
        """
        texts, order = self._words(facts), facts.view.order
        if headline == TAKEN:
            spot = await post(bot, facts.reader.id, taken_screen(facts.view, texts))
            await self._desk.write(link_message, facts.reader.id, spot.message, order.id)
            return
        card = headed(texts(headline), order_card(facts.view, texts))
        screen = Screen(card.text, card.rows, _EFFECTS.get(headline))
        picture = await self._newest_picture(facts) if headline in _WITH_PICTURE else None
        spot = await post(bot, facts.reader.id, screen, picture=picture)
        await self._desk.write(remember_card, spot.card(order.id))
        if facts.card is not None:
            await erase(bot, spot_on(facts.card))

    async def _proof(self, bot: Bot, facts: _Facts, number: int | None) -> None:
        """The clean picture, as an answer to the card it belongs to."""
        proof = next((proof for proof in facts.proofs if proof.number == number), None)
        if proof is None:
            raise Refusal(Rule.NOT_FOUND)
        picture = await self._picture(proof.new.viewer)
        screen = proof_screen(facts.view, proof, self._words(facts), is_picture=picture is not None)
        answered = None if facts.card is None else facts.card.message
        spot = await post(bot, facts.reader.id, screen, picture=picture, reply_to=answered)
        await self._desk.write(link_message, facts.reader.id, spot.message, facts.view.order.id)

    async def _line(self, bot: Bot, notice: Notice) -> None:
        facts, line = await self._desk.read(_line_facts, notice.to, _order(notice), notice.subject or 0)
        picture = await self._picture(line.new.picture)
        spot = await post(bot, notice.to, line_screen(facts.view, line, self._words(facts)), picture=picture)
        await self._desk.write(link_message, notice.to, spot.message, facts.view.order.id)

    async def _facts(self, notice: Notice) -> _Facts:
        return await self._desk.read(_facts_of, notice.to, _order(notice))

    async def _newest_picture(self, facts: _Facts) -> bytes | None:
        viewers = [proof.new.viewer for proof in facts.proofs if proof.new.viewer is not None]
        return await self._picture(viewers[-1]) if viewers else None

    async def _picture(self, sha256: str | None) -> bytes | None:
        """News is told without its picture rather than not at all."""
        if sha256 is None:
            return None
        try:
            return await self._vault.picture(sha256)
        except Refusal:
            return None

    def _words(self, facts: _Facts) -> Texts:
        return self._texts.of(facts.reader.language)


def _order(notice: Notice) -> OrderId:
    """Every kind but money speaks of an order."""
    assert notice.order is not None
    return notice.order


def _reader(reading: Reading, user: UserId) -> User:
    """Raises `Refusal` (not-registered)."""
    return reading.users.get(user)


def _facts_of(reading: Reading, user: UserId, order: OrderId) -> _Facts:
    """Raises `Refusal` (not-found, not-registered)."""
    return _Facts(
        reader=reading.users.get(user),
        view=reading.orders.view(order, user),
        card=reading.cards.find(user, order),
        proofs=reading.proofs.of_order(order),
    )


def _line_facts(reading: Reading, user: UserId, order: OrderId, number: int) -> tuple[_Facts, Line]:
    return _facts_of(reading, user, order), reading.lines.get(order, number)
