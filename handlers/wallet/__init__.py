"""Balances and statements."""
