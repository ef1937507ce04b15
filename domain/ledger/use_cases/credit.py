"""An operator books a deposit that really arrived somewhere."""

from dataclasses import dataclass

from domain.kernel.ids import UserId
from domain.kernel.money import Money
from domain.kernel.refusal import Refusal, Rule
from domain.ledger.accounts import available, custody
from domain.ledger.entry import Entry, EntryKind, transfers
from domain.notices.model import Notice, NoticeKind
from domain.work import Work


@dataclass(frozen=True, slots=True)
class Credit:
    """Who gets how much. `reference` is what the outside world calls the payment, for example a transaction hash."""

    user: UserId
    amount: Money
    reference: str
    operator: str


def credit_deposit(work: Work, command: Credit) -> bool:
    """True when booked now, False when the same deposit was booked before.

    Raises `Refusal`: not-registered, amount-not-positive, text-empty, reference-reused.
    """
    work.users.get(command.user)
    if command.amount.units <= 0:
        raise Refusal(Rule.AMOUNT_NOT_POSITIVE, unit=command.amount.unit.code)
    if not command.reference.strip():
        raise Refusal(Rule.TEXT_EMPTY)
    asset = command.amount.unit
    moves = transfers((custody(asset), available(command.user, asset), command.amount))
    booked = work.book.post(Entry(f"deposit:{command.reference}", EntryKind.DEPOSIT, moves, memo=command.operator))
    if booked:
        work.outbox.put((Notice(command.user, NoticeKind.MONEY, headline="wallet-told-deposit"),))
    return booked
