"""Every word people read: one folder per language, one Fluent file per room."""
