"""What So sánh is made of."""
