"""The whole desk on one machine, without a token: a sandbox, the real bot and a market with a past."""
