"""Inline mode: words after the bot's name, in any chat, bring ads that can be sent there as cards."""

from dataclasses import dataclass
from typing import Final

from aiogram import Bot
from aiogram.types import (
    InlineQuery,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    LinkPreviewOptions,
)

from domain.ads.finding import page_for
from domain.ads.model import Ad, Side
from domain.ads.ports import PAGE_SIZE, Cursor, MarketFilter, MarketPage, Offer
from domain.ads.wishes import Wish, market_of, read_wish
from domain.kernel.ids import AdId, UserId
from domain.kernel.refusal import Refusal
from domain.users.model import User
from domain.users.use_cases.join import guess_language
from domain.work import Desk, Reading
from handlers.callbacks import SHARED, number_in, short
from handlers.texts import Texts, Translations
from handlers.views.inline import found_ad, shared_card
from handlers.views.screen import keyboard

CACHE_SECONDS: Final = 10
"""People type letter by letter and come back at once; prices and stock may be this old in the list."""
TO_MARKET: Final = "market"
"""What the button above the list sends along with start."""
_WAIT_SECONDS: Final = 8
"""Telegram itself forgets the question after about ten."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """Who asks, their own fitting ads, and a page of other people's."""

    user: User | None
    own: tuple[Offer, ...]
    page: MarketPage


async def on_inline(query: InlineQuery, bot: Bot, desk: Desk, texts: Translations) -> None:
    """One question. Nobody joins the desk by asking: whoever has not started yet is shown how to."""
    person = UserId(query.from_user.id)
    found = await desk.read(_answer, person, read_wish(query.query), _cursor(query.offset))
    words = texts.of(guess_language(query.from_user.language_code) if found.user is None else found.user.language)
    me = await bot.me()
    link = f"https://t.me/{me.username}?start={SHARED}"
    shown = [_article(offer, link, words, is_own=True) for offer in found.own]
    shown += [_article(offer, link, words, is_own=False) for offer in found.page.offers]
    following = found.page.following
    await bot.answer_inline_query(
        query.id,
        list(shown),
        cache_time=CACHE_SECONDS,
        is_personal=True,
        next_offset="" if following is None else f"{short(following.sort_key)}:{short(following.ad)}",
        button=_button(found, words),
        request_timeout=_WAIT_SECONDS,
    )


def _answer(reading: Reading, person: UserId, wish: Wish, after: Cursor | None) -> _Answer:
    """One's own ads stand above the first page."""
    user = reading.users.find(person)
    if wish.ad is not None:
        return _one(reading, person, user, wish.ad)
    look = reading.looks.find(person)
    wanted = market_of(wish, reading.market.assets_and_fiats(Side.SELL), None if look is None else look.where)
    if wanted is None:
        return _Answer(user, (), MarketPage((), None))
    own = _own(reading, user, wish, wanted) if user is not None and user.is_merchant and after is None else ()
    return _Answer(user, own, page_for(reading.market, person, wanted, after))


def _one(reading: Reading, person: UserId, user: User | None, ad: AdId) -> _Answer:
    """The ad of a share button. One that nobody can take now is as good as none."""
    try:
        offer = reading.market.offer(ad, person)
    except Refusal:
        return _Answer(user, (), MarketPage((), None))
    found = (offer,) if offer.ad.can_be_taken else ()
    is_own = user is not None and user.id == offer.maker.id
    return _Answer(user, found, MarketPage((), None)) if is_own else _Answer(user, (), MarketPage(found, None))


def _own(reading: Reading, user: User, wish: Wish, wanted: MarketFilter) -> tuple[Offer, ...]:
    """All that can be taken when nothing was named, else those that fit."""
    mine = reading.market.of_maker(user.id, before=None, limit=PAGE_SIZE)
    maker = reading.users.profile(user.id)
    return tuple(Offer(ad, maker) for ad in mine if ad.can_be_taken and (wish == Wish() or _fits(ad, wanted)))


def _fits(ad: Ad, wanted: MarketFilter) -> bool:
    return (
        (ad.total.unit, ad.price.fiat) == (wanted.asset, wanted.fiat)
        and (wanted.method is None or wanted.method in ad.methods)
        and (wanted.amount is None or ad.least <= wanted.amount <= ad.most_now)
    )


def _article(offer: Offer, link: str, texts: Texts, *, is_own: bool) -> InlineQueryResultArticle:
    line = found_ad(offer, texts, is_own=is_own)
    card = shared_card(offer, f"{link}{offer.ad.code}", texts)
    content = InputTextMessageContent(
        message_text=card.text, parse_mode="HTML", link_preview_options=LinkPreviewOptions(is_disabled=True)
    )
    return InlineQueryResultArticle(
        id=offer.ad.code,
        title=line.title,
        description=line.description,
        input_message_content=content,
        reply_markup=keyboard(card.rows),
    )


def _button(found: _Answer, texts: Texts) -> InlineQueryResultsButton | None:
    """The way into the desk, for strangers and for those who found nothing."""
    if found.user is None:
        return InlineQueryResultsButton(text=texts.plain("inline-start"), start_parameter=TO_MARKET)
    if not found.own and not found.page.offers:
        return InlineQueryResultsButton(text=texts.plain("inline-nothing"), start_parameter=TO_MARKET)
    return None


def _cursor(offset: str) -> Cursor | None:
    """Where the last answer ended. Raises `Refusal` (not-found) for what no answer ever said."""
    if not offset:
        return None
    key, _, last = offset.partition(":")
    return Cursor(number_in(key), AdId(number_in(last)))
