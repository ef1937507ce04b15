"""Payment proofs: evidence that somebody looked at, never a cause of anything."""
