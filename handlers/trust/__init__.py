"""Screens and presses about people: ratings, favourites and blocks."""
