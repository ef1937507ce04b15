"""The operator's console, run as the real script beside real databases."""
