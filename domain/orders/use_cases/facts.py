"""Gathers what the table asks about the world around an order, and only as much as the event needs."""

from domain.ads.model import AdState
from domain.orders import events
from domain.orders.events import Event
from domain.orders.facts import Facts
from domain.orders.model import Order
from domain.work import Work


def facts_of(work: Work, order: Order, event: Event) -> Facts:
    """The facts for one decision, read inside its transaction."""
    match event:
        case events.BuyerCancelled() | events.CancelAgreed() | events.RetractionAgreed():
            return Facts(work.now, ad_closed=_ad_closed(work, order))
        case events.GraceEnded():
            return Facts(work.now, ad_closed=_ad_closed(work, order), buyer_busy=_buyer_busy(work, order))
        case events.WindowPassed():
            return Facts(work.now, buyer_busy=_buyer_busy(work, order))
        case events.PaymentRetracted():
            return Facts(work.now, ad_closed=_ad_closed(work, order), proofs=work.proofs.count(order.id))
        case events.LatePaymentClaimed() | events.RetractionAsked():
            return Facts(work.now, proofs=work.proofs.count(order.id))
        case events.SellerReleased():
            return Facts(work.now, armed_at=work.orders.armed_at(order))
        case _:
            return Facts(work.now)


def _ad_closed(work: Work, order: Order) -> bool:
    return work.ads.get(order.terms.ad).state is AdState.CLOSED


def _buyer_busy(work: Work, order: Order) -> bool:
    return work.presses.waiting(order.terms.buyer)
