"""What people do on a live card: the deed, the card it was done on and what the card shows then, in one transaction."""

from dataclasses import dataclass

from domain.kernel.ids import UserId
from domain.kernel.refusal import Refusal, Rule
from domain.notices.ports import Card
from domain.notices.use_cases.cards import remember_card
from domain.orders.events import Event
from domain.orders.facts import Facts
from domain.orders.model import Order, Role
from domain.orders.ports import OrderView
from domain.orders.use_cases.press import Press, arm_release, press
from domain.orders.use_cases.take import Take, take_ad
from domain.proofs.model import NewProof
from domain.proofs.use_cases.add_proof import add_proof
from domain.work import Work


@dataclass(frozen=True, slots=True)
class OnCard:
    """An order as its party sees it, and where: None as long as they have no card of it."""

    view: OrderView
    card: Card | None


def take_on_card(work: Work, command: Take, message: int) -> OnCard:
    """Takes the ad; the message with the confirmed quote becomes the taker's card. Raises as `take_ad`."""
    order = take_ad(work, command)
    return _on(work, order, Card(command.actor, order.id, message, has_picture=False))


def opened_on_card(work: Work, token: str, actor: UserId, message: int) -> OnCard:
    """The order that this confirmation opened, for a second tap on it. Raises `Refusal` (form-gone)."""
    order = work.orders.opened_by(token)
    if order is None or order.role_of(actor) is Role.STRANGER:
        raise Refusal(Rule.FORM_GONE)
    return _on(work, order, Card(actor, order.id, message, has_picture=False))


def press_on_card(work: Work, command: Press, event: Event, card: Card) -> OnCard:
    """As `press`; the pressed message is the person's card from now on."""
    return _on(work, press(work, command, event), card)


def arm_on_card(work: Work, command: Press, card: Card) -> OnCard:
    """As `arm_release`, on the pressed card."""
    return _on(work, arm_release(work, command), card)


def file_on_card(work: Work, new: NewProof, message: int) -> OnCard:
    """Files a proof that came in this message; a reply to it finds its order. Raises as `add_proof`."""
    order = add_proof(work, new).order
    work.cards.link(new.by, message, order.id)
    return OnCard(seen_by(work, order, new.by), work.cards.find(new.by, order.id))


def seen_by(work: Work, order: Order, viewer: UserId) -> OrderView:
    """What a party's card shows, within the transaction that changed it."""
    on_file = work.proofs.on_file(order.id)
    return OrderView(
        order=order,
        role=order.role_of(viewer),
        counterparty=work.users.profile(order.other(viewer)),
        facts=Facts(work.now, proofs=on_file.count),
        likeness=on_file.likeness,
        regard=work.trust.regard(viewer, order.other(viewer), order.id),
    )


def _on(work: Work, order: Order, card: Card) -> OnCard:
    remember_card(work, card)
    return OnCard(seen_by(work, order, card.user), card)
