"""The relay inside an order."""
