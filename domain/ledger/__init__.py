"""The double-entry book: who holds what, and why."""
