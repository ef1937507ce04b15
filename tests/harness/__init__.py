"""Heavy harnesses: many seeded schedules against the real gate. Bounded in `make test`, whole in `make harness`."""
