"""Live order cards and everything pressed or uploaded on them."""
