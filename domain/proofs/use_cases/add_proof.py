"""A buyer files a checked upload. It never changes the order: money does not follow pictures."""

from dataclasses import dataclass

from domain.kernel.refusal import Refusal, Rule
from domain.notices.model import Notice, NoticeKind
from domain.orders.model import LIVE, Order, OrderState, Role
from domain.proofs.model import NewProof, Proof
from domain.proofs.radar import match_of
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Filed:
    """The order as it was and stays, the proof, and how many are on file now."""

    order: Order
    proof: Proof
    count: int


def add_proof(work: Work, new: NewProof) -> Filed:
    """Files one proof; the same message or the same bytes again answer with the first.

    Raises `Refusal`: not-found, not-your-move, not-now, too-many-proofs.
    """
    order = work.orders.get(new.order)
    role = order.role_of(new.by)
    if role is Role.STRANGER:
        raise Refusal(Rule.NOT_FOUND)
    if role is not Role.BUYER:
        raise Refusal(Rule.NOT_YOUR_MOVE, state=order.state, code=order.code)
    if not takes_proofs(order):
        raise Refusal(Rule.NOT_NOW, state=order.state, code=order.code)
    count = work.proofs.count(order.id)
    filed = work.proofs.find(order.id, source=new.source, sha256=new.sha256)
    if filed is not None:
        return Filed(order, filed, count)
    limit = work.rules.proofs_per_order
    if count >= limit:
        raise Refusal(Rule.TOO_MANY_PROOFS, value=count, limit=limit)

    match = match_of(new, work.proofs.alike(new))
    proof = work.proofs.add(new, number=count + 1, match=match, now=work.now)
    if order.state in _SELLER_IS_WAITING:
        work.outbox.put((Notice(order.terms.seller, NoticeKind.PROOF, order.id, subject=proof.number),))
    return Filed(order, proof, count + 1)


def takes_proofs(order: Order) -> bool:
    """While it lives, and in the grace after its window: then a proof is what revives it."""
    return order.state in LIVE or (order.state is OrderState.EXPIRED and not order.settled)


_SELLER_IS_WAITING = frozenset({OrderState.PAID, OrderState.RELEASING})
"""Before "paid" a picture is for the buyer's own file; it reaches the seller together with the buyer's word."""
