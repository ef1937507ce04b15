"""The stores and the book, on both engines, against real databases."""
