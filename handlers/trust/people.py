"""Looking at people and marking them: from an order, from an ad, and from one's own lists."""

from collections.abc import Sequence
from typing import Final

from domain.ads.ports import PAGE_SIZE
from domain.kernel.codes import Coded, number_of
from domain.kernel.ids import OrderId, UserId
from domain.kernel.refusal import Refusal, Rule
from domain.orders.ports import OrderView
from domain.trust.model import Mark, Regard
from domain.trust.use_cases.mark import mark
from domain.users.model import Profile
from domain.work import Reading
from handlers.callbacks import Go, OfferButton, OfferVerb, ad_in, cursor_in, found_by, number_in
from handlers.market.browse import offer_of
from handlers.show import draw, toast
from handlers.trust.buttons import MarkedButton, TrustButton, TrustVerb, order_of
from handlers.views.market import ad_screen
from handlers.views.people import marked_screen, party_screen, people_screen
from handlers.views.screen import Screen
from handlers.visit import Pressed, Visit

_BY_PARTY: Final = {TrustVerb.FAVOUR: Mark.FAVOURITE, TrustVerb.BLOCK: Mark.BLOCKED, TrustVerb.CLEAR: None}
_BY_AD: Final = {OfferVerb.FAVOUR: Mark.FAVOURITE, OfferVerb.BLOCK: Mark.BLOCKED, OfferVerb.CLEAR: None}


async def about_party(visit: Visit, pressed: Pressed, button: TrustButton) -> None:
    """Who the other side of an order is."""
    view = await visit.desk.read(_view, order_of(button), visit.user.id)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, party_screen(view, visit.texts))


async def mark_party(visit: Visit, pressed: Pressed, button: TrustButton) -> None:
    view = await visit.desk.read(_view, order_of(button), visit.user.id)
    wanted = _BY_PARTY[button.verb]
    await visit.desk.write(mark, visit.user.id, view.counterparty.id, wanted)
    await toast(visit.bot, pressed.query, _told(visit, wanted))
    view = await visit.desk.read(_view, view.order.id, visit.user.id)
    await draw(visit.bot, pressed.spot, party_screen(view, visit.texts))


async def mark_maker(visit: Visit, pressed: Pressed, button: OfferButton) -> None:
    """On an ad's card, which keeps the page it was found on."""
    offer = await visit.desk.read(offer_of, ad_in(button), visit.user.id)
    wanted = _BY_AD[button.verb]
    await visit.desk.write(mark, visit.user.id, offer.maker.id, wanted)
    await toast(visit.bot, pressed.query, _told(visit, wanted))
    offer = await visit.desk.read(offer_of, offer.ad.id, visit.user.id)
    sought = found_by(button, offer.ad)
    await draw(visit.bot, pressed.spot, ad_screen(offer, visit.user.id, sought, cursor_in(button), visit.texts))


async def favourites(visit: Visit, go: Go | None = None) -> Screen:
    return await _list(visit, Mark.FAVOURITE, go)


async def blocked(visit: Visit, go: Go | None = None) -> Screen:
    return await _list(visit, Mark.BLOCKED, go)


async def open_marked(visit: Visit, pressed: Pressed, button: MarkedButton) -> None:
    profile, regard = await visit.desk.read(_marked_one, visit.user.id, button)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, marked_screen(profile, regard, visit.texts))


async def clear_marked(visit: Visit, pressed: Pressed, button: MarkedButton) -> None:
    """Takes the mark away and shows the list that is left."""
    profile, regard = await visit.desk.read(_marked_one, visit.user.id, button)
    await visit.desk.write(mark, visit.user.id, profile.id, None)
    await toast(visit.bot, pressed.query, _told(visit, None))
    left = await _list(visit, regard.mark or Mark.FAVOURITE, None)
    await draw(visit.bot, pressed.spot, left)


async def _list(visit: Visit, kind: Mark, go: Go | None) -> Screen:
    before = number_in(go.at) if go is not None and go.at else None
    return people_screen(await visit.desk.read(_marked, visit.user.id, kind, before), kind, visit.texts)


def _told(visit: Visit, wanted: Mark | None) -> str:
    return visit.texts.plain("mark-taken-back" if wanted is None else f"mark-set-{wanted}")


def _view(reading: Reading, order: OrderId, viewer: UserId) -> OrderView:
    return reading.orders.view(order, viewer)


def _marked(reading: Reading, by: UserId, kind: Mark, before: int | None) -> Sequence[Profile]:
    """One more than a page shows, so that the page knows whether another follows."""
    return reading.trust.marked(by, kind, before=before, limit=PAGE_SIZE + 1)


def _marked_one(reading: Reading, by: UserId, button: MarkedButton) -> tuple[Profile, Regard]:
    """Raises `Refusal` (not-found, also for people one has not marked)."""
    number = number_of(Coded.USER, button.person)
    if number is None:
        raise Refusal(Rule.NOT_FOUND)
    profile = reading.trust.marked_one(by, number)
    return profile, reading.trust.regard(by, profile.id, None)
