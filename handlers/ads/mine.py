"""A merchant looks after their ads: list, card, pause, resume, close."""

from collections.abc import Sequence
from typing import Final

from domain.ads.decide import AdMove
from domain.ads.model import Ad
from domain.ads.ports import PAGE_SIZE
from domain.ads.use_cases.move import MoveAd, move_ad
from domain.kernel.ids import AdId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.work import Reading
from handlers.callbacks import AdButton, AdVerb, Go, ad_in, number_in
from handlers.show import alert, draw, toast
from handlers.views.my_ads import close_screen, my_ad_screen, my_ads_screen, not_merchant_screen
from handlers.views.refusals import refusal_text
from handlers.views.screen import Screen
from handlers.visit import Pressed, Visit

_MOVES: Final = {AdVerb.PAUSE: AdMove.PAUSE, AdVerb.RESUME: AdMove.RESUME, AdVerb.CLOSE: AdMove.CLOSE}


async def list_screen(visit: Visit, go: Go | None = None) -> Screen:
    if not visit.user.is_merchant:
        return not_merchant_screen(visit.texts)
    before = AdId(number_in(go.at)) if go is not None and go.at else None
    return my_ads_screen(await visit.desk.read(_mine, visit.user.id, before), visit.texts)


async def owned_screen(visit: Visit, ad: Ad) -> Screen:
    """One ad of theirs, with the link that opens it for anybody."""
    me = await visit.bot.me()
    return my_ad_screen(ad, f"https://t.me/{me.username}?start=ad-{ad.code}", visit.texts)


async def open_ad(visit: Visit, pressed: Pressed, button: AdButton) -> None:
    screen = await owned_screen(visit, await visit.desk.read(_owned, ad_in(button), visit.user.id))
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, screen)


async def ask_close(visit: Visit, pressed: Pressed, button: AdButton) -> None:
    ad = await visit.desk.read(_owned, ad_in(button), visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, close_screen(ad, visit.texts))


async def move(visit: Visit, pressed: Pressed, button: AdButton) -> None:
    """The press is the deed; a card of an older version is told so and drawn again."""
    command = MoveAd(ad_in(button), visit.user.id, button.version, _MOVES[button.verb])
    try:
        ad = await visit.desk.write(move_ad, command)
    except Refusal as refusal:
        ad = await visit.desk.read(_owned, command.ad, visit.user.id)
        await alert(visit.bot, pressed.query, refusal_text(refusal, visit.texts, visit.now))
    else:
        await toast(visit.bot, pressed.query, visit.texts.plain(f"my-ad-done-{command.move}"))
    await draw(visit.bot, pressed.spot, await owned_screen(visit, ad))


def _mine(reading: Reading, maker: UserId, before: AdId | None) -> Sequence[Ad]:
    """One more than a page shows, so that the page knows whether another follows."""
    return list(reading.market.of_maker(maker, before=before, limit=PAGE_SIZE + 1))


def _owned(reading: Reading, ad: AdId, maker: UserId) -> Ad:
    """Raises `Refusal` (not-found), also for an ad of somebody else."""
    found = reading.market.offer(ad, maker).ad
    if found.maker != maker:
        raise Refusal(Rule.NOT_FOUND)
    return found
