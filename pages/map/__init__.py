"""The page Bản đồ: one indicator on a map beside a ranked list."""
