"""The chat inside an order: by alias, numbered, kept."""
