"""The page In: a view as one A4 page, and the notes to localities."""
