"""What Địa phương is made of."""
