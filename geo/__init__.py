"""Boundaries and the code that makes, checks and serves them."""
