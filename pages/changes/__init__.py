"""The page Thay đổi: what changed since a day."""
