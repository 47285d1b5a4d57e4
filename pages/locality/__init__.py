"""The page Địa phương: one locality."""
