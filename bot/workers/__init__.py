"""Workers: they fetch rows and call use cases; the schedule tells them when."""
