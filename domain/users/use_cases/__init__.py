"""Joining the desk and saying how one wants to be spoken to."""
