"""A person's orders, live and ended, and what news of an order reads like in one line."""

from collections.abc import Sequence
from typing import Final

from domain.ads.methods import METHODS
from domain.ads.ports import PAGE_SIZE
from domain.orders.model import Order, Role
from domain.orders.ports import OrderView
from handlers.callbacks import FormButton, FormVerb, Go, OrderVerb, Place, order_button, short
from handlers.texts import Texts
from handlers.views.form import form_row
from handlers.views.format import money, person
from handlers.views.home import home_row
from handlers.views.markup import bold, clock, left, paragraphs
from handlers.views.order_card import SIGNS
from handlers.views.screen import Press, Row, Screen, Style

UPLOAD_FORM: Final = "upload"
UPLOAD_STEP: Final = "which"


def orders_screen(orders: Sequence[tuple[Order, Role]], place: Place, texts: Texts) -> Screen:
    """Newest first; `orders` may hold one more than a page shows. `place` is the live or the ended ones."""
    shown = orders[:PAGE_SIZE]
    rows = tuple((Press(_label(order, role, texts), order_button(order, OrderVerb.OPEN)),) for order, role in shown)
    more = (Press(texts.plain("page-next"), Go(verb=place, at=short(shown[-1][0].id))),) if orders[PAGE_SIZE:] else ()
    other = Place.ENDED if place is Place.ORDERS else Place.ORDERS
    title = f"orders-{'live' if place is Place.ORDERS else 'ended'}"
    switch = Press(texts.plain("orders-to-ended" if other is Place.ENDED else "orders-to-live"), Go(verb=other))
    return Screen(texts(title if shown else f"{title}-none"), (*rows, more, (switch,), home_row(texts)))


def which_order_screen(orders: Sequence[Order], texts: Texts) -> Screen:
    """A picture came and could belong to several orders."""
    rows: tuple[Row, ...] = tuple(
        (
            Press(
                _label(order, Role.BUYER, texts),
                FormButton(verb=FormVerb.PICK, form=UPLOAD_FORM, step=UPLOAD_STEP, value=short(order.id)),
            ),
        )
        for order in orders
    )
    return Screen(texts("upload-which"), (*rows, form_row(UPLOAD_FORM, UPLOAD_STEP, texts)[1:]))


def taken_screen(view: OrderView, texts: Texts) -> Screen:
    """News for the seller: somebody took their ad. Nothing to do yet, so it is no card but a way to one."""
    order, terms = view.order, view.order.terms
    text = paragraphs((
        texts("order-told-taken"),
        texts(
            "order-taken-what",
            code=order.code,
            person=person(view.counterparty),
            amount=bold(money(terms.amount, texts.language)),
            fiat=bold(money(terms.fiat, texts.language)),
            method=METHODS[terms.account.method].name,
        ),
        texts("order-taken-until", clock=clock(order.pay_until), left=left(order.pay_until, view.facts.now)),
    ))  # fmt: skip
    return Screen(
        text,
        (
            (
                Press(texts.plain("order-do-open"), order_button(order, OrderVerb.OPEN), Style.NEXT),
                Press(texts.plain("order-do-chat"), order_button(order, OrderVerb.CHAT)),
            ),
        ),
    )


def _label(order: Order, role: Role, texts: Texts) -> str:
    key = f"orders-row-{role}"
    amount, fiat = money(order.terms.amount, texts.language), money(order.terms.fiat, texts.language)
    return texts.plain(key, sign=SIGNS[order.state], code=order.code, amount=amount, fiat=fiat)
