"""The gate on SQLite: one writer thread with group commit, a few readers, one serving process."""
