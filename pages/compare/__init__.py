"""The page So sánh: two to five places side by side."""
