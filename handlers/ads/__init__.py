"""Posting ads and looking after one's own."""
