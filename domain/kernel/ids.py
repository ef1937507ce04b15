"""Names for the numbers that identify things, so that one kind is never handed in for another."""

from typing import NewType

UserId = NewType("UserId", int)
"""A Telegram user id: an account outlives any chat, token or username."""
AdId = NewType("AdId", int)
OrderId = NewType("OrderId", int)
ProofId = NewType("ProofId", int)
EntryId = NewType("EntryId", int)
