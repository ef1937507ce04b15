"""The gate, on both engines, against real databases."""
