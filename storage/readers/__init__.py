"""What screens are drawn from, each in one or two statements."""
