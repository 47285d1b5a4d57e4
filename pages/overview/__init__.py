"""The page Tổng quan: what is met, who is behind, who moved, who has not reported."""
