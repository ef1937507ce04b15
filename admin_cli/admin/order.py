"""`otcdesk admin order`: one order with its terms, its history and every coin it moved."""

from collections.abc import Sequence
from dataclasses import dataclass

import typer

from admin_cli.admin.desk import read
from admin_cli.admin.people import OrderName, named_order
from admin_cli.admin.sheets import AsJson, Sheet, answer, clock_time, money, told
from domain.kernel.codes import Coded, code_of
from domain.kernel.money import Money, digits
from domain.kernel.prices import PRICE_SCALE
from domain.ledger.accounts import escrow
from domain.orders.model import Order
from domain.orders.ports import HistoryLine
from storage.readers.operators import Move, moves_of
from storage.work import StorageWork

order = typer.Typer(name="order", help="Look at one order.", no_args_is_help=True)


@dataclass(frozen=True, slots=True)
class File:
    """Everything there is about one order."""

    order: Order
    history: Sequence[HistoryLine]
    moves: Sequence[Move]
    in_escrow: Money


@order.callback()
def _noun() -> None:
    """Keeps `show` a verb of its own while it is the only one."""


@order.command()
def show(order: OrderName, as_json: AsJson = False) -> None:
    """Show an order's terms, how it came to where it stands, and what it moved."""
    file = read(_look, order)
    found, terms = file.order, file.order.terms
    price = f"{digits(terms.price.micros, PRICE_SCALE)} {terms.fiat.unit.code}"
    facts = [
        ("order", f"#{found.code} (row {found.id}, version {found.version})"),
        ("state", found.state),
        ("ad", f"#{code_of(Coded.AD, terms.ad)} (row {terms.ad})"),
        ("seller", terms.seller),
        ("buyer", terms.buyer),
        ("amount", told(terms.amount)),
        ("for", told(terms.fiat)),
        ("price", price),
        ("fees", f"seller {told(terms.seller_fee)}, buyer {told(terms.buyer_fee)}"),
        ("in escrow", told(file.in_escrow)),
        ("paid by", terms.account.method),
        ("to", terms.account.details),
        ("payer", terms.payer_name),
        ("terms", terms.text),
        ("opened (UTC)", clock_time(found.opened_at)),
        ("pay until", clock_time(found.pay_until)),
        ("paid", clock_time(found.paid_at)),
        ("grace until", clock_time(found.grace_until)),
        ("ended", clock_time(found.ended_at)),
        ("cancel reason", found.cancel_reason),
    ]
    lines = [(line.version, clock_time(line.at), line.by, line.event, line.state) for line in file.history]
    moves = [(m.entry, clock_time(m.at), m.reference, m.source, m.target, told(m.amount)) for m in file.moves]
    answer(
        _document(file),
        as_json,
        Sheet("", ("", ""), facts),
        Sheet("History", ("version>", "at (UTC)", "by", "event", "state"), lines),
        Sheet("Entries", ("entry>", "at (UTC)", "reference", "from", "to", "amount>"), moves),
    )


def _look(work: StorageWork, name: str) -> File:
    found = named_order(work, name)
    kept = escrow(found.terms.seller, found.id, found.terms.amount.unit)
    return File(found, work.orders.history(found.id), moves_of(work.sql, found.id), work.book.balance(kept))


def _document(file: File) -> dict[str, object]:
    found, terms = file.order, file.order.terms
    return {
        "order": found.id,
        "code": found.code,
        "state": found.state,
        "version": found.version,
        "round": found.round,
        "settled": found.settled,
        "opened_at_ms": found.opened_at,
        "pay_until_ms": found.pay_until,
        "paid_at_ms": found.paid_at,
        "grace_until_ms": found.grace_until,
        "ended_at_ms": found.ended_at,
        "cancel_reason": found.cancel_reason,
        "in_escrow": money(file.in_escrow),
        "terms": {
            "ad": terms.ad,
            "maker": terms.maker,
            "seller": terms.seller,
            "buyer": terms.buyer,
            "amount": money(terms.amount),
            "fiat": money(terms.fiat),
            "price_micros": terms.price.micros,
            "seller_fee": money(terms.seller_fee),
            "buyer_fee": money(terms.buyer_fee),
            "method": terms.account.method,
            "details": terms.account.details,
            "payer_name": terms.payer_name,
            "text": terms.text,
            "digest": terms.digest,
        },
        "history": [
            {"version": line.version, "at_ms": line.at, "by": line.by, "event": line.event, "state": line.state}
            for line in file.history
        ],
        "entries": [
            {
                "entry": move.entry,
                "at_ms": move.at,
                "kind": move.kind,
                "reference": move.reference,
                "source": move.source,
                "target": move.target,
                **money(move.amount),
            }
            for move in file.moves
        ],
    }
