"""Checks of the records of a file against their sheet, the domain and the store."""
