"""Coming in: start with or without a link, home, help and language."""

import contextlib

from domain.kernel.codes import Coded, number_of
from domain.kernel.ids import AdId, OrderId, UserId
from domain.kernel.refusal import Refusal
from domain.users.use_cases.join import choose_language
from domain.work import Reading
from handlers.callbacks import Go, Speak
from handlers.market.browse import enter as enter_market
from handlers.market.browse import post_ad_card
from handlers.orders.listing import post_order
from handlers.show import draw, post, post_keys, toast
from handlers.views.home import (
    HomeFacts,
    help_screen,
    home_screen,
    keys,
    language_screen,
    unknown_link_screen,
    welcome_back_screen,
    welcome_screen,
)
from handlers.views.screen import Screen
from handlers.visit import Pressed, Visit


async def start(visit: Visit, payload: str) -> None:
    """A greeting brings the two keys, also to somebody who cleared the chat; then what the link asked for, or home."""
    if visit.is_new or not payload:
        greeting = welcome_screen if visit.is_new else welcome_back_screen
        await post_keys(visit.bot, visit.user.id, greeting(visit.user, visit.texts), keys(visit.texts))
    if not payload:
        await post(visit.bot, visit.user.id, await home(visit))
        return
    with contextlib.suppress(Refusal):
        if await _followed(visit, payload):
            return
    await post(visit.bot, visit.user.id, unknown_link_screen(visit.texts))


async def home(visit: Visit, go: Go | None = None) -> Screen:
    return home_screen(HomeFacts(visit.user, await visit.desk.read(_live, visit.user.id)), visit.texts)


async def help_page(visit: Visit, go: Go | None = None) -> Screen:
    return help_screen(visit.texts)


async def languages(visit: Visit, go: Go | None = None) -> Screen:
    return language_screen(visit.translations, visit.texts)


async def speak(visit: Visit, pressed: Pressed, button: Speak) -> None:
    """The screen answers in the new language, and so do the two keys."""
    user = await visit.desk.write(choose_language, visit.user.id, button.verb)
    texts = visit.translations.of(user.language)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, language_screen(visit.translations, texts))
    await post_keys(visit.bot, user.id, Screen(texts("language-chosen")), keys(texts))


async def _followed(visit: Visit, payload: str) -> bool:
    """Opens what a link names. What a stranger may not see looks to them like what does not exist."""
    kind, _, code = payload.partition("-")
    match kind:
        case "market":
            await post(visit.bot, visit.user.id, await enter_market(visit))
        case "ad" if (ad := number_of(Coded.AD, code)) is not None:
            await post_ad_card(visit, AdId(ad))
        case "order" if (order := number_of(Coded.ORDER, code)) is not None:
            await post_order(visit, OrderId(order))
        case _:
            return False
    return True


def _live(reading: Reading, user: UserId) -> int:
    return reading.orders.count_live(user)
