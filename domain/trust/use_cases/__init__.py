"""Rating the other side of a trade, and marking people for oneself."""
