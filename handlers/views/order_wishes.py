"""Wishes to end an order: how a card tells of them, and the screens that ask before one is spoken."""

from domain.orders.decide import offers
from domain.orders.events import PaymentRetracted
from domain.orders.model import LIVE, Order, Role, SellerReason
from domain.orders.ports import OrderView
from handlers.callbacks import OrderVerb
from handlers.texts import Texts
from handlers.views.format import money, visible
from handlers.views.markup import Html, bold, clock, paragraphs
from handlers.views.order_steps import back_row, deed_press
from handlers.views.screen import Screen, Style


def wish_line(view: OrderView, texts: Texts) -> Html | None:
    """A wish to end the order, while it stands."""
    ask, order = view.order.cancel_ask, view.order
    if ask is None or order.state not in LIVE or ask.version != order.version or view.facts.now >= ask.until:
        return None
    key = f"order-wish-{ask.kind.replace('_', '-')}-{'yours' if ask.by is view.role else 'theirs'}"
    if ask.reason is None:
        return texts(key, clock=clock(ask.until))
    return texts(key, clock=clock(ask.until), reason=texts(f"seller-reason-{ask.reason}"))


def seller_reasons(order: Order, texts: Texts) -> Screen:
    """Why the seller wants out. To press a reason is to ask."""
    rows = tuple(
        (deed_press(order, OrderVerb.ASK_SELLER_DO, texts.plain(f"seller-reason-{reason}"), value=str(place)),)
        for place, reason in enumerate(SellerReason)
    )
    return Screen(texts("seller-ask-why", code=order.code), (*rows, back_row(order, texts)))


def retract_screen(view: OrderView, texts: Texts) -> Screen:
    """The buyer says that nothing was paid after all, and what that means."""
    order = view.order
    alone = PaymentRetracted in offers(order, Role.BUYER, view.facts)
    text = paragraphs((
        texts("retract-title", code=order.code),
        texts("retract-means", fiat=bold(money(order.terms.fiat, texts.language)),
              amount=bold(money(order.terms.amount, texts.language))),
        None if alone else texts("retract-needs-yes"),
    ))  # fmt: skip
    verb, key = (OrderVerb.RETRACT_DO, "retract-do") if alone else (OrderVerb.RETRACT_ASK, "retract-ask")
    return Screen(text, ((deed_press(order, verb, texts.plain(key), Style.STOP),), back_row(order, texts)))


def retract_agree_screen(view: OrderView, texts: Texts) -> Screen:
    """The seller's last look before the coins come back: a proof is on file."""
    order = view.order
    text = texts(
        "retract-agree",
        code=order.code,
        fiat=bold(money(order.terms.fiat, texts.language)),
        amount=bold(money(order.terms.amount, texts.language)),
        name=bold(visible(order.terms.payer_name)),
    )
    button = deed_press(order, OrderVerb.RETRACT_AGREE_DO, texts.plain("retract-agree-do"), Style.STOP)
    return Screen(text, ((button,), back_row(order, texts)))
