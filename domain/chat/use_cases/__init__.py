"""Talking inside an order."""
