"""What belongs to the page of changes alone."""
