"""What people and timers do with orders: one verb per file."""
