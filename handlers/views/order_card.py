"""The live card of an order, drawn for one of its two parties."""

from typing import Final

from domain.ads.methods import METHODS
from domain.kernel.money import plain
from domain.orders.decide import offers
from domain.orders.events import (
    BankCheckStarted,
    BuyerCancelled,
    CancelAgreed,
    CancelAsked,
    CancelDropped,
    Event,
    LatePaymentClaimed,
    PaymentMarked,
    PaymentRetracted,
    RetractionAgreed,
    RetractionAsked,
    SellerAskedToCancel,
    SellerReleased,
    WindowExtended,
)
from domain.orders.model import LIVE, Order, OrderState, Role
from domain.orders.ports import OrderView
from domain.orders.timers import release_target
from domain.trust.rating import can_rate
from handlers.callbacks import Go, OrderVerb, Place, order_button
from handlers.texts import Texts
from handlers.trust.buttons import TrustVerb, trust_button
from handlers.views.format import money, person, price, reaches_out, shortened, user_text, visible
from handlers.views.markup import Html, bold, clock, day_and_clock, left, lines, long_quote, paragraphs, quote, spoiler
from handlers.views.order_wishes import wish_line
from handlers.views.people import rating_lines, standing_line
from handlers.views.screen import Copy, Press, Row, Screen, Style, copy_row

SIGNS: Final = {
    OrderState.AWAIT_PAYMENT: "🟡",
    OrderState.PAID: "🔵",
    OrderState.RELEASING: "🔵",
    OrderState.COMPLETED: "🟢",
    OrderState.CANCELLED: "⚪️",
    OrderState.EXPIRED: "🟠",
}
_DEEDS: Final[dict[type[Event], tuple[OrderVerb, str, Style]]] = {
    PaymentMarked: (OrderVerb.PAID, "order-do-paid", Style.GO),
    SellerReleased: (OrderVerb.RELEASE, "order-do-release", Style.GO),
    LatePaymentClaimed: (OrderVerb.LATE, "order-do-late", Style.NEXT),
    BankCheckStarted: (OrderVerb.BANK, "order-do-bank", Style.NEXT),
    WindowExtended: (OrderVerb.EXTEND, "order-do-extend", Style.NEXT),
    CancelAgreed: (OrderVerb.AGREE, "order-do-agree", Style.STOP),
    RetractionAgreed: (OrderVerb.RETRACT_AGREE, "order-do-retract-agree", Style.STOP),
    CancelDropped: (OrderVerb.DROP, "order-do-drop", Style.PLAIN),
    CancelAsked: (OrderVerb.ASK, "order-do-ask", Style.PLAIN),
    SellerAskedToCancel: (OrderVerb.ASK_SELLER, "order-do-ask-seller", Style.PLAIN),
    PaymentRetracted: (OrderVerb.RETRACT, "order-do-retract", Style.STOP),
    RetractionAsked: (OrderVerb.RETRACT, "order-do-retract", Style.STOP),
    BuyerCancelled: (OrderVerb.CANCEL, "order-do-cancel", Style.STOP),
}
"""What the table offers, in the order in which a card shows it."""
_OWN_DETAILS: Final = 60
"""Sellers know their account; a caption under a picture has 1024 letters for everything."""
_PROOF_HELPS: Final = frozenset({OrderState.AWAIT_PAYMENT, OrderState.EXPIRED})
_PROOF_SEEN_FROM: Final = frozenset({OrderState.PAID, OrderState.RELEASING, OrderState.COMPLETED})


def order_card(view: OrderView, texts: Texts) -> Screen:
    """State, money, where to pay, how long, what happened last, what to do now, and the buttons the table allows."""
    order = view.order
    text = paragraphs((
        lines(_title(order, texts), _who(view, texts), standing_line(view.regard.standing, texts)),
        _amounts(view, texts),
        _payment(view, texts),
        _terms(view, texts),
        lines(_deadline(view, texts), _last(view, texts), wish_line(view, texts), _proofs(view, texts),
              rating_lines(view.regard, texts)),
        texts("order-now", advice=_advised(view, texts)),
    ))  # fmt: skip
    return Screen(text, _buttons(view, texts))


def receipt_caption(view: OrderView, texts: Texts) -> Html:
    """The words to the picture of an ended order: what the card says of it, without advice."""
    method = METHODS[view.order.terms.account.method].name
    return paragraphs((
        lines(_title(view.order, texts), _who(view, texts)),
        lines(_amounts(view, texts), method),
        _last(view, texts),
    ))  # fmt: skip


def proofs_are_shown(view: OrderView) -> bool:
    """The buyer always sees what is on file; the seller once the buyer has given their word."""
    may = view.role is Role.BUYER or view.order.paid_at is not None or view.order.state in _PROOF_SEEN_FROM
    return may and view.facts.proofs > 0


def _title(order: Order, texts: Texts) -> Html:
    return texts("order-title", sign=SIGNS[order.state], code=order.code, state=texts(f"state-{_key(order)}"))


def _key(order: Order) -> str:
    return order.state.replace("_", "-")


def _who(view: OrderView, texts: Texts) -> Html:
    percent = view.counterparty.record.completion_percent
    key = f"order-with-{_other(view)}"
    if percent is None:
        return texts(f"{key}-new", person=person(view.counterparty))
    return texts(key, person=person(view.counterparty), percent=percent, count=view.counterparty.record.completed)


def _other(view: OrderView) -> Role:
    return Role.SELLER if view.role is Role.BUYER else Role.BUYER


def _amounts(view: OrderView, texts: Texts) -> Html:
    terms, language = view.order.terms, texts.language
    if view.order.settled and view.order.state is not OrderState.COMPLETED:
        return texts("order-was", amount=bold(money(terms.amount, language)), fiat=bold(money(terms.fiat, language)))
    if view.role is Role.BUYER:
        pays, gets, charge = terms.fiat, terms.amount - terms.buyer_fee, terms.buyer_fee
    else:
        pays, gets, charge = terms.locked, terms.fiat, terms.seller_fee
    return lines(
        texts(f"order-pays-{view.role}", amount=bold(money(pays, language))),
        texts(f"order-gets-{view.role}", amount=bold(money(gets, language))),
        texts("order-price", price=price(terms.price, language), fee=money(charge, language)),
    )


def _payment(view: OrderView, texts: Texts) -> Html | None:
    """Where the money goes and from whose account: as long as somebody may still need to look."""
    if view.order.settled:
        return None
    terms = view.order.terms
    details = terms.account.details if view.role is Role.BUYER else shortened(terms.account.details, _OWN_DETAILS)
    return lines(
        texts(f"order-account-{view.role}", method=bold(METHODS[terms.account.method].name)),
        quote(spoiler(user_text(details))),
        texts(f"order-payer-{view.role}", name=spoiler(visible(terms.payer_name))),
    )


def _terms(view: OrderView, texts: Texts) -> Html | None:
    """The buyer agreed to them; the seller wrote them."""
    terms = view.order.terms.text
    if view.role is not Role.BUYER or not terms or view.order.state not in LIVE:
        return None
    warning = texts("terms-warning") if reaches_out(terms) else None
    return lines(texts("order-terms"), long_quote(user_text(terms)), warning)


def _deadline(view: OrderView, texts: Texts) -> Html | None:
    order, now = view.order, view.facts.now
    if order.state is OrderState.AWAIT_PAYMENT:
        return texts("order-pay-until", clock=clock(order.pay_until), left=left(order.pay_until, now))
    if order.state is OrderState.EXPIRED and order.grace_until is not None and not order.settled:
        return texts("order-grace-until", clock=clock(order.grace_until), left=left(order.grace_until, now))
    target = release_target(order)
    if target is None:
        return None
    if now >= target:
        return texts(f"order-overdue-{view.role}", clock=clock(target))
    if view.role is Role.SELLER:
        return None
    return texts("order-release-until", clock=clock(target), left=left(target, now))


def _last(view: OrderView, texts: Texts) -> Html | None:
    order = view.order
    ended = order.ended_at if order.ended_at is not None else order.opened_at
    happened = {
        OrderState.AWAIT_PAYMENT: order.opened_at,
        OrderState.PAID: order.paid_at,
        OrderState.RELEASING: order.paid_at,
    }.get(order.state, ended)
    return None if happened is None else texts(f"order-last-{_key(order)}", time=day_and_clock(happened))


def _proofs(view: OrderView, texts: Texts) -> Html | None:
    if not proofs_are_shown(view):
        return None
    return lines(texts("order-proofs", count=view.facts.proofs), _alike(view, texts))


def _alike(view: OrderView, texts: Texts) -> Html | None:
    """The radar's hint, for the one who must look into the bank; the buyer knows what they sent."""
    if view.likeness is None or view.role is not Role.SELLER or view.order.settled:
        return None
    return texts(f"proof-alike-{view.likeness}")


def _advised(view: OrderView, texts: Texts) -> Html:
    """The one sentence that says what to do now."""
    terms = view.order.terms
    fiat = bold(money(terms.fiat, texts.language))
    return texts(_advice(view), fiat=fiat, method=METHODS[terms.account.method].name)


def _advice(view: OrderView) -> str:
    order = view.order
    key = f"order-advice-{view.role}-{_key(order)}"
    if order.state is OrderState.EXPIRED and order.settled:
        return f"{key}-over"
    if order.state in _PROOF_HELPS and view.role is Role.BUYER and view.facts.proofs:
        return f"{key}-proof"
    return key


def _buttons(view: OrderView, texts: Texts) -> tuple[Row, ...]:
    order = view.order
    allowed = offers(order, view.role, view.facts)
    deeds = [
        Press(texts.plain(key), order_button(order, verb), style)
        for event, (verb, key, style) in _DEEDS.items()
        if event in allowed
    ]
    return (
        _copies(view, texts),
        *((deed,) for deed in deeds),
        _rating(view, texts),
        _looks(view, texts),
        _papers(view, texts),
        (_about(view, texts),),
        (
            Press(texts.plain("to-orders"), Go(verb=Place.ORDERS, below=True)),
            Press(texts.plain("to-home"), Go(verb=Place.HOME, below=True)),
        ),
    )


def _rating(view: OrderView, texts: Texts) -> Row:
    """The question how it was, as long as it can be answered."""
    if not can_rate(view.order, view.regard.given, view.facts.now):
        return ()
    return (Press(texts.plain("order-do-rate"), trust_button(view.order, TrustVerb.RATE), Style.NEXT),)


def _about(view: OrderView, texts: Texts) -> Press:
    name = texts.plain("order-do-person", alias=visible(view.counterparty.alias))
    return Press(name, trust_button(view.order, TrustVerb.PERSON))


def _copies(view: OrderView, texts: Texts) -> Row:
    """What the buyer types into the bank app, and the order's name for a word with anybody."""
    order = view.order
    if view.role is Role.BUYER and order.state is OrderState.AWAIT_PAYMENT:
        return copy_row(
            Copy(texts.plain("copy-amount"), plain(order.terms.fiat)),
            Copy(texts.plain("copy-details"), order.terms.account.details),
        )
    return copy_row(Copy(texts.plain("copy-code", code=order.code), order.code))


def _looks(view: OrderView, texts: Texts) -> Row:
    """What changes nothing: talk, pictures, the past."""
    order = view.order
    looks = [
        Press(texts.plain("order-do-chat"), order_button(order, OrderVerb.CHAT)),
        Press(texts.plain("order-do-history"), order_button(order, OrderVerb.HISTORY)),
    ]
    if proofs_are_shown(view):
        looks.insert(1, Press(texts.plain("order-do-proofs"), order_button(order, OrderVerb.PROOFS)))
    return tuple(looks)


def _papers(view: OrderView, texts: Texts) -> Row:
    """What an ended order leaves to keep."""
    if not view.order.settled:
        return ()
    return (Press(texts.plain("order-do-receipt"), order_button(view.order, OrderVerb.RECEIPT)),)
