"""What Nguồn số liệu is made of."""
