"""Where the locked coins go. Each movement is one entry; those that end an order are its only settlement."""

from domain.kernel.money import Money
from domain.ledger.accounts import Account, available, escrow, fees, grace_lock, reserve
from domain.ledger.entry import Entry, EntryKind, Settlement, Transfer, transfers
from domain.orders.facts import Facts
from domain.orders.model import Order


def take_from_ad(order: Order) -> Entry:
    """Amount and seller's fee leave the ad's reserve for the order's escrow."""
    move = transfers((_reserve(order), _escrow(order), order.terms.locked))
    return Entry(_reference(order, "lock"), EntryKind.ORDER_LOCKED, move, order.id)


def escrow_to_buyer(order: Order, facts: Facts) -> Entry:
    """The buyer gets the amount less their fee, the desk both fees."""
    terms = order.terms
    asset = terms.amount.unit
    moves = transfers(
        (_escrow(order), available(terms.buyer, asset), terms.amount - terms.buyer_fee),
        (_escrow(order), fees(asset), terms.buyer_fee + terms.seller_fee),
    )
    return _settlement(order, moves)


def escrow_back(order: Order, facts: Facts) -> Entry:
    """Everything returns to where the seller can use it: the ad, or their balance once the ad is closed."""
    return _settlement(order, transfers((_escrow(order), _home(order, facts), order.terms.locked)))


def escrow_to_grace(order: Order, facts: Facts) -> Entry:
    """The coins stay locked, outside the order, for as long as a late payment may be claimed."""
    move = transfers((_escrow(order), _grace(order), order.terms.locked))
    return Entry(_reference(order, "grace"), EntryKind.GRACE_LOCKED, move, order.id)


def grace_to_escrow(order: Order, facts: Facts) -> Entry:
    """A late payment was claimed in time: the order lives again."""
    move = transfers((_grace(order), _escrow(order), order.terms.locked))
    return Entry(_reference(order, "late"), EntryKind.GRACE_CLAIMED, move, order.id)


def grace_back(order: Order, facts: Facts) -> Entry:
    """Nobody claimed anything: the expired order settles."""
    return _settlement(order, transfers((_grace(order), _home(order, facts), order.terms.locked)))


def stock_returns(order: Order, facts: Facts) -> Money | None:
    """How much goes back into the ad's stock: nothing once the ad is closed."""
    return None if facts.ad_closed else order.terms.amount


def _settlement(order: Order, moves: tuple[Transfer, ...]) -> Entry:
    settles = Settlement(order.id, order.round)
    return Entry(_reference(order, "settle"), EntryKind.ORDER_SETTLED, moves, order.id, settles)


def _reference(order: Order, what: str) -> str:
    return f"order:{order.id}:{order.round}:{what}"


def _escrow(order: Order) -> Account:
    return escrow(order.terms.seller, order.id, order.terms.amount.unit)


def _grace(order: Order) -> Account:
    return grace_lock(order.terms.seller, order.terms.amount.unit)


def _reserve(order: Order) -> Account:
    return reserve(order.terms.maker, order.terms.ad, order.terms.amount.unit)


def _home(order: Order, facts: Facts) -> Account:
    if facts.ad_closed:
        return available(order.terms.seller, order.terms.amount.unit)
    return _reserve(order)
