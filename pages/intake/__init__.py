"""The page Cập nhật: figures come in by files."""
