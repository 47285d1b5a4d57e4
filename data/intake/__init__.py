"""Figures on their way in: files of the localities' staff, read, checked and handed to the store."""
