"""The page Kịch bản: scenarios."""
