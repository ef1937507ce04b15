"""Ads: standing offers, their stock and their place in the market."""
