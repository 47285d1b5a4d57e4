"""The page Tiến độ: every target against every place that it is shown for."""
