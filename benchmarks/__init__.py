"""Reproducible measurements against the usual ways of doing it."""
