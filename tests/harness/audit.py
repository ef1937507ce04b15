"""What must be true of an order after any race: settled at most once, and an empty escrow once it is over."""

from typing import Final

from sqlalchemy import text

from domain.kernel.ids import OrderId
from storage.work import StorageWork

_LOOK: Final = text(r"""
    SELECT o.state, o.settled,
           (SELECT COUNT(*) FROM ledger_entries e WHERE e.settles_order = o.id),
           (SELECT COALESCE(CAST(SUM(a.credits - a.debits) AS BIGINT), 0) FROM ledger_accounts a
            WHERE a.name = 'order:' || o.id || '\:escrow\:' || t.asset),
           t.amount_units + t.seller_fee_units
    FROM orders o JOIN order_terms t ON t.order_id = o.id
    WHERE o.id = :order
""")
_HOLDING: Final = frozenset({"await_payment", "paid", "releasing"})


def order_faults(work: StorageWork, order: OrderId) -> list[str]:
    """The cheap look after each schedule; `storage.checks` sees everything at the end."""
    row = work.sql.fetch_one(_LOOK, order=order)
    assert row is not None
    state, settled, settlements, held, locked = row
    found = []
    if settlements != settled:
        found.append(f"order {order} is {state} with {settlements} settlements and settled = {settled}")
    if held != (locked if state in _HOLDING else 0):
        found.append(f"order {order} is {state} and its escrow holds {held} of {locked}")
    return found


def settlements(work: StorageWork, order: OrderId) -> int:
    """How often an order was settled."""
    row = work.sql.fetch_one(_LOOK, order=order)
    assert row is not None
    return int(row[2])
