"""The page Nguồn số liệu: every figure, its source, and how it is judged."""
