"""What can be said of the source without running it: layers, house rules, packaging."""
