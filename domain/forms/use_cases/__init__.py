"""Keeping and dropping what people have typed so far."""
