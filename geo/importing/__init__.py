"""The steps of ``python -m geo.import_boundaries``: a user's boundary file is read, matched, repaired and built."""
