"""Half-filled forms: they live in the database, so a restart or a second worker loses nothing."""
