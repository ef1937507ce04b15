"""Knows whether a use case is running, so that nobody calls the network while a transaction is open."""

from contextvars import ContextVar
from typing import Final

inside_transaction: Final[ContextVar[bool]] = ContextVar("inside_transaction", default=False)
"""True in the context of a use case or query from its first statement to its last."""


def assert_outside_transaction() -> None:
    """For whoever is about to send something: rows must not stay locked while Telegram thinks."""
    assert not inside_transaction.get(), "a network call inside a database transaction"
