"""What happens around every update: mistakes caught, pace held, people known."""
