"""What the page Kịch bản is made of."""
