"""Which press means what: the one table of buttons, by kind and verb."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final

from aiogram.filters.callback_data import CallbackData
from aiogram.types import CallbackQuery

from domain.users.use_cases.join import LANGUAGES
from handlers import forms
from handlers.ads import mine, post
from handlers.callbacks import (
    AdButton,
    AdVerb,
    Browse,
    FormButton,
    FormVerb,
    Go,
    MarketVerb,
    OfferButton,
    OfferVerb,
    OrderButton,
    OrderVerb,
    PaperButton,
    PaperVerb,
    Place,
    Speak,
)
from handlers.chat import talk
from handlers.home import enter
from handlers.market import browse, match, take
from handlers.orders import card, deeds, listing, looks, receipt, wishes
from handlers.show import alert, draw, toast
from handlers.show import post as post_screen
from handlers.trust import people, rate
from handlers.trust.buttons import MarkedButton, MarkedVerb, TrustButton, TrustVerb
from handlers.views.screen import Screen
from handlers.visit import Pressed, Visit, spot_of
from handlers.wallet import look, papers

ScreenOf = Callable[[Visit, Go | None], Awaitable[Screen]]
Handler = Callable[[Visit, Pressed, Any], Awaitable[None]]

PLACES: Final[Mapping[Place, ScreenOf]] = {
    Place.HOME: enter.home,
    Place.MARKET: browse.enter,
    Place.ORDERS: listing.live_screen,
    Place.ENDED: listing.ended_screen,
    Place.ADS: mine.list_screen,
    Place.WALLET: look.balances,
    Place.STATEMENT: look.statement,
    Place.LANGUAGE: enter.languages,
    Place.HELP: enter.help_page,
    Place.FAVOURITES: people.favourites,
    Place.BLOCKED: people.blocked,
}


async def on_press(query: CallbackQuery, visit: Visit) -> None:
    """One press. A button that no version of this table knows explains itself and leads home."""
    spot = spot_of(query)
    if spot is None or query.data is None:
        return
    found = PRESSES.get(":".join(query.data.split(":", 2)[:2]))
    button = None if found is None else _unpacked(found[0], query.data)
    if found is None or button is None:
        await alert(visit.bot, query, visit.texts.plain("button-old"))
        await post_screen(visit.bot, visit.user.id, await enter.home(visit))
        return
    await found[1](visit, Pressed(query, spot), button)


async def _go(visit: Visit, pressed: Pressed, button: Go) -> None:
    screen = await PLACES[button.verb](visit, button)
    await toast(visit.bot, pressed.query)
    if button.below:
        await post_screen(visit.bot, visit.user.id, screen)
    else:
        await draw(visit.bot, pressed.spot, screen)


async def _new_ad(visit: Visit, pressed: Pressed, button: Go) -> None:
    await post.begin(visit, pressed)


def _unpacked(kind: type[CallbackData], data: str) -> CallbackData | None:
    """None for data that only looks like ours."""
    try:
        return kind.unpack(data)
    except (TypeError, ValueError):
        return None


_TABLE: Final[Mapping[type[CallbackData], Mapping[Any, Handler]]] = {
    Go: dict.fromkeys(PLACES, _go) | {Place.NEW_AD: _new_ad},
    Speak: dict.fromkeys(LANGUAGES, enter.speak),
    PaperButton: dict.fromkeys(PaperVerb, papers.export),
    Browse: {
        MarketVerb.PAGE: browse.page,
        MarketVerb.METHODS: browse.methods,
        MarketVerb.AMOUNT: browse.ask_amount,
        MarketVerb.MATCH: match.ask,
        MarketVerb.TAKEABLE: browse.choose_whose,
        MarketVerb.ALL: browse.choose_whose,
    },
    OfferButton: {
        OfferVerb.OPEN: browse.open_ad,
        OfferVerb.TAKE: take.begin,
        OfferVerb.FAVOUR: people.mark_maker,
        OfferVerb.BLOCK: people.mark_maker,
        OfferVerb.CLEAR: people.mark_maker,
    },
    FormButton: dict.fromkeys(FormVerb, forms.press),
    AdButton: {
        AdVerb.OPEN: mine.open_ad,
        AdVerb.PAUSE: mine.move,
        AdVerb.RESUME: mine.move,
        AdVerb.ASK_CLOSE: mine.ask_close,
        AdVerb.CLOSE: mine.move,
    },
    OrderButton: {
        OrderVerb.OPEN: card.open_order,
        OrderVerb.PAID: deeds.do,
        OrderVerb.CANCEL: deeds.ask_reason,
        OrderVerb.CANCEL_WHY: deeds.ask_cancel,
        OrderVerb.CANCEL_DO: deeds.cancel,
        OrderVerb.LATE: deeds.do,
        OrderVerb.BANK: deeds.do,
        OrderVerb.RELEASE: deeds.ask_release,
        OrderVerb.RELEASE_DO: deeds.do,
        OrderVerb.ASK: deeds.do,
        OrderVerb.AGREE: deeds.ask_agree,
        OrderVerb.AGREE_DO: deeds.do,
        OrderVerb.DROP: deeds.do,
        OrderVerb.EXTEND: deeds.do,
        OrderVerb.ASK_SELLER: wishes.ask_seller_reason,
        OrderVerb.ASK_SELLER_DO: wishes.ask_as_seller,
        OrderVerb.RETRACT: wishes.ask_retract,
        OrderVerb.RETRACT_DO: deeds.do,
        OrderVerb.RETRACT_ASK: deeds.do,
        OrderVerb.RETRACT_AGREE: wishes.ask_retract_agree,
        OrderVerb.RETRACT_AGREE_DO: deeds.do,
        OrderVerb.PROOFS: looks.proofs,
        OrderVerb.HISTORY: looks.history,
        OrderVerb.RECEIPT: receipt.receipt,
        OrderVerb.CHAT: talk.enter,
    },
    TrustButton: {
        TrustVerb.PERSON: people.about_party,
        TrustVerb.FAVOUR: people.mark_party,
        TrustVerb.BLOCK: people.mark_party,
        TrustVerb.CLEAR: people.mark_party,
        TrustVerb.RATE: rate.ask,
        TrustVerb.TAGS: rate.ask_tags,
        TrustVerb.GIVE: rate.give,
    },
    MarkedButton: {MarkedVerb.OPEN: people.open_marked, MarkedVerb.CLEAR: people.clear_marked},
}

PRESSES: Final[Mapping[str, tuple[type[CallbackData], Handler]]] = {
    f"{kind.__prefix__}:{verb}": (kind, handler) for kind, verbs in _TABLE.items() for verb, handler in verbs.items()
}
