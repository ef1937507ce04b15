"""Rating the other side of a completed order: the verdict, the tags, and the card again."""

from domain.kernel.refusal import Refusal, Rule
from domain.orders.ports import OrderView
from domain.trust.rating import rating_opens_at
from domain.trust.use_cases.on_card import rate_on_card
from domain.trust.use_cases.rate import Rate
from domain.work import Reading
from handlers.orders.card import redrawn
from handlers.show import draw, toast
from handlers.trust.buttons import TrustButton, order_of, rating_in
from handlers.views.rating import rate_screen, tags_screen
from handlers.visit import Pressed, Visit


async def ask(visit: Visit, pressed: Pressed, button: TrustButton) -> None:
    view = await visit.desk.read(_unrated, visit, button)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, rate_screen(view, visit.texts))


async def ask_tags(visit: Visit, pressed: Pressed, button: TrustButton) -> None:
    """Each press of a tag puts it in or takes it out; the choice travels in the buttons."""
    rating = rating_in(button)
    view = await visit.desk.read(_unrated, visit, button)
    await toast(visit.bot, pressed.query)
    await draw(visit.bot, pressed.spot, tags_screen(view, rating, visit.texts))


async def give(visit: Visit, pressed: Pressed, button: TrustButton) -> None:
    order = order_of(button)
    command = Rate(order, visit.user.id, rating_in(button))
    on = await visit.desk.write(rate_on_card, command, pressed.spot.card(order))
    await redrawn(visit, pressed, on, visit.texts.plain("rate-done"))


def _unrated(reading: Reading, visit: Visit, button: TrustButton) -> OrderView:
    """Raises `Refusal`: not-found, not-now, rating-over, already-done."""
    view = reading.orders.view(order_of(button), visit.user.id)
    rating_opens_at(view.order, reading.now)
    if view.regard.given is not None:
        raise Refusal(Rule.ALREADY_DONE)
    return view
