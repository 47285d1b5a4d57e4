"""The view on paper: one A4 page to hand out, and the notes that go to each locality."""
