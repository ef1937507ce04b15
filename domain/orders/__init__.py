"""Orders: one taken part of an ad, from escrow to its end."""
