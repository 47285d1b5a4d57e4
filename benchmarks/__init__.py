"""Reproducible measurements of the dashboard, compared with the usual ways to do the same."""
