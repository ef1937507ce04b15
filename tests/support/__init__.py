"""What tests of several rooms share: real databases, made fast."""
