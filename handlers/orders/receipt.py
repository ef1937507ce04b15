"""The receipt of an ended order, drawn beside the loop and sent below the card."""

import asyncio

from domain.kernel.refusal import Refusal, Rule
from domain.notices.use_cases.cards import link_messages
from handlers.callbacks import OrderButton, order_in
from handlers.orders.card import seen_order
from handlers.show import post_picture, toast
from handlers.views.order_card import receipt_caption
from handlers.views.receipt import receipt_picture
from handlers.views.screen import Screen
from handlers.visit import Pressed, Visit


async def receipt(visit: Visit, pressed: Pressed, button: OrderButton) -> None:
    """Raises `Refusal` (not-found, also to strangers; not-now while coins are locked)."""
    view = (await visit.desk.read(seen_order, order_in(button), visit.user.id)).view
    if not view.order.settled:
        raise Refusal(Rule.NOT_NOW, state=view.order.state, code=view.order.code)
    await toast(visit.bot, pressed.query)
    picture = await asyncio.to_thread(receipt_picture, view.order, visit.texts.language)
    name = f"otcdesk-{view.order.code}.png"
    spot = await post_picture(visit.bot, visit.user.id, Screen(receipt_caption(view, visit.texts)), picture, name)
    await visit.desk.write(link_messages, visit.user.id, (spot.message,), view.order.id)
