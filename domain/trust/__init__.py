"""Whom people trust: what they say of each other after a trade, whom they favour and whom they avoid."""
