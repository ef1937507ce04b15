"""Whole stories over HTTP: people press in the sandbox, the real bot answers, the books must add up."""
