"""Telegram to domain and back: read the press, call one use case, show one screen."""
