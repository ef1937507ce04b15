"""What operators book: money that comes from outside."""
