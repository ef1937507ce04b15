"""Screens, texts and formats without Telegram and without a database."""
