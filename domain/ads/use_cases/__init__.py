"""What owners do with their ads: one verb per file."""
