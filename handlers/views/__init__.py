"""Screens as pure functions: facts, viewer and texts in, a `Screen` out."""
