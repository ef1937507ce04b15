"""The same orders as `trading`, row for row, as somebody would write them who knows SQLite and needs nothing else."""

import hashlib
import sqlite3
import time
from collections.abc import Callable
from itertools import count
from typing import Final

from tests.benchmarks.trading import ACCOUNT, Market, buyer_of, seller_of

Statements = Callable[[sqlite3.Connection], None]

FIAT_UNITS: Final = 2_000
AMOUNT: Final = 20_000_000
FEE: Final = 60_000
WINDOW_MS: Final = 30 * 60_000
TOUCH: Final = (
    "UPDATE orders SET state = ?, version = ?, paid_at = ?, ended_at = ?, settled = ? WHERE id = ? AND version = ?"
)
REMEMBER: Final = "INSERT INTO order_history VALUES (?, ?, ?, ?, ?, ?, ?)"
ENTER: Final = (
    "INSERT INTO ledger_entries (reference, kind, order_id, settles_order, settles_round, fingerprint, memo, at)"
    " VALUES (?, ?, ?, ?, ?, ?, '', ?)"
)
POST: Final = "INSERT INTO ledger_postings VALUES (?, ?, ?, ?, 'USDT', ?, ?, ?)"
DEBIT: Final = "UPDATE ledger_accounts SET debits = debits + ? WHERE name = ? AND credits - debits >= ?"
CREDIT: Final = (
    "INSERT INTO ledger_accounts VALUES (?, ?, 'USDT', ?, ?, ?, 0)"
    " ON CONFLICT (name) DO UPDATE SET credits = credits + excluded.credits"
)
TELL: Final = (
    "INSERT INTO outbox (recipient, kind, order_id, headline, queued_at, ready_at, state, tries)"
    " VALUES (?, 'alert', ?, ?, ?, ?, 'queued', 0)"
)
COUNTED: Final = (
    "INSERT INTO records VALUES (?, 1, 0, ?, ?) ON CONFLICT (user_id) DO UPDATE SET"
    " completed = completed + 1, release_ms = release_ms + excluded.release_ms, released = released + excluded.released"
)
GET: Final = "SELECT * FROM orders JOIN order_terms ON order_id = id WHERE id = ?"

_numbers: Final = count(1)


def lifecycle(market: Market, pair: int) -> list[Statements]:
    """The five transactions of one order; each expects BEGIN IMMEDIATE before it and COMMIT behind it."""
    order = _Order(market.ads[pair].id, seller_of(pair), buyer_of(pair), next(_numbers))
    return [order.take, order.prove, order.pay, order.arm, order.release]


class _Order:
    def __init__(self, ad: int, seller: int, buyer: int, number: int) -> None:
        self.ad, self.seller, self.buyer, self.number = ad, seller, buyer, number
        self.id = 0

    def take(self, sql: sqlite3.Connection) -> None:
        now = _now()
        stock = sql.execute("SELECT * FROM ads WHERE id = ?", (self.ad,)).fetchone()[7]
        assert sql.execute("SELECT * FROM orders WHERE token = ?", (f"plain-{self.number}",)).fetchone() is None
        sql.execute("SELECT * FROM users WHERE id = ?", (self.buyer,)).fetchone()
        sql.execute(
            "SELECT COUNT(*) FROM orders WHERE taker_id = ? AND state IN ('await_payment', 'paid', 'releasing')",
            (self.buyer,),
        ).fetchone()
        opened = sql.execute(
            "INSERT INTO orders (token, ad_id, buyer_id, seller_id, taker_id, state, version, round, opened_at,"
            " pay_until, settled, extensions) VALUES (?, ?, ?, ?, ?, 'await_payment', 1, 1, ?, ?, 0, 0)",
            (f"plain-{self.number}", self.ad, self.buyer, self.seller, self.buyer, now, now + WINDOW_MS),
        )
        assert opened.lastrowid is not None
        self.id = opened.lastrowid
        digest = hashlib.sha256(f"{self.id}:{AMOUNT}:{FIAT_UNITS}".encode()).hexdigest()
        sql.execute(
            "INSERT INTO order_terms VALUES (?, ?, ?, ?, ?, ?, 'USDT', ?, 'EUR', 1000000, ?, 0, 'sepa', ?,"
            " 'Ada Buyer', '', ?, 900000, 900000, 0, ?)",
            (self.id, self.ad, self.seller, self.seller, self.buyer, AMOUNT, FIAT_UNITS, FEE, ACCOUNT.details,
             WINDOW_MS, digest),
        )  # fmt: skip
        sql.execute(REMEMBER, (self.id, 1, "Taken", "buyer", "1", "await_payment", now))
        sql.execute("UPDATE ads SET stock_units = ? WHERE id = ? AND stock_units = ?", (stock - AMOUNT, self.ad, stock))
        entry = self._enter(sql, "lock", "order-locked", None, now)
        source, target = f"ad:{self.ad}:reserve:USDT", f"order:{self.id}:escrow:USDT"
        sql.execute(POST, (entry, 1, source, target, AMOUNT + FEE, self.seller, self.seller))
        self._debit(sql, source)
        sql.execute(CREDIT, (target, "escrow", self.seller, self.id, AMOUNT + FEE))
        sql.execute(
            "INSERT INTO deadlines VALUES (?, 'window', ?, ?, NULL)", (self.id, now + WINDOW_MS, now + WINDOW_MS)
        )
        sql.execute("DELETE FROM drafts WHERE user_id = ?", (self.buyer,))
        sql.execute(TELL, (self.seller, self.id, "order-told-taken", now, now))

    def prove(self, sql: sqlite3.Connection) -> None:
        sql.execute(GET, (self.id,)).fetchone()
        digest = hashlib.sha256(f"{self.number}".encode()).hexdigest()
        sql.execute("SELECT COUNT(*) FROM proofs WHERE order_id = ?", (self.id,)).fetchone()
        sql.execute(
            "SELECT * FROM proofs WHERE order_id = ? AND (source = ? OR sha256 = ?)",
            (self.id, f"plain:{self.number}", digest),
        ).fetchone()
        sql.execute(
            "INSERT INTO proofs (order_id, number, by_id, sha256, viewer, kind, size_bytes, dhash, telegram_unique_id,"
            " source, at) VALUES (?, 1, ?, ?, ?, 'jpeg', 90000, ?, ?, ?, ?)",
            (self.id, self.buyer, digest, digest, b"12345678", f"plain-{self.number}", f"plain:{self.number}", _now()),
        )

    def pay(self, sql: sqlite3.Connection) -> None:
        now = _now()
        sql.execute(GET, (self.id,)).fetchone()
        sql.execute(TOUCH, ("paid", 2, now, None, 0, self.id, 1))
        sql.execute(REMEMBER, (self.id, 2, "PaymentMarked", "buyer", "4", "paid", now))
        sql.execute("DELETE FROM deadlines WHERE order_id = ?", (self.id,))
        sql.execute(TELL, (self.seller, self.id, "order-told-paid", now, now))

    def arm(self, sql: sqlite3.Connection) -> None:
        sql.execute(GET, (self.id,)).fetchone()
        sql.execute("UPDATE orders SET armed_at = ?, armed_version = 2 WHERE id = ? AND version = 2", (_now(), self.id))

    def release(self, sql: sqlite3.Connection) -> None:
        now = _now()
        sql.execute(GET, (self.id,)).fetchone()
        sql.execute(TOUCH, ("completed", 3, now, now, 1, self.id, 2))
        sql.execute(REMEMBER, (self.id, 3, "SellerReleased", "seller", "12", "completed", now))
        entry = self._enter(sql, "settle", "order-settled", self.id, now)
        escrow, target = f"order:{self.id}:escrow:USDT", f"user:{self.buyer}:available:USDT"
        sql.execute(POST, (entry, 1, escrow, target, AMOUNT, self.seller, self.buyer))
        sql.execute(POST, (entry, 2, escrow, "platform:fees:USDT", FEE, self.seller, None))
        self._debit(sql, escrow)
        sql.execute(CREDIT, (target, "available", self.buyer, None, AMOUNT))
        sql.execute(COUNTED, (self.buyer, 0, 0))
        sql.execute(COUNTED, (self.seller, 10, 1))
        sql.execute(TELL, (self.buyer, self.id, "order-told-released", now, now))

    def _enter(self, sql: sqlite3.Connection, what: str, kind: str, settles: int | None, now: int) -> int:
        reference = f"order:{self.id}:1:{what}"
        digest = hashlib.sha256(f"{reference}:{AMOUNT}".encode()).hexdigest()
        entered = sql.execute(ENTER, (reference, kind, self.id, settles, settles and 1, digest, now)).lastrowid
        assert entered is not None
        return entered

    def _debit(self, sql: sqlite3.Connection, account: str) -> None:
        assert sql.execute(DEBIT, (AMOUNT + FEE, account, AMOUNT + FEE)).rowcount == 1


def _now() -> int:
    return time.time_ns() // 1_000_000
