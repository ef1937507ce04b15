"""The domain's ports, kept in tables: one file per subject, every statement written once at the top."""
