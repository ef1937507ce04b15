"""Browsing ads and taking one."""
