"""What ``python -m geo.import_boundaries`` is made of: a user's boundary file read, matched, repaired and kept."""
