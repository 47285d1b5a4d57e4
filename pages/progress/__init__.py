"""What Tiến độ is made of."""
