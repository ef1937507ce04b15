"""Keeping track of where people see things."""
