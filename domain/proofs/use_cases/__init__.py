"""Filing what somebody uploaded."""
